import type { CountedQuantiles } from '@hallsim/stats';
import type { WaitDistribution } from './summary-json.js';

/** Minutes at which the distribution of waits is given: narrow where most people are. */
const MINUTES = [0, 0.5, 1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 120];

/** How long people waited, as shares with their intervals; empty where nobody was served. */
export function waitDistribution(waits: CountedQuantiles): WaitDistribution {
  if (waits.total === 0) return { ecdf: [], histogram: [] };
  const all = MINUTES.map((minutes) => ({ minutes, ...waits.shareBelow(minutes) }));
  // up to the first that nobody waited longer than
  const end = all.findIndex(({ value }) => value === 1);
  const shown = end < 0 ? all : all.slice(0, end + 1);
  const ecdf = shown.map(({ minutes, value, low, high, reason }) => ({
    minutes,
    share: value!,
    low,
    high,
    ...(reason && { reason }),
  }));
  const pieces: WaitDistribution['histogram'][number][] = ecdf.map(({ minutes, share }, i) => ({
    from: ecdf[i - 1]?.minutes ?? 0,
    to: minutes,
    share: share - (ecdf[i - 1]?.share ?? 0),
  }));
  const last = ecdf[ecdf.length - 1]!;
  const histogram =
    last.share < 1 ? [...pieces, { from: last.minutes, to: null, share: 1 - last.share }] : pieces;
  return { ecdf, histogram };
}
