import { checkList, checkThat } from './check.js';

/**
 * Stationary probabilities of a finite birth-death process: p(n+1) death(n+1) = p(n) birth(n)
 * (L. Kleinrock, Queueing Systems I (1975) ch. 3). Rescaled on the way up, so that no size
 * overflows; all terms are positive, so nothing cancels.
 *
 * @param births rate from n to n + 1, n = 0 … N-1, at least 0
 * @param deaths rate from n + 1 to n, n = 0 … N-1, above 0
 * @returns p(0) … p(N), which add up to 1
 */
export function birthDeath(births: readonly number[], deaths: readonly number[]): Float64Array {
  checkList('births', births);
  checkThat(births.length === deaths.length, 'deaths', deaths.length, `${births.length} rates`);
  const p = new Float64Array(births.length + 1);
  p[0] = 1;
  let sum = 1;
  for (let n = 0; n < births.length; n++) {
    const next = ((p[n] as number) * (births[n] as number)) / (deaths[n] as number);
    p[n + 1] = next;
    sum += next;
    if (sum > 1e250) {
      for (let i = 0; i <= n + 1; i++) p[i] = (p[i] as number) * 1e-250;
      sum *= 1e-250;
    }
  }
  for (let n = 0; n < p.length; n++) p[n] = (p[n] as number) / sum;
  return p;
}
