/** A level that changes by the clock: `values[i]` holds from `times[i]` to the next time; 0 before the first. */
export interface StepFunction {
  /** Minutes since midnight, rising. */
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/** Builds a step function from (time, value) pairs in any order; of two values at one time the later pair wins. Steps that change nothing are left out. */
export function stepFunction(steps: Iterable<readonly [number, number]>): StepFunction {
  const sorted = [...new Map(steps)].sort((a, b) => a[0] - b[0]);
  const kept = sorted.filter(([, value], i) => value !== (i === 0 ? 0 : sorted[i - 1]![1]));
  return {
    times: Float64Array.from(kept, ([time]) => time),
    values: Float64Array.from(kept, ([, value]) => value),
  };
}

/** The level at a moment. */
export function levelAt(steps: StepFunction, time: number): number {
  const { times, values } = steps;
  let passed = 0;
  while (passed < times.length && times[passed]! <= time) passed++;
  return passed === 0 ? 0 : values[passed - 1]!;
}

/** Integral of the level over [from, to), in level × minutes. */
export function integral(steps: StepFunction, from: number, to: number): number {
  let sum = 0;
  for (let i = 0; i < steps.times.length; i++) {
    const start = Math.max(from, steps.times[i]!);
    const end = Math.min(to, steps.times[i + 1] ?? Infinity);
    if (end > start) sum += steps.values[i]! * (end - start);
  }
  return sum;
}

/** The level inside the periods and 0 outside of them. */
export function within(
  steps: StepFunction,
  periods: readonly { readonly from: number; readonly to: number }[],
): StepFunction {
  const cut: [number, number][] = [];
  for (const { from, to } of periods) {
    cut.push([from, levelAt(steps, from)]);
    for (let i = 0; i < steps.times.length; i++) {
      if (steps.times[i]! > from && steps.times[i]! < to)
        cut.push([steps.times[i]!, steps.values[i]!]);
    }
    cut.push([to, 0]);
  }
  return stepFunction(cut);
}

/** The sum of several levels. */
export function total(list: readonly StepFunction[]): StepFunction {
  const times = new Set(list.flatMap((steps) => [...steps.times]));
  return stepFunction(
    [...times].map(
      (time) => [time, list.reduce((sum, steps) => sum + levelAt(steps, time), 0)] as const,
    ),
  );
}
