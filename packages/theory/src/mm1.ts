import { type MmcInput, mmc } from './mmc.js';
import { type QueueWithWaits } from './wait.js';

/**
 * M/M/1: M/M/c with one server, where P(wait) = ρ and the mean wait is ρ / (μ - λ)
 * (L. Kleinrock, Queueing Systems I (1975) §3.2).
 *
 * @throws UnstableError if λ >= μ; RangeError naming the value
 */
export function mm1(input: Omit<MmcInput, 'servers'>): QueueWithWaits {
  return mmc({ ...input, servers: 1 });
}
