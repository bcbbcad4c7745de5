import { birthDeath } from './birth-death.js';
import { checkCount, checkPositive, checkShare, checkStable } from './check.js';

/** M/M/c whose arrivals look at the line first. */
export interface BalkingInput {
  /** λ, customers per time unit who come to the door, above 0. */
  readonly arrivalRate: number;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
  /** Chance of joining for one who finds n people waiting or in service, in [0, 1]. */
  readonly joins: (n: number) => number;
}

/** What balking leaves of a queue. */
export interface BalkingQueue {
  /** Share of arrivals that do not join. */
  readonly balked: number;
  /** Mean wait of those who join. */
  readonly waitMean: number;
  readonly utilisation: number;
  readonly queueMean: number;
  readonly systemMean: number;
}

/** Most people that are looked at. */
const MOST = 200_000;

/**
 * M/M/c with balking by the number of people seen (F. A. Haight, Biometrika 44 (1957) 360-369): a
 * birth-death process, followed until longer lines have a chance below 1e-17.
 *
 * @throws UnstableError if the line never ends; RangeError naming the value
 */
export function balkingQueue(input: BalkingInput): BalkingQueue {
  const { arrivalRate, serviceRate, servers, joins } = input;
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  const births: number[] = [];
  const deaths: number[] = [];
  for (let n = 0, weight = 1, top = 1; ; n++) {
    const join = joins(n);
    checkShare('joins', join);
    if (join === 0 && n > 0) break;
    births.push(arrivalRate * join);
    deaths.push(Math.min(n + 1, servers) * serviceRate);
    weight *= (births[n] as number) / (deaths[n] as number);
    if (weight > 1e200) {
      weight *= 1e-200;
      top *= 1e-200;
    }
    top = Math.max(top, weight);
    if (n > servers && weight < 1e-19 * top) break;
    if (n > MOST)
      checkStable((births[n] as number) / (deaths[n] as number), 'let more customers balk');
    if (n > 2 * MOST) break;
  }
  const p = birthDeath(births, deaths);
  let [joined, busy, queueMean, systemMean] = [0, 0, 0, 0];
  p.forEach((one, n) => {
    joined += one * (births[n] ?? 0);
    busy += one * Math.min(n, servers);
    queueMean += one * Math.max(0, n - servers);
    systemMean += one * n;
  });
  return {
    balked: Math.max(0, 1 - joined / arrivalRate),
    waitMean: queueMean / joined,
    utilisation: busy / servers,
    queueMean,
    systemMean,
  };
}
