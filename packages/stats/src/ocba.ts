import { requireFinite, requireSameLength, requireWeights } from './checks.js';
import { normalCdf } from './normal.js';

/**
 * How a budget of observations is best shared out to choose the best of several systems (optimal
 * computing budget allocation: C.-H. Chen, J. Lin, E. Yücesan & S. E. Chick, Discrete Event Dynamic
 * Systems 10 (2000) 251-270, theorem 1): most to those that are near the best and vary much. It maximises,
 * for large budgets, a lower bound of the chance to choose right; it promises no chance.
 *
 * @param means of the systems so far; the largest is the best so far, of equal ones the first
 * @param deviations standard deviation of one observation of each, 0 or more
 * @returns shares that add up to 1
 * @throws RangeError for what is not finite, below 0 or of unequal length
 */
export function ocbaShares(means: Float64Array, deviations: Float64Array): Float64Array {
  requireFinite(means, 'means');
  requireWeights(deviations, 'deviations');
  requireSameLength(means, deviations, 'means and deviations');
  const best = bestOf(means);
  const most = deviations.reduce((top, deviation) => Math.max(top, deviation), 0);
  const least = most > 0 ? 1e-9 * most : 1;
  const spread = deviations.map((deviation) => Math.max(deviation, least));
  // Systems as good as the best are as hard to tell as one that is a thousandth of a deviation worse.
  const gap = (i: number): number => Math.max(means[best]! - means[i]!, 1e-3 * spread[i]!);
  const shares = means.map((_, i) =>
    i === best ? 0 : (spread[i]! / gap(i)) * (spread[i]! / gap(i)),
  );
  let squares = 0;
  for (let i = 0; i < shares.length; i++)
    squares += (shares[i]! / spread[i]!) * (shares[i]! / spread[i]!);
  shares[best] = means.length === 1 ? 1 : spread[best]! * Math.sqrt(squares);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/**
 * Lower bound of the chance that the system with the largest mean is the best, from what was observed
 * (Bonferroni; systems observed independently).
 * @param counts observations of each, at least 1
 */
export function chanceOfBest(
  means: Float64Array,
  deviations: Float64Array,
  counts: Float64Array,
): number {
  const best = bestOf(means);
  let chance = 1;
  means.forEach((mean, i) => {
    if (i === best) return;
    const variance = (j: number): number => (deviations[j]! * deviations[j]!) / counts[j]!;
    const error = Math.sqrt(variance(best) + variance(i));
    chance -=
      error === 0 ? (mean === means[best] ? 0.5 : 0) : normalCdf((mean - means[best]!) / error);
  });
  return Math.max(0, chance);
}

function bestOf(means: Float64Array): number {
  let best = 0;
  for (let i = 1; i < means.length; i++) if (means[i]! > means[best]!) best = i;
  return best;
}
