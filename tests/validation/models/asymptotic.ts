import { type Case, number } from '../cases.js';
import type { Answer } from '../row.js';
import { rate } from '../spreads.js';
import { longRun, WARM_UP } from '../steady.js';
import type { World } from '../world.js';

/**
 * How the variance of a time average falls with the length of the run: length × variance of the
 * averages of successive windows, at two lengths. The longer one misses the limit by half as much as
 * the shorter one (up to a term that dies out exponentially), so that twice the longer minus the
 * shorter has no such bias.
 */
export function asymptoticVariance(one: Case, world: World): Answer {
  const arrivals = number(one, 'lambda_per_min');
  const ofTime = one.metric === 'asymptoticVarianceOfTimeAverageN';
  const net = world.network({
    sources: { door: { arrivals: { every: rate(arrivals) }, to: 'desk' } },
    stations: {
      desk: { servers: number(one, 'servers'), service: rate(number(one, 'mu_per_min')) },
    },
  });
  const perWindow = 1600;
  const minutes = perWindow / arrivals;
  return longRun(
    (seed, replication, size) => {
      const sums = new Float64Array(size);
      const from = WARM_UP / arrivals;
      if (ofTime) {
        net.run({
          seed,
          replication,
          until: from + (size + 1) * minutes,
          observe: [],
          onVisit: ({ joined, ended }) => {
            // a stay adds to each window what lies in it
            const first = Math.max(0, Math.floor((joined - from) / minutes));
            const last = Math.min(size - 1, Math.floor((ended - from) / minutes));
            for (let k = first; k <= last; k++) {
              const start = from + k * minutes;
              sums[k] =
                (sums[k] ?? 0) +
                Math.max(0, Math.min(ended, start + minutes) - Math.max(joined, start));
            }
          },
        });
        return extrapolated(sums.map((sum) => sum / minutes)) * minutes;
      }
      net.run({
        seed,
        replication,
        customers: size * perWindow,
        warmUp: WARM_UP,
        observe: [],
        onVisit: ({ number: nth, joined, started }) => {
          if (nth < WARM_UP) return;
          const k = Math.floor((nth - WARM_UP) / perWindow);
          sums[k] = (sums[k] ?? 0) + (started - joined);
        },
      });
      return extrapolated(sums.map((sum) => sum / perWindow)) * perWindow;
    },
    {
      unit: `windows of ${perWindow} customers`,
      customersPerUnit: perWindow,
      aim: 0.05,
      atMost: 80_000_000,
      atLeast: 100,
    },
  );
}

/** Twice (2 × variance of the averages of two) minus (variance of the averages of one). */
function extrapolated(averages: Float64Array): number {
  const pairs = Float64Array.from(
    { length: Math.floor(averages.length / 2) },
    (_, i) => ((averages[2 * i] ?? NaN) + (averages[2 * i + 1] ?? NaN)) / 2,
  );
  return 2 * (2 * variance(pairs)) - variance(averages);
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return (
    values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1)
  );
}
