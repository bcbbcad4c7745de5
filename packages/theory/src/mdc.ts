import { checkCount, checkInside, checkNotNegative, checkPositive, checkStable } from './check.js';
import { norm } from './complex.js';
import { exp, expm1, log } from './elementary.js';
import { poissonProbability } from './gamma.js';
import { deterministicLine } from './mdc-line.js';
import { crommelinRoots, sumOverRoots } from './mdc-roots.js';
import { quantileOfTail } from './root.js';
import { byLittle, type QueueWithWaits } from './wait.js';

/** Poisson arrivals, the same service time for everyone, one line for c servers. */
export interface MdcInput {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  /** D, the service time, above 0. */
  readonly serviceTime: number;
  /** c, at least 1; the law of the wait (not its mean and variance) is given up to 500. */
  readonly servers: number;
}

/**
 * M/D/c. Mean, variance and chance of waiting by Spitzer's identity for the walk of Poisson(k a) - k c
 * (F. Spitzer, Trans. Amer. Math. Soc. 82 (1956) 323-339), in heavy traffic by Crommelin's roots
 * (1932); the law of the wait by G. J. Franx, "A simple solution for the M/D/c waiting time
 * distribution", Oper. Res. Letters 29 (2001) 221-229.
 *
 * @throws UnstableError if λ D >= c; RangeError naming the value
 */
export function mdc({ arrivalRate, serviceTime, servers }: MdcInput): QueueWithWaits {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceTime', serviceTime);
  checkCount('servers', servers);
  const utilisation = (arrivalRate * serviceTime) / servers;
  checkStable(utilisation);
  const perStep = servers * (utilisation - 1 - log(utilisation));
  const { waitProbability, line, excess } =
    40 / perStep < 3000 ? bySpitzer(servers, utilisation) : byRoots(servers, utilisation);
  let atMost: ((j: number) => number) | undefined;
  const waitOver = (t: number): number => {
    checkNotNegative('t', t);
    atMost ??= deterministicLine(servers, utilisation);
    const k = Math.floor(t / serviceTime) + 1;
    const mean = arrivalRate * (k * serviceTime - t);
    let within = 0;
    for (let j = 0; j < k * servers; j++) {
      within += poissonProbability(j, mean) * atMost(k * servers - 1 - j);
    }
    return Math.min(waitProbability, Math.max(0, 1 - within));
  };
  return {
    utilisation,
    waitProbability,
    ...byLittle(arrivalRate, serviceTime, line / arrivalRate),
    waitVariance: excess / (arrivalRate * arrivalRate),
    waitOver,
    waitQuantile(p) {
      checkInside('p', p);
      return quantileOfTail(waitOver, p, serviceTime / servers);
    },
  };
}

/** P(wait), mean line, and E[L (L - 1)] - E[L]², which is λ² Var(wait). */
interface Moments {
  waitProbability: number;
  line: number;
  excess: number;
}

function bySpitzer(servers: number, utilisation: number): Moments {
  let [none, line, excess] = [0, 0, 0];
  for (let k = 1; k < 100_000; k++) {
    const mean = k * servers * utilisation;
    const bar = k * servers;
    let term = poissonProbability(bar, mean);
    let [over, first, second] = [term, 0, 0];
    for (let j = 1; ; j++) {
      term *= mean / (bar + j);
      over += term;
      first += j * term;
      second += j * (j - 1) * term;
      if (j * j * term <= 1e-17 * second || term < 1e-300) break;
    }
    none += over / k;
    line += first / k;
    excess += second / k;
    if (second / k <= 1e-17 * excess && over / k <= 1e-17 * none) break;
  }
  return { waitProbability: -expm1(-none), line, excess };
}

function byRoots(servers: number, utilisation: number): Moments {
  const load = servers * utilisation;
  const free = servers - load;
  const roots = crommelinRoots(servers, utilisation);
  const distance = (re: number, im: number): number => norm({ re: 1 - re, im });
  const product = sumOverRoots(servers, roots, ({ re, im }) => 0.5 * log(distance(re, im)));
  const first = sumOverRoots(servers, roots, ({ re, im }) => (1 - re) / distance(re, im));
  const second = sumOverRoots(servers, roots, ({ re, im }) => {
    const d = distance(re, im);
    return ((1 - re) * (1 - re) - im * im) / (d * d);
  });
  const a1 = (servers * (servers - 1) - load * load) / (2 * free);
  const a2 = (servers * (servers - 1) * (servers - 2) - load * load * load) / (6 * free);
  return {
    waitProbability: 1 - free * exp(-product),
    line: first - a1,
    excess: a1 * a1 - 2 * a2 - second,
  };
}
