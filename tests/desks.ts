import {
  clock,
  type CounterGroup,
  counterGroups,
  isCounterPool,
  openingHours,
  type Scenario,
  share,
  type StaffGroup,
} from '@hallsim/scenario';
import { CLERK_STATES, type ClerkState, type HallModel, type VisitLog } from '@hallsim/hall';
import type { Span, Visit } from './observed-day.js';

/** One group of counters as the file describes it. */
export interface Desk {
  readonly serves: (service: string, customer: string) => boolean;
  /**
   * Counters that may start a service at a moment; after closing, those of the last moment before. For
   * clerks, and for counters beyond the roster, the day itself says it.
   */
  readonly open: (time: number) => number;
  /** The fewest and the most of them that were open at any point of a moment. */
  readonly least: (time: number) => number;
  readonly most: (time: number) => number;
  readonly speed: number;
  /** Moments at which `open` may change. */
  readonly changes: readonly number[];
  /** The clerks as the file describes them, `null` for counters open by the clock. */
  readonly clerks: StaffGroup | null;
  /** Counters of the room, the first of the groups that share it, and what breaks of all of them keep to. */
  readonly room: {
    readonly count: number;
    readonly first: number;
    readonly breaks?: CounterGroup['breaks'];
  };
}

/** What one clerk did for some time. */
export interface ClerkSpan extends Span {
  readonly group: number;
  /** Number of the clerk in the group, from 0. */
  readonly clerk: number;
  readonly state: ClerkState;
  readonly rostered: boolean;
}

/** The state log in words, in the order of its entries; the last one of a clerk lasts for ever. */
export function clerkSpans({ groups }: HallModel, { states }: VisitLog): ClerkSpan[] {
  const units = groups.flatMap(({ count }, group) =>
    Array.from({ length: count }, (_, clerk) => ({ group, clerk })),
  );
  return Array.from({ length: states.length }, (_, i) => {
    let next = i + 1;
    while (next < states.length && states.unit[next] !== states.unit[i]) next++;
    return {
      ...units[states.unit[i]!]!,
      state: CLERK_STATES[states.state[i]!]!,
      rostered: states.rostered[i] === 1,
      from: states.from[i]!,
      to: next < states.length ? states.from[next]! : Infinity,
    };
  });
}

/** How many counters of a group were open beyond its roster, from each moment on. */
function extraSteps(log: VisitLog | null, group: number): { time: number; n: number }[] {
  const { extra } = log ?? {};
  if (extra === undefined) return [];
  return Array.from({ length: extra.length }, (_, i) => i)
    .filter((i) => extra.group[i] === group)
    .map((i) => ({ time: extra.from[i]!, n: extra.open[i]! }));
}

const ON_FLOOR: readonly ClerkState[] = [
  'idle',
  'down',
  'interrupted',
  'calling',
  'walking',
  'serving',
  'after-work',
];

const BUSY: readonly ClerkState[] = ['calling', 'walking', 'serving', 'after-work'];

/** From the call of a customer, or of a number whose owner has gone, to the end of the work after it. */
export const isBusy = ({ state }: ClerkSpan): boolean => BUSY.includes(state);

/** The clerk stands at a counter. */
export const onFloor = ({ state }: ClerkSpan): boolean => ON_FLOOR.includes(state);

/**
 * The counter groups of a scenario on its default day, read from the file a second time and naively.
 * @param log the day itself, which alone knows when clerks are at the counters
 */
