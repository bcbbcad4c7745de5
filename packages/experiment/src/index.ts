// many days of one hall
export {
  simulate,
  simulateChecked,
  type SimulateOptions,
  type Study,
  type StudyOptions,
  studyOf,
} from './simulate.js';
export { NoSteadyStateError, steadyState, type SteadyStateOptions } from './steady-state.js';
export { MOST_DAYS, type Precision, UntilPrecise } from './until-precise.js';
export type { GivenArrivals } from './given-arrivals.js';
export { loadRules, type RuleModule, RuleModuleError, rulesOf } from './rule-modules.js';

// several halls
export { compare, compareChecked, type CompareOptions } from './compare.js';
export {
  SettingError,
  sweep,
  type SweepCell,
  sweepGrid,
  type SweepOptions,
  type SweepValues,
} from './sweep.js';
export { withVariant } from './variant.js';
export { settingIssue } from './setting-issues.js';
export { type Settings, type SetResult, settingValue, withSettings } from './settings.js';

// the calendar
export { month, type MonthOptions, plannedDates } from './month.js';
export type { PlannedDay } from './calendar-day.js';
export { civilDate } from './civil-date.js';
export { scaledDemand } from './scaled-demand.js';

// what comes out
export type {
  ChangeValue,
  Comparison,
  Conservation,
  IntervalSummary,
  MeasureValue,
  MeasureValues,
  ReachedPrecision,
  RunCard,
  Summary,
  Unit,
  WaitDistribution,
} from './summary-json.js';
export type { Month, MonthCard, MonthDay } from './month-json.js';
export type { SteadyCard, SteadyState } from './steady-json.js';
export { type Measure, MEASURES } from './measures.js';
export { ENGINE } from './engine.js';

// where days are run
export type { Runner, RunnerArm, RunnerStudy, StopSignal } from './runner.js';
export { thisThread } from './this-thread.js';
export { type WebWorker, workerRunner } from './worker-runner.js';
export { serveReplications, type WorkerScope } from './serve-replications.js';
export type { PoolOptions } from './pool.js';
export { Breath } from './breath.js';

// what may go wrong
export { checkOptions, STUDY_OPTIONS } from './check-options.js';
export { DayError } from './day-error.js';
export { RunnerError } from './runner-error.js';
export { UnknownVariantError } from './variant.js';

// numbers of single days, for those who decide by them
export {
  type DayNumbers,
  dayNumbers,
  type DayNumbersOptions,
  type NumberedHall,
} from './day-numbers.js';
export { type InTimeDays, inTimeDays } from './in-time-days.js';
export type { OpenCounters } from './open-counters.js';

// how days are counted and estimated
export type { ArmPlan, CompiledArm } from './arm-plan.js';
export { tallyLayout, type TallyLayout } from './day-tally.js';
export { DayRecorder } from './day-recorder.js';
export { DayRecords } from './day-records.js';
export type { DayColumns } from './day-columns.js';
export type { WaitColumns, Waits } from './wait-columns.js';
export type { Column, Columns } from './columns.js';
export { INTERVAL_COLUMNS } from './interval-columns.js';
export { hallScope, type Scope, scopesOf } from './scopes.js';
export { estimate, estimateChange } from './estimate.js';
export { summariseIntervals } from './intervals.js';
