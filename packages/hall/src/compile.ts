import {
  clock,
  type Customer,
  type KioskService as GivenKioskService,
  type Kiosks,
  minutes,
  openingHours,
  type OpeningHours,
  type Scenario,
  type Service,
  share,
} from '@hallsim/scenario';
import { compileSources, serviceShares } from './compile-demand.js';
import { compileFailures } from './compile-failures.js';
import { compileGroups, type GroupPlan } from './compile-groups.js';
import { compileLines } from './compile-lines.js';
import { compileSpread } from './compile-spread.js';
import { customRules, type HostRules } from './host-rules.js';
import type {
  BalkRule,
  CounterLinesModel,
  CustomerModel,
  Discipline,
  HallModel,
  KioskService,
  KiosksModel,
  LineModel,
  SpaceModel,
  WorkModel,
} from './model.js';
import type { SpreadTable } from './spread-table.js';
import { type StepFunction, stepFunction } from './step-function.js';

/** A day type that the scenario does not have was asked for. */
export class UnknownDayTypeError extends RangeError {
  readonly dayType: string;
  readonly known: readonly string[];

  constructor(dayType: string, known: readonly string[]) {
    const list = known.length > 0 ? `It has: ${known.join(', ')}.` : 'It has no day types.';
    super(`The scenario has no day type "${dayType}". ${list}`);
    this.name = 'UnknownDayTypeError';
    this.dayType = dayType;
    this.known = known;
  }
}

/**
 * Turns a checked scenario into what a day reads: the border between names and numbers.
 * @param options.day day type; default `demand.dayType`, else the first day type, else a plain day
 * @param options.rules rules that the scenario names under `rules.custom`; default none
 * @throws UnknownDayTypeError, UnknownRuleError
 */
export function compile(
  scenario: Scenario,
  options: { readonly day?: string; readonly rules?: HostRules } = {},
): HallModel {
  const dayType = chosenDayType(scenario, options.day);
  const day = dayType === null ? null : (scenario.demand.dayTypes?.[dayType] ?? null);
  const hours = openingHours(scenario.day);
  const mixes = serviceShares(scenario, day);
  const services = Object.entries(scenario.services).map(([id, service]) => ({
    id,
    given: service,
    time: compileSpread(service.time),
    kiosk: kioskService(scenario, id),
  }));
  const customers = Object.entries(scenario.customers);
  const { plans, rooms } = compileGroups(scenario, day?.roster ?? null, hours);
  const absentTime = minutes(scenario.rules?.calling?.absent ?? '0 min');
  const numbersCount = customers.some(([, { balks }]) => balks && 'whenNumbersAhead' in balks);
  const counterLines = counterLinesModel(scenario.rules);
  const freeCounter =
    counterLines === null ? (scenario.rules?.freeCounter ?? 'specialised-first') : 'fixed-order';
  const { groups, lines, lineOf } = compileLines(
    services.map(({ id, time }, s) => ({
      id,
      shares: mixes.map((mix) => mix[s]!),
      mean: time.mean,
    })),
    customers.map(([id, customer]) => rankOf(id, customer)),
    plans,
    freeCounter,
  );
  const work = compileWork(scenario.rules);
  const failures = compileFailures(scenario, plans);
  return {
    dayType,
    opens: hours.opens,
    closes: hours.closes,
    lastTicket: hours.lastTicket,
    waitingAtClose: scenario.day.waitingAtClose ?? 'serve',
    measuredFrom: hours.opens + minutes(scenario.day.warmUp ?? '0 min'),
    sources: compileSources(scenario, day, hours, mixes),
    busyDayCv: scenario.demand.busyDay?.cv ?? 0,
    services: services.map(({ id, given, time, kiosk }) => ({
      id,
      time,
      kiosk,
      times: timesAt(given, time, plans),
      afterWork: given.afterWork ? compileSpread(given.afterWork) : null,
    })),
    customers: customers.map(([id, customer]) => customerModel(id, customer)),
    groups,
    discipline: disciplineOf(scenario, lines),
    freeCounter,
    counterLines,
    numbersStay: numbersCount || customers.some(([, c]) => share(c.keepsTicket ?? '0%') > 0),
    numbersCount,
    absentTime,
    lines,
    lineOf,
    rooms: rooms.map(({ counters }) => counters),
    roomBreaks: rooms.map(({ breaks }) => breaks),
    failures,
    work,
    countersTell:
      work.calling !== null ||
      absentTime > 0 ||
      work.atShiftEnd !== 'finish-customer' ||
      failures.some(({ what }) => what !== 'kiosks') ||
      groups.some(({ elastic }) => elastic) ||
      services.some(({ given }) => given.afterWork),
    closures: hours.periods
      .slice(1)
      .map(({ from }, i) => ({ from: hours.periods[i]!.to, to: from })),
    space: spaceModel(scenario.space),
    kiosks: kiosksModel(scenario.kiosks, hours),
    rules: customRules(scenario, options.rules ?? {}),
  };
}

function compileWork({ calling, atShiftEnd }: NonNullable<Scenario['rules']> = {}): WorkModel {
  const call = calling?.call ? compileSpread(calling.call) : null;
  const walk = calling?.walk ? compileSpread(calling.walk) : null;
  return {
    calling: call === null && walk === null ? null : { call, walk },
    atShiftEnd: atShiftEnd ?? 'finish-customer',
  };
}

