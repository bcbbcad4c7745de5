/**
 * A rate of arrivals over the day in straight pieces: piece i starts at `times[i]` with `rates[i]` and
 * changes by `slopes[i]` a minute until the next piece; 0 before the first. Customers per half hour.
 */
export interface RateCurve {
  /** Minutes since midnight, rising. */
  readonly times: Float64Array;
  readonly rates: Float64Array;
  /** Change of the rate a minute; 0 for a rate that stays. */
  readonly slopes: Float64Array;
}

type Piece = readonly [from: number, value: number, slope: number];
type Period = { readonly from: number; readonly to: number };

function curveOf(pieces: readonly Piece[]): RateCurve {
  return {
    times: Float64Array.from(pieces, ([from]) => from),
    rates: Float64Array.from(pieces, ([, value]) => value),
    slopes: Float64Array.from(pieces, ([, , slope]) => slope),
  };
}

const inOrder = (points: Iterable<readonly [number, number]>): [number, number][] =>
  [...new Map(points)].sort((a, b) => a[0] - b[0]);

/** A rate that holds from each time until the next. */
export function rateSteps(points: Iterable<readonly [number, number]>): RateCurve {
  return curveOf(inOrder(points).map(([from, value]) => [from, value, 0]));
}

/** A rate that goes in straight lines from each point to the next; the last one holds. */
export function rateLines(points: Iterable<readonly [number, number]>): RateCurve {
  const sorted = inOrder(points);
  return curveOf(
    sorted.map(([from, value], i) => {
      const next = sorted[i + 1];
      return [from, value, next === undefined ? 0 : (next[1] - value) / (next[0] - from)];
    }),
  );
}

/** The rate at a moment. */
export function rateAt({ times, rates, slopes }: RateCurve, time: number): number {
  let i = times.length - 1;
  while (i >= 0 && times[i]! > time) i--;
  return i < 0 ? 0 : rates[i]! + slopes[i]! * (time - times[i]!);
}

/** Largest and smallest rate within [from, to). */
export function rateRange(rate: RateCurve, from: number, to: number): { min: number; max: number } {
  let min = rateAt(rate, from);
  let max = min;
  const see = (value: number): void => {
    min = Math.min(min, value);
    max = Math.max(max, value);
  };
  const { times, rates, slopes } = rate;
  for (let i = 0; i < times.length; i++) {
    const start = times[i]!;
    const end = Math.min(to, times[i + 1] ?? Infinity);
    if (end <= from || start >= to) continue;
    if (start > from) see(rates[i]!);
    see(rates[i]! + slopes[i]! * (end - start));
  }
  return { min, max };
}

/** Integral of the rate over [from, to), in rate × minutes: with customers per half hour, 30 times as many as are expected. */
export function rateIntegral(
  { times, rates, slopes }: RateCurve,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let i = 0; i < times.length; i++) {
    const start = Math.max(from, times[i]!);
    const end = Math.min(to, times[i + 1] ?? Infinity);
    if (end <= start) continue;
    const middle = rates[i]! + slopes[i]! * ((start + end) / 2 - times[i]!);
    sum += middle * (end - start);
  }
  return sum;
}

/** The same curve multiplied by a factor. */
export function scaledRate({ times, rates, slopes }: RateCurve, factor: number): RateCurve {
  return {
    times,
    rates: rates.map((value) => value * factor),
    slopes: slopes.map((slope) => slope * factor),
  };
}

/** The rate inside the periods and 0 outside of them. */
export function rateWithin(rate: RateCurve, periods: readonly Period[]): RateCurve {
  const { times, rates, slopes } = rate;
  const pieces: Piece[] = [];
  for (const { from, to } of periods) {
    for (let i = 0; i < times.length; i++) {
      const start = Math.max(from, times[i]!);
      const end = Math.min(to, times[i + 1] ?? Infinity);
      if (end <= start) continue;
      pieces.push([start, rates[i]! + slopes[i]! * (start - times[i]!), slopes[i]!]);
    }
    pieces.push([to, 0, 0]);
  }
  // where one period ends as the next begins, the later piece holds
  return curveOf(pieces.filter(([from], i) => from !== pieces[i + 1]?.[0]));
}
