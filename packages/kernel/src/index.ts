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
