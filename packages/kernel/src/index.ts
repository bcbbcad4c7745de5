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
export type { ArrivalCursor } from './arrival-cursor.js';
export { arrivalCursor, poisson } from './arrivals.js';
export type { Arrivals } from './arrivals-spec.js';
export type { Modulated } from './arrivals-mmpp.js';
export { arrivalTimes } from './arrival-times.js';
export { fill } from './fill.js';
export { Stream, streamKey } from './stream.js';
export { cdf, type Family, type Law, quantile, type Variate, variance } from './variate.js';
export { beta, betaShapes } from './variate-beta.js';
export { exponential } from './variate-exponential.js';
export { fixed } from './variate-fixed.js';
export { erlang, gamma } from './variate-gamma.js';
export { hyperexponential, hyperexponentialBranches } from './variate-hyperexponential.js';
export { discrete, measured, smoothed } from './variate-listed.js';
export { lognormal } from './variate-lognormal.js';
export { mixture, shifted } from './variate-mixed.js';
export { normal, truncatedNormal } from './variate-normal.js';
export { coxian, phaseType } from './variate-phases.js';
export { triangular, uniformBetween } from './variate-uniform.js';
export { weibull, weibullShape } from './variate-weibull.js';
export { type Spread, variateOf } from './variate-spread.js';
export {
  Calendar,
  type EventHandler,
  type EventKind,
  type TraceRecord,
} from './calendar.js';
export type { RunEnd, RunLimits } from './run-limits.js';
export { type EventHandle, EventList } from './event-list.js';
export { type ErrorPlace, SimulationError } from './simulation-error.js';
export {
  Interrupted,
  type Awaitable,
  type Command,
  type Outcome,
  type Preemption,
  type Process,
  type ProcessHandle,
  type ProcessState,
  type Token,
} from './process.js';
export type { ProcessorSharing, SharingObserver, SharingOptions } from './processor-sharing.js';
export { RANK } from './ranks.js';
export type {
  BreakdownOptions,
  CapacityRule,
  ClaimOptions,
  LineOrder,
  RequestOptions,
  Resource,
  ResourceObserver,
  ResourceOptions,
  ServeOptions,
  Waiting,
} from './resource.js';
export type { LevelObserver, ValueObserver } from './observer.js';
export type { Signal } from './signal.js';
export { Simulation, type SimulationOptions } from './simulation.js';
export type {
  AmountStore,
  AmountStoreObserver,
  AmountStoreOptions,
  PatienceOptions,
  Store,
  StoreObserver,
  StoreOptions,
  TakeOptions,
} from './store.js';
export { Network, network, type NetworkParts } from './network.js';
export type { NetworkResult, StationLevels, StationResult } from './network-result.js';
export type { Reading } from './network-reading.js';
export type { NetworkRunOptions, Observation } from './network-options.js';
export type { VisitOutcome, VisitRecord } from './network-visit.js';
export type {
  Discipline,
  NetworkSpec,
  NetworkView,
  PerClass,
  RankRule,
  RoutedCustomer,
  RouteRule,
  RouteSpec,
  ServerSchedule,
  Shares,
  SourceSpec,
  StationSpec,
  WaitingCustomer,
} from './network-spec.js';
export type { VisitResult } from './network-tally.js';
export { SpecError, type SpecIssue } from './spec-issues.js';
