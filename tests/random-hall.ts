import fc from 'fast-check';
import { parseScenario, type Scenario } from '@hallsim/scenario';
import { withCore } from './random-core.js';
import { type Hours, hours, isOpenAt, period, steps, written } from './random-hours.js';
import {
  byId,
  clockOf,
  type Json,
  length,
  maybe,
  merged,
  percent,
  shares,
  spread,
} from './random-parts.js';

/**
 * Small halls with everything the engine knows, in every mixture: a few hours, a few counters, rarely
 * more than two hundred customers, most of them crowded enough that people wait, leave and are refused.
 */
export function randomHall(): fc.Arbitrary<Scenario> {
  const halls = document().chain(withCore);
  return halls.map((hall) => {
    const result = parseScenario(JSON.stringify(hall));
    if (result.ok) return result.scenario;
    throw new Error(`${JSON.stringify(result.issues, null, 1)}\n${JSON.stringify(hall, null, 1)}`);
  });
}

function demand(
  open: Hours,
  services: readonly string[],
  rosters: readonly string[],
): fc.Arbitrary<Json> {
  const dayTypes = ['normal', 'billing-day'];
  const rate = fc.constantFrom(0, 15, 30, 45, 60).map((n) => `${n} per hour`);
  const byRate = steps(open, rate).map((arrivals) => ({ arrivals }));
  const byProfile = steps(open, fc.constant(0)).chain((times) =>
    merged(
      fc.constantFrom(0, 40, 80, 160).map((n) => ({ perDay: `${n}` })),
      shares(Object.keys(times).filter((time) => isOpenAt(open, time))).map((profile) => ({
        profile,
      })),
      maybe('beforeOpening', percent(0, 30)),
    ),
  );
  const rush = period(open).chain((when) =>
    merged(
      rate.map((adds) => ({ ...written(when), adds })),
      maybe('shape', fc.constantFrom('even', 'rising', 'falling', 'peak')),
      maybe('mix', shares(services)),
      maybe('parties', parties()),
    ),
  );
  const dayType = merged(
    maybe('volume', percent(0, 200)),
    maybe('mix', shares(services)),
    rosters.length > 0 ? maybe('roster', fc.constantFrom(...rosters)) : fc.constant({}),
    maybe('rushes', byId(['sms', 'promotion'], rush)),
  );
  return merged(
    fc.oneof(byRate, byProfile),
    maybe('shape', fc.constantFrom('steps', 'linear')),
    maybe('busyDay', fc.record({ cv: fc.constantFrom(0.07, 0.5) })),
    maybe('parties', parties()),
    maybe(
      'waitingAtStart',
      merged(fc.record({ people: fc.nat(9) }), maybe('waited', length(0, 20))),
    ),
    fc.oneof(
      fc.constant({}),
      merged(
        byId(dayTypes, dayType).map((types) => ({ dayTypes: types })),
        maybe('dayType', fc.constantFrom(...dayTypes)),
      ),
    ),
  );
}

/** Some come together. */
function parties(): fc.Arbitrary<Json> {
  return merged(
    percent(0, 60).map((share) => ({ share })),
    shares(['2', '3', '20']).map((sizes) => ({ sizes })),
    maybe('tickets', fc.constantFrom('one', 'each')),
  );
}

function customer(open: Hours, services: readonly string[]): fc.Arbitrary<Json> {
  const profile = steps(open, fc.constant(0)).chain((times) =>
    shares(Object.keys(times).filter((time) => isOpenAt(open, time))),
  );
  const byLength = fc.record({
    whenWaiting: fc.integer({ min: 0, max: 8 }),
    chance: percent(0, 100),
  });
  const guess = merged(
    fc.record({ half: length(1, 30), scale: length(1, 8) }),
    maybe('floor', percent(0, 10)),
  );
  return merged(
    maybe('profile', profile),
    maybe('mix', shares(services)),
    maybe('patience', spread(2, 25)),
    maybe('balks', fc.oneof(byLength, fc.record({ guess }))),
    fc.oneof(
      fc.constant({}),
      length(0, 15).map((headStart) => ({ headStart })),
      fc.constant({ priority: 'strict' }),
    ),
  );
}

function some(list: readonly string[]): fc.Arbitrary<string[]> {
  return fc.subarray([...list], { minLength: 1 });
}

/** Open counters by the clock; some people write a zero at closing, which is no news to anybody. */
function roster(open: Hours, count: number): fc.Arbitrary<Json> {
  return merged(
    steps(open, fc.integer({ min: 0, max: count })),
    fc.constantFrom({}, { [clockOf(open.closes)]: 0 }),
  );
}

/** Counter groups on rosters, some of them with clerks; the last one serves everybody whom nobody else would. */
function groups(
  open: Hours,
  services: readonly string[],
  classes: readonly string[],
  rosters: readonly string[],
): fc.Arbitrary<Json> {
  const byClock = (general: boolean, count: number): fc.Arbitrary<Json> =>
    merged(
      (general ? fc.constant(services) : some(services)).map((skills) => ({ skills })),
      byId(rosters, roster(open, count)).map((rows) => ({ open: rows })),
    );
  const withClerks = fc
    .subarray(['seniors', 'trainees'], { minLength: 1 })
    .chain((kinds) => byId(kinds, clerks(open, some(services))))
    .map((staff) => ({ staff }));
  const group = (general: boolean): fc.Arbitrary<Json> =>
    fc
      .integer({ min: 0, max: 4 })
      .chain((count) =>
        merged(
          fc.constant({ count }),
          general
            ? byClock(true, count)
            : fc.oneof(
                { weight: 3, arbitrary: byClock(false, count) },
                { weight: 1, arbitrary: withClerks },
              ),
          general ? fc.constant({}) : maybe('customers', some(classes)),
        ),
      );
  return fc
    .tuple(fc.array(group(false), { maxLength: 2 }), group(true))
    .map(([special, general]) => ({
      counters: Object.fromEntries([...special, general].map((g, i) => [`group-${i}`, g])),
    }));
}

