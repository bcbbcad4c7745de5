import { checkCount, checkNotNegative } from './check.js';

/** 1 / B(servers, load), by the recursion in 1 / B; Infinity where B < 1e-308. */
export function inverseErlangB(servers: number, load: number): number {
  const step = 1 / load;
  let inverse = 1;
  for (let k = 1; k <= servers; k++) inverse = 1 + inverse * (k * step);
  return inverse;
}

/**
 * Erlang B: the share of customers lost in M/M/c/c, and in M/G/c/c with the same mean service.
 *
 * 1/B(k) = 1 + (k/a) / B(k-1), B(0) = 1: all terms positive, so nothing cancels at any size
 * (A. K. Erlang 1917; D. L. Jagerman, Bell Syst. Tech. J. 53 (1974) 525-551).
 *
 * @param servers c, a whole number of at least 0 (0 loses everybody)
 * @param load a = arrival rate x mean service time, in erlangs, at least 0; may exceed c
 * @returns between 0 and 1
 * @throws RangeError naming servers or load
 */
export function erlangB(servers: number, load: number): number {
  checkCount('servers', servers, 0);
  checkNotNegative('load', load);
  if (load === 0) return servers === 0 ? 1 : 0;
  return 1 / inverseErlangB(servers, load);
}
