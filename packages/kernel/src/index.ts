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
export { type ArrivalCursor, arrivalCursor, type Arrivals, poisson } from './arrivals.js';
export type { Modulated } from './arrivals-mmpp.js';
export { fill } from './fill.js';
export { Stream, streamKey } from './stream.js';
export type { Family, Variate } from './variate.js';
export { beta, betaShapes } from './variate-beta.js';
export { cdf } from './variate-cdf.js';
export { discrete, measured, smoothed } from './variate-listed.js';
export { mixture, shifted } from './variate-mixed.js';
export { normal, truncatedNormal } from './variate-normal.js';
export { coxian, hyperexponentialBranches, phaseType } from './variate-phases.js';
export { quantile } from './variate-quantile.js';
export {
  erlang,
  exponential,
  fixed,
  gamma,
  hyperexponential,
  lognormal,
  triangular,
  uniformBetween,
  weibull,
  weibullShape,
} from './variate-scaled.js';
export { type Spread, variateOf } from './variate-spread.js';
export { variance } from './variate-variance.js';
export {
  Calendar,
  type EventHandler,
  type EventKind,
  type RunEnd,
  type RunLimits,
  type TraceRecord,
} from './calendar.js';
export { type EventHandle, EventList } from './event-list.js';
export { type ErrorPlace, SimulationError } from './simulation-error.js';
