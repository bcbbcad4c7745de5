import {
  clock,
  counterGroups,
  isCounterPool,
  minutes,
  type OpeningHours,
  type Scenario,
  share,
  type StaffGroup,
} from '@hallsim/scenario';
import { levelAt, type StepFunction, stepFunction, total, within } from './step-function.js';

/** A group of counters before its lines are known. */
export interface GroupPlan {
  readonly id: string;
  readonly count: number;
  readonly open: StepFunction;
  readonly speed: number;
  readonly skills: readonly string[];
  /** The only customer classes served; `null` for all. */
  readonly customers: readonly string[] | null;
}

/** The counter groups of a hall on a roster (`null`: each group's first), open by the clock. */
export function compileGroups(
  scenario: Scenario,
  roster: string | null,
  hours: OpeningHours,
): GroupPlan[] {
  if (isCounterPool(scenario.counters)) {
    return staffed('', scenario.staff ?? {}, scenario.counters.count, null, hours);
  }
  return Object.entries(counterGroups(scenario)).flatMap(([id, group]) => {
    const customers = group.customers ?? null;
    if (group.staff) return staffed(`${id}.`, group.staff, group.count, customers, hours);
    const rosters = group.open ?? {};
    const steps = rosters[roster ?? Object.keys(rosters)[0] ?? ''] ?? {};
    const open = stepFunction(Object.entries(steps).map(([time, n]) => [clock(time), n]));
    const skills = group.skills ?? [];
    return [{ id, count: group.count, open: whileOpen(open, hours), speed: 1, skills, customers }];
  });
}

/** One group for each kind of clerk; those first in the file take the counters first when there are too few. */
function staffed(
  prefix: string,
  staff: Readonly<Record<string, StaffGroup>>,
  counters: number,
  customers: readonly string[] | null,
  hours: OpeningHours,
): GroupPlan[] {
  const taken: StepFunction[] = [];
  return Object.entries(staff).map(([id, group]) => {
    const wanted = onDuty(group, hours);
    const times = new Set([wanted, ...taken].flatMap((steps) => [...steps.times]));
    const used = total(taken);
    const open = stepFunction(
      [...times].map((time) => [
        time,
        Math.min(levelAt(wanted, time), Math.max(0, counters - levelAt(used, time))),
      ]),
    );
    taken.push(open);
    return {
      id: prefix + id,
      count: Math.min(group.headcount, counters),
      open: whileOpen(open, hours),
      speed: share(group.speed ?? '100%'),
      skills: group.skills,
      customers,
    };
  });
}

/** Clerks at work by the clock: the shift, less those on a break. */
function onDuty({ headcount, shift, breaks }: StaffGroup, hours: OpeningHours): StepFunction {
  const from = clock(shift.from);
  // Who is on duty at closing stays until the hall is empty; the time after the shift is overtime.
  const to = clock(shift.to) >= hours.closes ? Infinity : clock(shift.to);
  const away = Object.values(breaks ?? {}).map((pause) => {
    const start = clock(pause.from);
    const length = minutes(pause.length) * (pause.oneAtATime ? headcount : 1);
    return stepFunction([
      [start, pause.oneAtATime ? Math.min(1, headcount) : headcount],
      [start + length, 0],
    ]);
  });
  const resting = total(away);
  const times = new Set([from, ...resting.times]);
  const steps: [number, number][] = [...times]
    .filter((time) => time >= from && time < to)
    .map((time) => [time, Math.max(0, headcount - levelAt(resting, time))]);
  if (to < Infinity) steps.push([to, 0]);
  return stepFunction(steps);
}

/** Nobody starts a service while the hall is closed in between; after the last closing the last level holds. */
function whileOpen(open: StepFunction, { opens, periods }: OpeningHours): StepFunction {
  const last = periods.length - 1;
  return within(
    open,
    periods.map(({ from, to }, i) => ({
      from: i === 0 ? opens : from,
      to: i === last ? Infinity : to,
    })),
  );
}
