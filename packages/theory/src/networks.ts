import { checkCount, checkList, checkNotNegative, checkPositive, checkThat } from './check.js';
import { matrix, solve } from './matrix.js';
import { mmc } from './mmc.js';
import { type QueueWithWaits } from './wait.js';

/** A station of an open network. */
export interface OpenStation {
  /** Customers per time unit who come from outside, at least 0. */
  readonly arrivalRate: number;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
  /** Share of those served here who go on to each station; the rest leaves. */
  readonly next: readonly number[];
}

/** An open network in the long run. */
export interface OpenNetwork {
  /** Each station, as an M/M/c of its own. */
  readonly stations: readonly QueueWithWaits[];
  /** Arrivals of each station per time unit, from outside and inside. */
  readonly flows: readonly number[];
  /** Mean time of a customer in the whole hall, all visits together. */
  readonly systemTimeMean: number;
}

/**
 * An open network of exponential stations: each behaves as an M/M/c with the flow that the balance of
 * flows gives (J. R. Jackson, Management Science 10 (1963) 131-142).
 *
 * @throws UnstableError if a station is overloaded; RangeError naming the value
 */
export function jacksonNetwork(stations: readonly OpenStation[]): OpenNetwork {
  const size = checkList('stations', stations).length;
  for (const { arrivalRate, next } of stations) {
    checkNotNegative('arrivalRate', arrivalRate);
    checkThat(next.length === size, 'next', next.length, `${size} shares`);
    const sum = next.reduce((total, share) => total + share, 0);
    checkThat(
      sum <= 1 + 1e-9 && next.every((share) => share >= 0),
      'next',
      next.join(),
      'shares that add up to at most 1',
    );
  }
  // flow = outside + flow · next
  const flows = Array.from(
    solve(
      matrix(size, size, (i, j) => (i === j ? 1 : 0) - (stations[j]?.next[i] ?? 0)),
      matrix(size, 1, (i) => stations[i]?.arrivalRate ?? 0),
    ).data,
  );
  const queues = stations.map(({ serviceRate, servers }, i) =>
    mmc({ arrivalRate: flows[i] as number, serviceRate, servers }),
  );
  const outside = stations.reduce((sum, { arrivalRate }) => sum + arrivalRate, 0);
  checkPositive('the sum of arrivalRate', outside);
  const inside = queues.reduce((sum, { systemMean }) => sum + systemMean, 0);
  return { stations: queues, flows, systemTimeMean: inside / outside };
}

/** A station of a closed network. */
export interface ClosedStation {
  /** Visits per cycle, above 0. */
  readonly visits: number;
  /** Mean service time of a visit, above 0. */
  readonly serviceMean: number;
  /** c, at least 1; Infinity where nobody waits (a place to be away). */
  readonly servers: number;
}

/** A closed network in the long run. */
export interface ClosedNetwork {
  /** Cycles per time unit (flow of a station with one visit per cycle). */
  readonly throughput: number;
  /** Mean time of a visit, wait and service, at each station. */
  readonly residences: readonly number[];
  /** Mean number of people at each station. */
  readonly counts: readonly number[];
}

/**
 * A closed network of exponential stations (Gordon & Newell) by convolution, which adds positive terms
 * only: throughput G(N-1) / G(N), counts from the marginals (W. J. Gordon & G. F. Newell, Oper. Res. 15
 * (1967) 254-265; J. P. Buzen, Comm. ACM 16 (1973) 527-531).
 *
 * @param population N, a whole number of at least 1
 * @throws RangeError naming the value
 */
export function closedNetwork(
  stations: readonly ClosedStation[],
  population: number,
): ClosedNetwork {
  checkCount('population', population);
  let largest = 0;
  for (const { visits, serviceMean, servers } of checkList('stations', stations)) {
    checkPositive('visits', visits);
    checkPositive('serviceMean', serviceMean);
    if (servers !== Infinity) checkCount('servers', servers);
    largest = Math.max(largest, (visits * serviceMean) / Math.min(servers, population));
  }
  const weights = stations.map((one) => stationWeights(one, population, largest));
  const convolve = (a: readonly number[], b: readonly number[]): number[] =>
    a.map((_, n) => {
      let sum = 0;
      for (let k = 0; k <= n; k++) sum += (a[k] as number) * (b[n - k] as number);
      return sum;
    });
  const empty = Array.from({ length: population + 1 }, (_, n) => (n === 0 ? 1 : 0));
  const others = weights.map((_, i) =>
    weights.filter((_, k) => k !== i).reduce((all, one) => convolve(all, one), empty),
  );
  const g = convolve(others[0] as number[], weights[0] as number[]);
  const whole = g[population] as number;
  const throughput = (g[population - 1] as number) / whole / largest;
  const counts = weights.map((f, i) =>
    f.reduce((sum, one, n) => sum + (n * one * (others[i]?.[population - n] ?? 0)) / whole, 0),
  );
  return {
    throughput,
    counts,
    residences: counts.map((count, i) => count / (throughput * (stations[i]?.visits ?? NaN))),
  };
}

/**
 * (visits x service)^n / (1 · 2 · … up to the servers), n = 0 … N, in units of the slowest station and
 * scaled to a largest of 1, so that nothing overflows; the scale cancels in every answer.
 */
function stationWeights(
  { visits, serviceMean, servers }: ClosedStation,
  population: number,
  largest: number,
): number[] {
  let f = [1];
  for (let n = 1; n <= population; n++) {
    const next = ((f[n - 1] as number) * visits * serviceMean) / (largest * Math.min(n, servers));
    f.push(next);
    if (next > 1e250) f = f.map((one) => one * 1e-250);
  }
  const top = f.reduce((most, one) => Math.max(most, one), 0);
  return f.map((one) => one / top);
}
