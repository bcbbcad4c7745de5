import {
  cdf,
  type Law,
  makeSigned,
  quantile,
  requireNumber,
  runningShares,
  type Variate,
  variance,
} from './variate.js';
import { invert } from './variate-invert.js';

const MIXTURE: Law = {
  family: 'mixture',
  quantile: mixtureQuantile,
  cdf: ({ parts, values }, x) => parts.reduce((sum, part, i) => sum + values[i]! * cdf(part, x), 0),
  variance({ mean, parts, values }) {
    let sum = 0;
    parts.forEach((part, i) => {
      sum += values[i]! * (variance(part) + (part.mean - mean) * (part.mean - mean));
    });
    return sum;
  },
};

const SHIFTED: Law = {
  family: 'shifted',
  quantile: ({ parts, a }, u) => quantile(parts[0]!, u) + a,
  cdf: ({ parts, a }, x) => cdf(parts[0]!, x - a),
  variance: ({ parts }) => variance(parts[0]!),
};

/**
 * A mixture: with probability `share` a value of `part`. Pairs `[share, part]`; the shares sum to 1
 * within 1e-9. Read as one law (its quantile), not as a choice followed by a draw.
 */
export function mixture(parts: readonly (readonly [share: number, part: Variate])[]): Variate {
  const shares = parts.map(([share]) => share);
  runningShares('mixture', shares);
  let mean = 0;
  for (const [share, part] of parts) mean += share * part.mean;
  return makeSigned(
    MIXTURE,
    mean,
    0,
    0,
    0,
    Float64Array.from(shares),
    parts.map(([, part]) => part),
  );
}

/** Every value of `part` plus `by` (finite, may be negative). */
export function shifted(part: Variate, by: number): Variate {
  const shift = requireNumber('shifted', 'by', by);
  return makeSigned(SHIFTED, part.mean + shift, shift, 0, 0, undefined, [part]);
}

/** A mixture's quantile lies between those of its parts. */
function mixtureQuantile(spread: Variate, u: number): number {
  let low = Infinity;
  let high = -Infinity;
  spread.parts.forEach((part, i) => {
    if (spread.values[i] === 0) return;
    const x = quantile(part, u);
    low = Math.min(low, x);
    high = Math.max(high, x);
  });
  return invert((x) => cdf(spread, x), u, low, high);
}
