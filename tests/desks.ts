import {
  clock,
  counterGroups,
  isCounterPool,
  minutes,
  openingHours,
  type Scenario,
  share,
  type StaffGroup,
} from '@hallsim/scenario';
import type { Span, Visit } from './observed-day.js';

/** One group of counters as the file describes it. */
export interface Desk {
  readonly serves: (service: string, customer: string) => boolean;
  /** Counters that may start a service at a moment; after closing, those of the last moment before. */
  readonly open: (time: number) => number;
  readonly speed: number;
  /** Moments at which `open` may change. */
  readonly changes: readonly number[];
}

/** The counter groups of a scenario on its default day, read from the file a second time and naively. */
export function desksOf(scenario: Scenario, dayType: string | null): Desk[] {
  const { periods, closes } = openingHours(scenario.day);
  const doors = periods.flatMap(({ from, to }) => [from, to]);
  const indoors = (time: number): boolean =>
    time >= closes || periods.some(({ from, to }) => time >= from && time < to);
  const counters = scenario.counters;
  if (isCounterPool(counters)) {
    const staff = Object.values(scenario.staff ?? {});
    const room = counters.count;
    let taken = (_time: number): number => 0;
    return staff.map((clerks) => {
      const before = taken;
      const open = (time: number): number =>
        Math.min(onDuty(clerks, closes, time), Math.max(0, room - before(time)));
      taken = (time) => before(time) + open(time);
      return {
        serves: (service) => clerks.skills.includes(service),
        open: (time) => (indoors(time) ? open(time) : 0),
        speed: share(clerks.speed ?? '100%'),
        changes: [...doors, ...staff.flatMap(shiftMoments)],
      };
    });
  }
  const roster = scenario.demand.dayTypes?.[dayType ?? '']?.roster;
  return Object.values(counterGroups(scenario)).map((group) => {
    const rosters = group.open ?? {};
    const steps = Object.entries(rosters[roster ?? Object.keys(rosters)[0]!]!)
      .map(([time, n]) => ({ time: clock(time), n }))
      .filter(({ time }) => time < closes)
      .sort((a, b) => a.time - b.time);
    return {
      serves: (service, customer) =>
        group.skills!.includes(service) && (group.customers?.includes(customer) ?? true),
      open: (time) => (indoors(time) ? (steps.findLast((step) => step.time <= time)?.n ?? 0) : 0),
      speed: 1,
      changes: [...doors, ...steps.map(({ time }) => time)],
    };
  });
}

/** Clerks at work; those whose shift ends at closing stay until everybody is served. */
function onDuty({ headcount, shift, breaks }: StaffGroup, closes: number, time: number): number {
  if (time < clock(shift.from)) return 0;
  if (time >= clock(shift.to) && clock(shift.to) < closes) return 0;
  let resting = 0;
  for (const { from, length, oneAtATime } of Object.values(breaks ?? {})) {
    const start = clock(from);
    const turns = oneAtATime ? headcount : 1;
    if (time >= start && time < start + minutes(length) * turns) {
      resting += oneAtATime ? Math.min(1, headcount) : headcount;
    }
  }
  return Math.max(0, headcount - resting);
}

function shiftMoments({ headcount, shift, breaks }: StaffGroup): number[] {
  const pauses = Object.values(breaks ?? {}).flatMap(({ from, length, oneAtATime }) => [
    clock(from),
    clock(from) + minutes(length) * (oneAtATime ? headcount : 1),
  ]);
  return [clock(shift.from), clock(shift.to), ...pauses];
}

/** Stretches in between two opening periods. */
export function closures({ day }: Scenario): Span[] {
  const { periods } = openingHours(day);
  return periods.slice(1).map(({ from }, i) => ({ from: periods[i]!.to, to: from }));
}

/** Positions of the groups that may serve a visit. */
export const desksAble = (desks: readonly Desk[], { service, customer }: Visit): number[] =>
  desks.flatMap((desk, g) => (desk.serves(service, customer) ? [g] : []));