export function desksOf(scenario: Scenario, model: HallModel, log: VisitLog | null): Desk[] {
  const { periods, closes } = openingHours(scenario.day);
  const doors = periods.flatMap(({ from, to }) => [from, to]);
  const indoors = (time: number): boolean =>
    time >= closes || periods.some(({ from, to }) => time >= from && time < to);
  const did = log === null ? [] : clerkSpans(model, log);
  const spans = did.filter((span) => onFloor(span) && span.rostered);
  const desks: Desk[] = [];
  const addClerks = (
    staff: Readonly<Record<string, StaffGroup>>,
    { breaks, count, customers }: Pick<CounterGroup, 'breaks' | 'count' | 'customers'>,
  ): void => {
    const room = { count, first: desks.length, breaks };
    for (const clerks of Object.values(staff)) {
      const own = spans.filter(({ group }) => group === desks.length);
      const atLast = own.filter(({ from, to }) => from < closes && to >= closes).length;
      desks.push({
        serves: (service, customer) =>
          clerks.skills.includes(service) && (customers?.includes(customer) ?? true),
        open: (time) =>
          time >= closes ? atLast : own.filter(({ from, to }) => from <= time && time < to).length,
        least: () => 0,
        most: () => clerks.headcount,
        speed: share(clerks.speed ?? '100%'),
        changes: [...doors, ...own.flatMap(({ from, to }) => [from, to])],
        clerks,
        room,
      });
    }
  };
  if (isCounterPool(scenario.counters)) {
    addClerks(scenario.staff ?? {}, scenario.counters);
    return desks;
  }
  const roster = scenario.demand.dayTypes?.[model.dayType ?? '']?.roster;
  for (const group of Object.values(counterGroups(scenario))) {
    if (group.staff) {
      addClerks(group.staff, group);
      continue;
    }
    const rosters = group.open ?? {};
    const steps = Object.entries(rosters[roster ?? Object.keys(rosters)[0]!]!)
      .map(([time, n]) => ({ time: clock(time), n }))
      .filter(({ time }) => time < closes)
      .sort((a, b) => a.time - b.time);
    const level = (time: number): number =>
      indoors(time) ? (steps.findLast((step) => step.time <= time)?.n ?? 0) : 0;
    const extra = extraSteps(log, desks.length);
    const beyond = (time: number): number => extra.findLast((step) => step.time <= time)?.n ?? 0;
    const levelsAt = (time: number): number[] => {
      const now = extra.filter((step) => step.time === time).map(({ n }) => n);
      return [extra.findLast((step) => step.time < time)?.n ?? 0, ...now];
    };
    desks.push({
      serves: (service, customer) =>
        group.skills!.includes(service) && (group.customers?.includes(customer) ?? true),
      open: (time) => level(time) + beyond(time),
      least: (time) => level(time) + Math.min(...levelsAt(time)),
      most: (time) => level(time) + Math.max(...levelsAt(time)),
      speed: 1,
      changes: [...doors, ...steps.map(({ time }) => time), ...extra.map(({ time }) => time)],
      clerks: null,
      room: { count: group.count, first: desks.length },
    });
  }
  return desks;
}

/** Stretches in between two opening periods. */
export function closures({ day }: Scenario): Span[] {
  const { periods } = openingHours(day);
  return periods.slice(1).map(({ from }, i) => ({ from: periods[i]!.to, to: from }));
}

/** Positions of the groups that may serve a visit. */
export const desksAble = (desks: readonly Desk[], { service, customer }: Visit): number[] =>
  desks.flatMap((desk, g) => (desk.serves(service, customer) ? [g] : []));

/** Whether a group, by its position in the file, helps customers of a class with a service. */
export function mayHelp(
  scenario: Scenario,
  group: number,
  service: string,
  customer: string,
): boolean {
  if (isCounterPool(scenario.counters)) return false;
  const { skills = [], customers, helps } = groupsByDesk(scenario)[group]!;
  if (helps === undefined) return false;
  const only = helps.customers ?? customers;
  return (helps.skills ?? skills).includes(service) && (only?.includes(customer) ?? true);
}

/** The group of each desk: each kind of clerks is one. */
function groupsByDesk(scenario: Scenario): CounterGroup[] {
  return Object.values(counterGroups(scenario)).flatMap((group) =>
    group.staff === undefined ? [group] : Object.keys(group.staff).map(() => group),
  );
}

/** Whether any group helps others. */
export const anyHelps = (scenario: Scenario): boolean =>
  !isCounterPool(scenario.counters) &&
  Object.values(counterGroups(scenario)).some(({ helps }) => helps !== undefined);

/** Whether people stand at the counters instead of taking a ticket. */
export const hasCounterLines = ({ rules }: Scenario): boolean => rules?.queues === 'per-counter';

/** Whether a newcomer who joins a line may make it so long that a free or one more counter calls at once. */
export const callsAtOnce = (scenario: Scenario): boolean =>
  anyHelps(scenario) ||
  (!isCounterPool(scenario.counters) &&
    Object.values(counterGroups(scenario)).some(({ elastic }) => elastic !== undefined));
