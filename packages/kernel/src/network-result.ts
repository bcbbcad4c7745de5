import type { Integrals, NetworkEnd } from './network-course.js';
import type { NetworkPlan } from './network-plan.js';
import { type VisitResult, visitResult, type VisitTally } from './network-tally.js';
import type { RunEnd } from './run-limits.js';

/** Time averages of a station, from the end of the warm-up to `until` or to the last arrival; NaN if not observed. */
export interface StationLevels {
  /** Customers at the station. */
  readonly present: number;
  /** Customers who wait for service. */
  readonly waiting: number;
  /** Servers at work. */
  readonly busy: number;
  /** Customers who hold a server until there is a place at their next station. */
  readonly blocked: number;
  /**
   * Servers at work / servers there; 0 if there are infinitely many. Above 1 where servers finish
   * after their number fell.
   */
  readonly utilisation: number;
}

/** What happened at one station. */
export interface StationResult<ClassId extends string = string> extends VisitResult {
  readonly level: StationLevels;
  readonly byClass: Readonly<Record<ClassId, VisitResult>>;
}

/** What happened in a network. */
export interface NetworkResult<StationId extends string = string> {
  /**
   * `customers`: all who were to come came and left. `empty`: no more come, or those inside are
   * stuck. `until`, `aborted`: as asked for.
   */
  readonly end: RunEnd;
  /** Time of the clock at the end. */
  readonly time: number;
  /** Length of the span over which levels were taken; NaN if they were not. */
  readonly span: number;
  readonly stations: Readonly<Record<StationId, StationResult>>;
  /** Of those who left: number, and mean time from entering the network; NaN if visits are not observed. */
  readonly sojourn: { readonly count: number; readonly mean: number };
  /** Customers still inside: with `until`, or stuck in a circle of full stations. */
  readonly inside: number;
}

/** Of a run, what people look at; what the tallies have kept for it is gone then. */
export function networkResult(
  { stations, classes }: NetworkPlan,
  { end, time, inside, observed }: NetworkEnd,
  tallies: readonly (readonly VisitTally[])[],
  over: readonly number[],
  quantiles: readonly number[],
): NetworkResult {
  const span = observed === undefined ? NaN : observed.levelsTo - observed.levelsFrom;
  const results = stations.map(({ id }, i): [string, StationResult] => {
    const byClass = classes.map((name, k): [string, VisitResult] => [
      name,
      visitResult([tallies[i]![k]!], over, quantiles),
    ]);
    const all = byClass.length === 1 ? byClass[0]![1] : visitResult(tallies[i]!, over, quantiles);
    const level = levels(observed?.stations[i], span);
    return [id, { ...all, level, byClass: Object.fromEntries(byClass) }];
  });
  for (const tally of tallies.flat()) tally.forgetWaits();
  const { sojourns = 0, sojournSum = NaN } = observed ?? {};
  return {
    end,
    time,
    span,
    stations: Object.fromEntries(results),
    sojourn: { count: sojourns, mean: sojournSum / sojourns },
    inside,
  };
}

function levels(station: Integrals | undefined, span: number): StationLevels {
  if (station === undefined || Number.isNaN(span)) {
    return { present: NaN, waiting: NaN, busy: NaN, blocked: NaN, utilisation: NaN };
  }
  return {
    present: station.presentTime / span,
    waiting: station.waitingTime / span,
    busy: station.busyTime / span,
    // where nobody is blocked the three sums may differ in their last bits
    blocked: Math.max(0, station.presentTime - station.waitingTime - station.busyTime) / span,
    utilisation: station.busyTime / station.serverTime,
  };
}
