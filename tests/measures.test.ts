import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, DemandField, runDay } from '@hallsim/hall';
import { simulate, type Summary } from '@hallsim/experiment';
import { clock, minutes, openingHours, type Scenario, type StaffGroup } from '@hallsim/scenario';
import { placesAt } from './broken.js';
import {
  area,
  covering,
  happened,
  inLine,
  mostAtOnce,
  type Span,
  type Visit,
  visitsOf,
  waited,
} from './observed-day.js';
import { anyHelps } from './desks.js';
import { type LawDay, lawDay } from './random-days.js';
import { randomHall } from './random-hall.js';
import { busySpans, heldSpans } from './stays.js';

// The definitions of the contract a second time, from lists of visits: slow, naive and in words.

interface Day extends LawDay {
  /** Visits that count: those after the warm-up. */
  readonly measured: readonly Visit[];
}

const DAYS = 3;

function daysOf(scenario: Scenario, seed: string): Day[] {
  const model = compile(scenario);
  const field = new DemandField(model, seed);
  return Array.from({ length: DAYS }, (_, replication) => {
    const demand = field.draw(replication);
    const log = runDay(model, demand);
    const day = lawDay({ scenario, model, demand, log, visits: visitsOf(model, demand, log) });
    return { ...day, measured: day.visits.filter(({ arrived }) => arrived >= model.measuredFrom) };
  });
}

const total = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0);
/** Null where nothing was observed. */
const over = (above: number, below: number): number | null => (below > 0 ? above / below : null);
const wait = ({ start, waitFrom }: Visit): number => start - waitFrom;
const clipped = ({ from, to }: Span, start: number, stop: number): number =>
  Math.max(0, Math.min(to, stop) - Math.max(from, start));

/** What somebody who was served has waited: with a ticket from before, for a kiosk, for a counter. */
function waitsOf({ demand }: Day, { row, arrived, kioskStart, joined, start }: Visit): number {
  const since = demand.since?.[row] ?? NaN;
  return (
    (happened(since) ? arrived - since : 0) +
    (happened(kioskStart) ? kioskStart - arrived : 0) +
    (happened(start) ? start - joined : 0)
  );
}

/** Order statistic floor(p n) counted from 0. */
function quantileOf(list: readonly number[], p: number): number | null {
  return list.toSorted((a, b) => a - b)[Math.floor(p * list.length)] ?? null;
}

/** What visits alone can say, of the visits that `belongs` picks. */
function ofVisits(
  scenario: Scenario,
  days: readonly Day[],
  belongs: (visit: Visit) => boolean,
): Record<string, number | null> {
  const target = minutes(scenario.targets?.['service-level']?.within ?? '10 min');
  const daily = days.map(({ measured }) => measured.filter(belongs));
  const all = daily.flat();
  const count = (pick: (visit: Visit) => boolean): number => all.filter(pick).length;
  const outcome = (name: Visit['outcome']): number => count((visit) => visit.outcome === name);
  const joined = count((visit) => happened(visit.joined));
  const atCounters = all.filter(({ channel }) => channel === 'counter');
  const tried = all.filter(({ kioskStart }) => happened(kioskStart));
  const inTime = total(
    days.map((day) => {
      const served = day.measured.filter((v) => belongs(v) && v.outcome === 'served');
      return served.filter((visit) => waitsOf(day, visit) <= target).length;
    }),
  );
  const longest = daily
    .map((list) => list.filter(({ channel }) => channel === 'counter').map(wait))
    .flatMap((list) => (list.length > 0 ? Math.max(...list) : []));
  const waits = atCounters.map(wait);
  const parts = (['served', 'abandoned', 'balked', 'unserved'] as const).flatMap((name) => [
    [`hall.${name}`, outcome(name) / DAYS],
    [`hall.${name}.share`, over(outcome(name), all.length)],
  ]);
  return {
    ...(Object.fromEntries(parts) as Record<string, number | null>),
    'hall.came': all.length / DAYS,
    'hall.serviceLevel.served': over(inTime, outcome('served')),
    'hall.serviceLevel.everyone': over(inTime, all.length),
    'counter.joined': joined / DAYS,
    'counter.wait.mean': over(total(waits), waits.length),
    'counter.wait.p50': quantileOf(waits, 0.5),
    'counter.wait.p90': quantileOf(waits, 0.9),
    'counter.wait.p95': quantileOf(waits, 0.95),
    'counter.wait.max': over(total(longest), longest.length),
    'counter.within': over(waits.filter((w) => w <= target).length, joined),
    'counter.abandoned': over(outcome('abandoned'), joined),
    'kiosk.share': over(
      count(({ channel }) => channel === 'kiosk'),
      all.length,
    ),
    'kiosk.wait.mean': over(total(tried.map((v) => v.kioskStart - v.arrived)), tried.length),
    'kiosk.failed': over(tried.filter(({ channel }) => channel !== 'kiosk').length, tried.length),
  };
}

