import { checkCount, checkNotNegative, checkStable } from './check.js';
import { inverseErlangB } from './erlang-b.js';

/**
 * Erlang C: the chance that a customer of M/M/c has to wait.
 *
 * C = 1 / (ρ + (1 - ρ) / B) with ρ = a / c and Erlang's B, which keeps its digits up to ρ = 0.9999
 * and c = 10,000 (A. K. Erlang 1917; R. B. Cooper, Introduction to Queueing Theory (2nd ed. 1981)
 * ch. 3).
 *
 * @param servers c, a whole number of at least 1
 * @param load a = arrival rate x mean service time, in erlangs, at least 0 and below c
 * @returns between 0 and 1
 * @throws UnstableError if load >= servers; RangeError naming servers or load
 */
export function erlangC(servers: number, load: number): number {
  checkCount('servers', servers);
  checkNotNegative('load', load);
  if (load === 0) return 0;
  const utilisation = load / servers;
  checkStable(utilisation);
  const free = (servers - load) / servers;
  return 1 / (utilisation + free * inverseErlangB(servers, load));
}
