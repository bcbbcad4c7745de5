// What a hall needs of the kernel, by a door of its own: through the other one come processes and networks, which a
// study of a hall would read for nothing.
export { exp } from '@hallsim/stats';
export {
  childHigh,
  childKey,
  childLow,
  coarseDraw,
  coarseUniform,
  draw,
  uniform,
  word,
  type Key,
} from '../address.js';
export { seedKey } from '../seed.js';
export { cdf, type Family, type Law, quantile, type Variate, variance } from '../variate.js';
export { exponential } from '../variate-exponential.js';
export { fixed } from '../variate-fixed.js';
export { erlang, gamma } from '../variate-gamma.js';
export { hyperexponential, hyperexponentialBranches } from '../variate-hyperexponential.js';
export { discrete, measured, smoothed } from '../variate-listed.js';
export { lognormal } from '../variate-lognormal.js';
export { uniformBetween } from '../variate-uniform.js';
export { weibull, weibullShape } from '../variate-weibull.js';