/** Minutes of work after a clerk's shift, or while the hall is closed. */
function beyondShift(scenario: Scenario, clerks: StaffGroup, span: Span, from: number): number {
  const { periods } = openingHours(scenario.day);
  const duty = periods.map((period) =>
    clipped(
      span,
      Math.max(from, period.from, clock(clerks.shift.from)),
      Math.min(period.to, clock(clerks.shift.to)),
    ),
  );
  return clipped(span, from, Infinity) - total(duty);
}

/** What needs the clock as well: work, overtime, people in line. */
function ofTime(scenario: Scenario, days: readonly Day[]): Record<string, number | null> {
  const model = compile(scenario);
  const { opens, closes, measuredFrom: from } = model;
  const rostered = total(
    days.flatMap(({ desks }) =>
      desks.map(({ open, changes }) => area(open, changes, from, closes)),
    ),
  );
  const work = days.map((day) => {
    const busy = day.desks.map((_, g) => busySpans(day, g));
    const overtime = day.desks.map(({ open, changes, clerks }, g) => {
      const spans = heldSpans(day, g);
      if (clerks) return total(spans.map((span) => beyondShift(scenario, clerks, span, from)));
      const moments = [...changes, closes, ...spans.flatMap((span) => [span.from, span.to])];
      const beyond = (t: number): number =>
        Math.max(0, covering(spans, t) - (t < closes ? open(t) : 0));
      return area(beyond, moments, from, Math.max(closes, ...spans.map(({ to }) => to)));
    });
    return {
      busy: total(busy.flat().map((span) => clipped(span, from, Infinity))),
      overtime: total(overtime),
    };
  });
  const lines = days.map(({ visits }) =>
    visits
      .filter(waited)
      .map(inLine)
      .filter((span) => span.to > from)
      .map((span) => ({ ...span, from: Math.max(span.from, from) })),
  );
  const lastLeft = days
    .filter(({ measured }) => measured.length > 0)
    .map(({ measured }) => Math.max(...measured.map(({ left }) => left)) - opens);
  const periods = openingHours(scenario.day).periods.map((p) => ({
    ...p,
    from: Math.max(p.from, from),
  }));
  const indoors = total(periods.map((p) => Math.max(0, p.to - p.from)));
  const sessions = days.flatMap(({ visits }) =>
    visits
      .filter(({ kioskStart }) => happened(kioskStart))
      .map((v) =>
        total(periods.map((p) => clipped({ from: v.kioskStart, to: v.kioskEnd }, p.from, p.to))),
      ),
  );
  const broken = total(
    days
      .flatMap(({ places }) => placesAt(places, 'kiosks', 0))
      .flatMap(({ down }) => down)
      .map((span) => total(periods.map((p) => clipped(span, p.from, p.to)))),
  );
  const overtime = total(work.map((day) => day.overtime));
  return {
    'counter.utilisation': over(total(work.map(({ busy }) => busy)), rostered + overtime),
    'counter.open': rostered / DAYS,
    'counter.overtime': overtime / DAYS,
    'counter.queue.mean':
      total(lines.flat().map((span) => clipped(span, from, closes))) / DAYS / (closes - from),
    'counter.queue.max': total(lines.map(mostAtOnce)) / DAYS,
    'kiosk.utilisation': over(
      total(sessions),
      DAYS * indoors * (scenario.kiosks?.count ?? 0) - broken,
    ),
    'hall.lastDeparture': over(total(lastLeft), lastLeft.length),
  };
}

/** The same ids with the same values, but for the order in which numbers were added up. */
function expectSame(
  measures: Summary['measures'],
  expected: Record<string, number | null>,
  whose: string,
  slack: Readonly<Record<string, number>> = {},
): void {
  for (const [id, { value, low, high }] of Object.entries(measures)) {
    for (const number of [value, low, high]) {
      if (number !== null && !Number.isFinite(number)) throw new Error(`${whose} ${id}: ${number}`);
    }
    const right = expected[id];
    const close =
      value === null || right === null || right === undefined
        ? value === right
        : Math.abs(value - right) <= 1e-9 * Math.max(1, right) + (slack[id] ?? 0);
    if (!close) throw new Error(`${whose} ${id}: ${value} instead of ${right}`);
  }
}

const random = { seed: 6, numRuns: 150 };

