import { type OpenCounters, type RuleModule, rulesOf } from '@hallsim/experiment';
import { compile, type GroupModel, type HallModel, levelAt } from '@hallsim/hall';
import { counterGroups, isCounterPool, openingHours, type Scenario } from '@hallsim/scenario';
import { type LeftOut, leftOutOf, onRoster } from './left-out.js';
import { checkTarget, type StaffingTarget } from './staffing-target.js';

/** How many counters are open: entry `group * slots + slot`. */
export type StaffingPlan = Int32Array;

/** A half hour in which the hall is open and counts; the last one before a closing may be shorter. */
export interface StaffingSlot {
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
}

/** Groups that share counters. */
interface Room {
  readonly counters: number;
  readonly groups: readonly number[];
}

/** What is to be decided: counters of each group in each half hour of a day. */
export interface StaffingProblem {
  /** The hall of the file, with the target's time as its own, and half hours as its intervals; without variants. */
  readonly file: Scenario;
  /** The hall that is planned: no counter opens beyond the plan. */
  readonly scenario: Scenario;
  /** What the file says and the planned hall does not do. */
  readonly leftOut: readonly LeftOut[];
  readonly day: string | undefined;
  /** Modules of rules of one's own, loaded before. */
  readonly rules: readonly RuleModule[];
  readonly model: HallModel;
  readonly target: StaffingTarget;
  readonly slots: readonly StaffingSlot[];
  readonly rooms: readonly Room[];
  /** 1 where the group has a counter in the file, or a clerk on duty; entries as in a plan. */
  readonly staffed: Uint8Array;
  /** Half hours, by the number of their interval, whose promise no counters can keep: nothing is planned for it. */
  readonly outOfReach: ReadonlySet<number>;
}

/** Minutes. */
export const HALF_HOUR = 30;

/** @throws RangeError for a target that cannot be; UnknownDayTypeError */
export function staffingProblem(
  original: Scenario,
  day: string | undefined,
  target: StaffingTarget,
  rules: readonly RuleModule[] = [],
): StaffingProblem {
  checkTarget(target);
  const { variants: _, ...base } = original;
  const within = target.within as `${number} min`;
  const file: Scenario = {
    ...base,
    targets: { ...base.targets, 'service-level': { ...base.targets?.['service-level'], within } },
    run: { ...base.run, bucket: '30 min' },
  };
  const chosen = { rules: rulesOf(rules), ...(day !== undefined && { day }) };
  const inFile = compile(file, chosen);
  const slots = slotsOf(file, inFile);
  const scenario = onRoster(file);
  const model = scenario === file ? inFile : compile(scenario, chosen);
  const staffed = new Uint8Array(model.groups.length * slots.length);
  model.groups.forEach(({ open, clerks, count }, g) => {
    slots.forEach(({ from }, k) => {
      const onShift = clerks !== null && clerks.shift.from <= from && from < clerks.shift.to;
      const counters = clerks === null ? levelAt(open, from) : onShift ? count : 0;
      staffed[g * slots.length + k] = counters > 0 ? 1 : 0;
    });
  });
  const rooms = roomsOf(scenario, model);
  const leftOut = leftOutOf(inFile);
  const outOfReach = new Set<number>();
  return { file, scenario, leftOut, day, rules, model, target, slots, rooms, staffed, outOfReach };
}

/** Half hours from opening or the end of the warm-up on, as the intervals of a summary are cut, inside the opening periods. */
function slotsOf({ day }: Scenario, { measuredFrom, closes }: HallModel): StaffingSlot[] {
  const { periods } = openingHours(day);
  const slots: StaffingSlot[] = [];
  for (let from = measuredFrom; from < closes; from += HALF_HOUR) {
    for (const period of periods) {
      const slot = { from: Math.max(from, period.from), to: Math.min(from + HALF_HOUR, period.to) };
      if (slot.to > slot.from) slots.push(slot);
    }
  }
  return slots;
}

function roomsOf(scenario: Scenario, { groups }: HallModel): Room[] {
  const all = groups.map((_, g) => g);
  if (isCounterPool(scenario.counters)) {
    return [{ counters: scenario.counters.count, groups: all }];
  }
  return Object.entries(counterGroups(scenario)).map(([id, { count }]) => ({
    counters: count,
    groups: all.filter((g) => groups[g]!.id === id || groups[g]!.id.startsWith(`${id}.`)),
  }));
}

