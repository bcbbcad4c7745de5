import { type Law, makeVariate, type Variate } from './variate.js';

const FIXED: Law = {
  family: 'fixed',
  quantile: ({ mean }) => mean,
  cdf: ({ mean }, x) => (x >= mean ? 1 : 0),
  variance: () => 0,
  fill({ mean }, _low, _high, _first, out, count) {
    out.fill(mean, 0, count);
  },
};

/** Always the same value. */
export function fixed(mean: number): Variate {
  return makeVariate(FIXED, mean);
}