test('every measure of every random hall is what its visits say, for all, by service and by class', async () => {
  await fc.assert(
    fc.asyncProperty(randomHall(), fc.string({ maxLength: 4 }), async (scenario, seed) => {
      const days = daysOf(scenario, seed);
      const { measures, by } = await simulate(scenario, { seed, replications: DAYS });
      const everybody = { ...ofVisits(scenario, days, () => true), ...ofTime(scenario, days) };
      expect(Object.keys(measures).toSorted()).toEqual(Object.keys(everybody).toSorted());
      // who joins a line and leaves it at one moment, to a counter that helps or away, is counted too
      const slack = anyHelps(scenario) || scenario.space ? { 'counter.queue.max': 1 } : {};
      expectSame(measures, everybody, 'hall', slack);
      for (const [id, some] of Object.entries(by.service)) {
        expectSame(
          some,
          ofVisits(scenario, days, ({ service }) => service === id),
          id,
        );
      }
      for (const [id, some] of Object.entries(by.customer)) {
        expectSame(
          some,
          ofVisits(scenario, days, ({ customer }) => customer === id),
          id,
        );
      }
      Object.entries(by.group).forEach(([id, some], g) => {
        const served = ofVisits(scenario, days, ({ group }) => group === g);
        const known = Object.entries(some).filter(([measure]) => measure in served);
        expect(known.length).toBe(7);
        expectSame(Object.fromEntries(known), served, id);
      });
      const names = compile(scenario).groups.flatMap(({ id, count, clerks }, g) =>
        clerks === null
          ? []
          : Array.from({ length: count }, (_, i) => ({ id: `${id}-${i + 1}`, g, i })),
      );
      expect(Object.keys(by.clerk)).toEqual(names.map(({ id }) => id));
      for (const { id, g, i } of names) {
        const own = ofVisits(scenario, days, ({ group, counter }) => group === g && counter === i);
        const known = Object.entries(by.clerk[id]!).filter(([measure]) => measure in own);
        expect(known.length).toBe(7);
        expectSame(Object.fromEntries(known), own, id);
        const whole = by.clerk[id]!['counter.utilisation']!.value;
        if (whole !== null) expect(whole).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
    random,
  );
});

test('the intervals of every random hall cut its day into pieces that say what the visits say', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomHall(),
      fc.constantFrom('7 min', '30 min', '45 min'),
      async (hall, bucket) => {
        const scenario: Scenario = { ...hall, run: { bucket } };
        const days = daysOf(scenario, 'pieces');
        const { intervals } = await simulate(scenario, { seed: 'pieces', replications: DAYS });
        const { closes, measuredFrom } = compile(scenario);
        const length = minutes(bucket);
        expect(intervals.length).toBe(Math.ceil((closes - measuredFrom) / length));
        intervals.forEach((interval, i) => {
          const from = measuredFrom + i * length;
          const to = Math.min(closes, from + length);
          expect([clock(interval.from), clock(interval.to)]).toEqual([from, to]);
          const last = i === intervals.length - 1;
          const came = days.map(({ measured }) =>
            measured.filter(({ arrived }) => arrived >= from && (last || arrived < to)),
          );
          const waits = came
            .flat()
            .filter(({ channel }) => channel === 'counter')
            .map(wait);
          const people = days.map(
            ({ visits }) =>
              total(visits.filter(waited).map((v) => clipped(inLine(v), from, to))) / (to - from),
          );
          const busy = total(
            days.flatMap((day) =>
              day.desks.flatMap((_, g) => busySpans(day, g).map((span) => clipped(span, from, to))),
            ),
          );
          const expected = [
            came.flat().length / DAYS,
            total(people) / DAYS,
            quantileOf(people, 0.05),
            quantileOf(people, 0.5),
            quantileOf(people, 0.95),
            over(total(waits), waits.length),
            quantileOf(waits, 0.9),
            total(
              days.flatMap(({ desks }) =>
                desks.map(({ open, changes }) => area(open, changes, from, to)),
              ),
            ) /
              DAYS /
              (to - from),
            busy / DAYS / (to - from),
          ];
          const { arrivals, waiting, wait: waitOf, openCounters, busyCounters } = interval;
          const seen = [
            arrivals.value,
            waiting.mean,
            waiting.p05,
            waiting.p50,
            waiting.p95,
            waitOf.mean,
            waitOf.p90,
            openCounters,
            busyCounters,
          ];
          seen.forEach((value, k) => {
            if (value === null) expect(expected[k]).toBeNull();
            else expect(Math.abs(value - expected[k]!)).toBeLessThan(1e-9 * Math.max(1, value));
          });
        });
      },
    ),
    random,
  );
});
