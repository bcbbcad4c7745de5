import { checkThat } from './check.js';
import { type ChainLaw, type Move, solveChain } from './markov-chain.js';

/**
 * The stationary law of a chain whose states go on for ever, cut at a level that is doubled until the
 * states there have a chance below 1e-14 (or the chain would grow too large).
 *
 * @param level of a state, such as the number of people in line
 * @param first level to try
 * @param most highest level
 * @throws RangeError if the chance at the highest level is above 1e-9
 */
export function solveTruncated(
  start: readonly number[],
  moves: (state: readonly number[]) => readonly Move[],
  level: (state: readonly number[]) => number,
  first: number,
  most: number,
): ChainLaw {
  for (let top = first; ; top = Math.min(2 * top, most)) {
    const limit = top;
    const law = solveChain(start, (state) => moves(state).filter(({ to }) => level(to) <= limit));
    const cut = law.mean((state) => (level(state) >= limit ? 1 : 0));
    if (cut < 1e-14) return law;
    if (top < most) continue;
    checkThat(
      cut < 1e-9,
      'the chance of the longest line kept',
      cut,
      'below 1e-9; the load is too high',
    );
    return law;
  }
}