/** Whether a plan with one counter more, or fewer, is allowed: there are so many counters and clerks, and nobody loses the only counter. */
export function mayChange(
  problem: StaffingProblem,
  plan: StaffingPlan,
  { group, slot, by }: StaffingMove,
): boolean {
  const at = (g: number): number => plan[g * problem.slots.length + slot]!;
  if (by === 1) {
    return (
      at(group) < problem.model.groups[group]!.count &&
      problem.rooms.every(
        ({ counters, groups }) =>
          !groups.includes(group) || groups.reduce((sum, g) => sum + at(g), 0) < counters,
      )
    );
  }
  return at(group) > 1 || (at(group) === 1 && !isOnlyCounter(problem, plan, group, slot));
}

/**
 * Whether customers for whom the file has a counter in this half hour would have none without this
 * group. The last such counter stays open: a promise kept by sending a kind of customer away is none.
 */
export function isOnlyCounter(
  { model, slots, staffed }: StaffingProblem,
  plan: StaffingPlan,
  group: number,
  slot: number,
): boolean {
  const open = (some: StaffingPlan | Uint8Array, g: number): boolean =>
    some[g * slots.length + slot]! > 0;
  return [...model.groups[group]!.lines].some((line) => {
    const groups = [...model.lines[line]!.groups];
    return (
      groups.some((g) => open(staffed, g)) && !groups.some((g) => g !== group && open(plan, g))
    );
  });
}

/** Every counter open in every half hour; `null` where groups share counters, so that more of one is fewer of another. */
export function fullest({ model, slots, rooms }: StaffingProblem): StaffingPlan | null {
  const most = model.groups.map(({ count }) => count);
  const fits = rooms.every(
    ({ counters, groups }) => groups.reduce((sum, g) => sum + most[g]!, 0) <= counters,
  );
  return fits ? Int32Array.from(most.flatMap((count) => slots.map(() => count))) : null;
}

/** Whether a plan opens counters of clerks in a half hour that is not all within their shift. */
export function isOffShift(
  { model, slots }: StaffingProblem,
  plan: StaffingPlan,
  group: number,
  slot: number,
): boolean {
  const shift = model.groups[group]!.clerks?.shift;
  if (shift === undefined || plan[group * slots.length + slot] === 0) return false;
  const { from, to } = slots[slot]!;
  return from < shift.from || to > shift.to;
}

/** One counter more or fewer in one half hour. */
export interface StaffingMove {
  readonly group: number;
  readonly slot: number;
  readonly by: 1 | -1;
}

export function moved(
  { slots }: StaffingProblem,
  plan: StaffingPlan,
  moves: readonly StaffingMove[],
): StaffingPlan {
  const next = plan.slice();
  for (const { group, slot, by } of moves) next[group * slots.length + slot]! += by;
  return next;
}

/** Every single step up or down that is allowed. */
export function moves(problem: StaffingProblem, plan: StaffingPlan, by: 1 | -1): StaffingMove[] {
  return problem.model.groups.flatMap((_, group) =>
    problem.slots.flatMap((__, slot) => {
      const move = { group, slot, by };
      return mayChange(problem, plan, move) ? [move] : [];
    }),
  );
}

/** The plan by the clock; in the warm-up before it the counters of the file, and while the hall is closed in between none. */
export function openOf({ model, slots }: StaffingProblem, plan: StaffingPlan): OpenCounters {
  return Object.fromEntries(
    model.groups.map((group, g) => [
      group.id,
      [
        ...countersBefore(group, model.measuredFrom),
        ...slots.flatMap(({ from, to }, k): [number, number][] => {
          const next = slots[k + 1];
          const step: [number, number] = [from, plan[g * slots.length + k]!];
          return next !== undefined && next.from > to ? [step, [to, 0]] : [step];
        }),
      ],
    ]),
  );
}

/** Counters that a group of the file opens before a moment; clerks have one each while they are on duty. */
function countersBefore({ open, clerks, count }: GroupModel, time: number): [number, number][] {
  const steps =
    clerks === null
      ? [...open.times].map((from, i): [number, number] => [from, open.values[i]!])
      : [[clerks.shift.from, count] as [number, number], [clerks.shift.to, 0] as [number, number]];
  return steps.filter(([from]) => from < time);
}

export function counterHours({ slots, model }: StaffingProblem, plan: StaffingPlan): number {
  return model.groups.reduce(
    (sum, _, g) =>
      slots.reduce(
        (part, { from, to }, k) => part + (plan[g * slots.length + k]! * (to - from)) / 60,
        sum,
      ),
    0,
  );
}