function counterLinesModel({
  queues,
  jockeying,
}: NonNullable<Scenario['rules']> = {}): CounterLinesModel | null {
  if (queues !== 'per-counter') return null;
  if (jockeying === undefined) return { difference: Infinity, chance: 0 };
  return { difference: jockeying.difference, chance: share(jockeying.chance ?? '100%') };
}

/** The time of a service with each group: the clerks' own, else that of their counters, else the common one. */
function timesAt(
  { timeAt }: Service,
  time: SpreadTable,
  plans: readonly GroupPlan[],
): SpreadTable[] {
  const tables = new Map(Object.entries(timeAt ?? {}).map(([id, at]) => [id, compileSpread(at)]));
  return plans.map(({ id }) => {
    const [group, staff] = id.split('.');
    return tables.get(staff ?? '') ?? tables.get(group!) ?? time;
  });
}

/** The day type that holds when `asked` is asked for; `null` for a scenario without day types. */
function chosenDayType(scenario: Scenario, asked: string | undefined): string | null {
  const known = Object.keys(scenario.demand.dayTypes ?? {});
  const chosen = asked ?? scenario.demand.dayType ?? known[0] ?? null;
  if (chosen !== null && !known.includes(chosen)) throw new UnknownDayTypeError(chosen, known);
  return chosen;
}

function spaceModel(space: Scenario['space']): SpaceModel | null {
  if (space === undefined) return null;
  const { seats, standing = Infinity, standingPatience = '100%' } = space;
  return { seats, places: seats + standing, standingPatience: share(standingPatience) };
}

function rankOf(id: string, customer: Customer): Parameters<typeof compileLines>[1][number] {
  return {
    id,
    share: share(customer.share),
    priority: customer.priority === 'strict' ? 0 : 1,
    headStart: typeof customer.headStart === 'string' ? minutes(customer.headStart) : 0,
    growingStart: growingStart(customer.headStart),
    waitingCounts: customer.waitingCounts ?? 1,
  };
}

/** A head start by the time waited; `null` for one that is always the same. */
function growingStart(headStart: Customer['headStart']): StepFunction | null {
  if (headStart === undefined || typeof headStart === 'string') return null;
  return stepFunction(
    Object.entries(headStart).map(([waited, credit]) => [minutes(waited), minutes(credit)]),
  );
}

function disciplineOf({ rules }: Scenario, lines: readonly LineModel[]): Discipline {
  switch (rules?.discipline) {
    case 'last-come-first-served':
      return 'last-come';
    case 'random':
      return 'random';
    case 'shortest-job':
      return 'shortest-job';
    case 'first-come-first-served':
    case undefined: {
      const grows = ({ growingStart, waitingCounts }: LineModel): boolean =>
        growingStart !== null || waitingCounts !== 1;
      return lines.some(grows) ? 'by-credit' : 'by-place';
    }
  }
}

function customerModel(id: string, customer: Customer): CustomerModel {
  return {
    id,
    patience: customer.patience ? compileSpread(customer.patience) : null,
    balks: balkRule(customer),
    keepsTicket: share(customer.keepsTicket ?? '0%'),
  };
}

function balkRule({ balks }: Customer): BalkRule | null {
  if (!balks) return null;
  if ('whenNumbersAhead' in balks) {
    return { by: 'numbers', whenAhead: balks.whenNumbersAhead, chance: share(balks.chance) };
  }
  if ('guess' in balks) {
    const { half, scale, floor } = balks.guess;
    return { by: 'guess', half: minutes(half), scale: minutes(scale), floor: share(floor ?? '0%') };
  }
  return { by: 'length', whenWaiting: balks.whenWaiting, chance: share(balks.chance) };
}

/** Share of a class who go to a kiosk for a service, by the clock. */
function willingness(kiosks: Kiosks, service: GivenKioskService, id: string): StepFunction {
  const alone = classShare(service.willing ?? kiosks.willing ?? '100%', id);
  const steps: [number, number][] = [[0, alone]];
  if (kiosks.greeter) {
    const { from, to, adds } = kiosks.greeter;
    steps.push([clock(from), Math.min(1, alone + classShare(adds, id))], [clock(to), alone]);
  }
  return stepFunction(steps);
}

/** One share for everybody, or one for each class; a class that is not named: 0. */
function classShare(shares: string | Readonly<Record<string, string>>, id: string): number {
  return share(typeof shares === 'string' ? shares : (shares[id] ?? '0%'));
}

function kioskService({ customers, kiosks }: Scenario, id: string): KioskService | null {
  const given = kiosks?.services[id] ?? kiosks?.services['*'];
  if (!kiosks || !given) return null;
  return {
    eligible: share(given.eligible ?? '100%'),
    time: compileSpread(given.time),
    succeeds: share(given.succeeds ?? kiosks.succeeds ?? '100%'),
    willing: Object.keys(customers).map((customer) => willingness(kiosks, given, customer)),
  };
}

function kiosksModel(kiosks: Kiosks | undefined, hours: OpeningHours): KiosksModel | null {
  if (!kiosks) return null;
  const steps = hours.periods.flatMap(({ from, to }, i): [number, number][] => {
    const last = i === hours.periods.length - 1;
    return last
      ? [[from, kiosks.count]]
      : [
          [from, kiosks.count],
          [to, 0],
        ];
  });
  return {
    count: kiosks.count,
    open: stepFunction(steps),
    lineUpTo: kiosks.lineUpTo ?? Infinity,
    keepsPlace: kiosks.keepsPlace ?? false,
  };
}
