import { normalCdf, normalQuantile, regularizedBeta, studentTQuantile } from '@hallsim/stats';

/** What independent replications say about one number. */
export interface Estimated {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
  /** Half of the 99.9 % interval by Student's t. */
  readonly half: number;
}

/** Mean of independent values, with its error. */
export function estimated(values: readonly number[]): Estimated {
  const n = values.length;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / n;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  const error = Math.sqrt(squares / (n - 1) / n);
  return { mean, error, half: studentTQuantile(0.9995, n - 1) * error };
}

/**
 * The distance of an estimate from a value, in standard errors: Student's t of the replications
 * turned into the normal deviate of the same tail, so that 1.96 means 5 % whatever their number.
 */
export function deviate({ mean, error }: Estimated, value: number, replications: number): number {
  const t = (mean - value) / error;
  const df = replications - 1;
  const tail = regularizedBeta(df / (df + t * t), df / 2, 0.5) / 2;
  return t === 0 ? 0 : (t < 0 ? 1 : -1) * normalQuantile(tail, 1 - tail);
}

/** How many of n independent trials of probability p may succeed: 99.9 %, two-sided. */
export function binomialLimits(n: number, p: number): { least: number; most: number } {
  const tail = 0.0005;
  let least = 0;
  // P(X >= k) = I_p(k, n - k + 1)
  const atLeast = (k: number) => (k <= 0 ? 1 : k > n ? 0 : regularizedBeta(p, k, n - k + 1));
  while (least < n && 1 - atLeast(least + 1) < tail) least++;
  let most = least;
  while (most < n && atLeast(most + 1) > tail) most++;
  return { least, most };
}

/** The deviates that are counted, with the probability that chance goes beyond them on either side. */
export const DEVIATES: readonly { readonly beyond: number; readonly probability: number }[] = [
  1.96, 2.58,
].map((beyond) => ({ beyond, probability: 2 * normalCdf(-beyond) }));