/** Clerks of one kind, with a shift. */
function clerks(open: Hours, skills: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Json> {
  return fc.tuple(fc.integer({ min: 0, max: 3 }), period(open)).chain(([headcount, shift]) => {
    const room = (shift.to - shift.from) / Math.max(1, headcount);
    const most = Math.max(0, headcount - 1);
    const pause = fc
      .record({
        length: fc.integer({ min: 1, max: 20 }),
        oneAtATime: fc.boolean(),
        keepOpen: fc.option(fc.integer({ min: 0, max: most }), { nil: undefined }),
        patience: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      })
      .filter(({ length: minutes }) => minutes <= room)
      .map(({ length: minutes, oneAtATime, keepOpen, patience }) => ({
        from: clockOf(shift.from),
        length: `${minutes} min`,
        oneAtATime,
        ...(keepOpen !== undefined && { keepOpen }),
        ...(patience !== undefined && { until: clockOf(shift.from + patience) }),
      }));
    return merged(
      fc.constant({ headcount, shift: written(shift) }),
      skills.map((ids) => ({ skills: ids })),
      maybe('speed', percent(50, 200)),
      maybe('absent', percent(0, 60)),
      room >= 20 ? maybe('breaks', byId(['tea'], pause)) : fc.constant({}),
    );
  });
}

/** A room of counters and clerks with shifts. */
function pool(open: Hours, services: readonly string[]): fc.Arbitrary<Json> {
  return fc
    .tuple(
      fc.integer({ min: 0, max: 4 }),
      fc.array(clerks(open, some(services)), { maxLength: 2 }),
      clerks(open, fc.constant(services)),
    )
    .map(([count, special, general]) => ({
      counters: { count },
      staff: Object.fromEntries([...special, general].map((s, i) => [`clerks-${i}`, s])),
    }));
}

function kiosks(
  open: Hours,
  services: readonly string[],
  classes: readonly string[],
): fc.Arbitrary<Json> {
  const service = merged(
    spread(1, 6).map((time) => ({ time })),
    maybe('eligible', percent(1, 100)),
    maybe('succeeds', percent(1, 100)),
  );
  const byClass = (min: number): fc.Arbitrary<unknown> =>
    fc.oneof(percent(min, 100), byId(classes, percent(min, 100)));
  const greeter = period(open).chain((when) =>
    byClass(0).map((adds) => ({ ...written(when), adds })),
  );
  return merged(
    fc.record({
      count: fc.integer({ min: 0, max: 3 }),
      services: fc.oneof(
        byId(['*'], service),
        some(services).chain((ids) => byId(ids, service)),
      ),
    }),
    maybe('willing', byClass(1)),
    maybe('lineUpTo', fc.integer({ min: 0, max: 4 })),
    maybe('succeeds', percent(1, 100)),
    maybe('keepsPlace', fc.boolean()),
    maybe('greeter', greeter),
  );
}

function document(): fc.Arbitrary<Json> {
  const serviceIds = fc.constantFrom(['pay'], ['pay', 'plan'], ['pay', 'plan', 'new-line']);
  const classIds = fc.constantFrom(['general'], ['general', 'vip'], ['general', 'vip', 'elder']);
  const rosterIds = fc.constantFrom(['normal'], ['normal', 'peak']);
  return fc
    .tuple(hours(), serviceIds, classIds, rosterIds, fc.boolean(), fc.boolean())
    .chain(([open, services, classes, rosters, grouped, kioskOnly]) => {
      // a service that only kiosks offer needs kiosks for every service
      const only = kioskOnly && services.length > 1;
      const atCounters = only ? services.slice(1) : services;
      const machines = kiosks(open, services, classes);
      return merged(
        fc.constant({ format: 'service-hall/1', day: open.day }),
        demand(open, services, grouped ? rosters : []).map((d) => ({ demand: d })),
        fc.tuple(shares(classes), byId(classes, customer(open, services))).map(([parts, all]) => ({
          customers: Object.fromEntries(
            classes.map((id) => [id, { share: parts[id], ...all[id] }]),
          ),
        })),
        fc.tuple(shares(services), byId(services, spread(1, 10))).map(([parts, times]) => ({
          services: Object.fromEntries(
            services.map((id) => [id, { share: parts[id], time: times[id] }]),
          ),
        })),
        grouped ? groups(open, atCounters, classes, rosters) : pool(open, atCounters),
        only
          ? machines
              .filter(({ services: can }) => Object.hasOwn(can as object, '*'))
              .map((k) => ({ kiosks: k }))
          : maybe('kiosks', machines),
        maybe(
          'targets',
          length(0, 15).map((within) => ({ 'service-level': { within } })),
        ),
      );
    });
}
