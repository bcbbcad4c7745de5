import type { HallModel, StepFunction } from '@hallsim/hall';

/** Counters open by the clock: for each group, from which minute of the day on how many. A group that is not named stays as it is. */
export type OpenCounters = Readonly<
  Record<string, readonly (readonly [from: number, count: number])[]>
>;

/**
 * The hall with other counters open. They open when the plan says so, even while the hall is closed in
 * between; of a group without counters there may be as many as the plan opens, and clerks of a group that is
 * named are counters that open by the clock.
 * @throws RangeError for a group that the hall does not have
 */
export function withOpenCounters(model: HallModel, open: OpenCounters): HallModel {
  const known = model.groups.map(({ id }) => id);
  const unknown = Object.keys(open).find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new RangeError(`The hall has no group "${unknown}". It has: ${known.join(', ')}.`);
  }
  return {
    ...model,
    groups: model.groups.map((group) => {
      const steps = open[group.id];
      if (steps === undefined) return group;
      const most = steps.reduce((top, [, count]) => Math.max(top, count), group.count);
      return { ...group, count: most, open: stepsOf(steps), clerks: null };
    }),
  };
}

/** Steps in the order of time, without those that change nothing. */
function stepsOf(steps: readonly (readonly [number, number])[]): StepFunction {
  const sorted = steps.toSorted(([a], [b]) => a - b);
  const kept = sorted.filter(([, count], i) => count !== (i === 0 ? 0 : sorted[i - 1]![1]));
  return {
    times: Float64Array.from(kept, ([time]) => time),
    values: Float64Array.from(kept, ([, count]) => count),
  };
}
