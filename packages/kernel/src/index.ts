// The hall may not look at stats; the one function it needs of it comes by this door.
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
} from './address.js';
export { seedKey } from './seed.js';
export { TimeHeap } from './time-heap.js';
export {
  erlang,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  lognormal,
  measured,
  quantile,
  uniformBetween,
  weibull,
  type Family,
  type Variate,
} from './variate.js';
