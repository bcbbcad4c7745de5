export { expectedFrom } from './compile-demand.js';
export { compile, UnknownDayTypeError } from './compile.js';
export { clerkId } from './clerk-id.js';
export { CLERK, CLERK_STATES, type ClerkState, isBusy, isOnFloor } from './clerk-state.js';
export { type Demand, type DemandExtras, emptyDemand, GIVEN } from './demand.js';
export { demandId } from './demand-id.js';
export { DemandField, drawDemand } from './draw-demand.js';
export {
  type ArrivalColumns,
  type ArrivalFault,
  arrivalFaults,
  ArrivalsError,
  openStretches,
} from './given-arrivals.js';
export { GivenDemand, replayDemand } from './replay-demand.js';
export {
  type CallingRule,
  type CustomRules,
  type DisciplineRule,
  type DiversionRule,
  type HostRules,
  type NamedRule,
  type RuleCustomer,
  RuleError,
  type RuleHall,
  type RuleKind,
  type ServiceTimeRule,
  type UnknownRule,
  UnknownRuleError,
} from './host-rules.js';
export { DayRunner, runDay } from './day.js';
export { isPlain } from './plain-hall.js';
export { eachExtra, type ExtraLog } from './extra-log.js';
export {
  type ArrivalSource,
  type BalkRule,
  type BreakModel,
  type ClerksModel,
  type CounterLinesModel,
  type CustomerModel,
  type Discipline,
  type ElasticModel,
  type FailureModel,
  type GroupModel,
  HALF_HOUR,
  type HallModel,
  type CrowdModel,
  type HelpModel,
  type KioskService,
  type KiosksModel,
  type LineModel,
  type Parties,
  type RoomBreaks,
  type ServiceModel,
  type SpaceModel,
  type Stretch,
} from './model.js';
export { SpreadTable } from './spread-table.js';
export { rateAt, type RateCurve } from './rate-curve.js';
export type { StateLog } from './state-log.js';
export { type StateRecord, stateRecords } from './state-record.js';
export { integral, levelAt, type StepFunction } from './step-function.js';
export {
  CHANNEL,
  type Channel,
  CHANNELS,
  emptyVisitLog,
  OUTCOME,
  type Outcome,
  OUTCOMES,
  REASON,
  type Reason,
  REASONS,
  type VisitLog,
} from './visit-log.js';
export { type VisitRecord, visitRecords } from './visit-record.js';
