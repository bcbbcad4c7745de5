import { makeSigned, requireNumber, runningShares, type Variate } from './variate.js';

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
    'mixture',
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
  return makeSigned('shifted', part.mean + shift, shift, 0, 0, undefined, [part]);
}
