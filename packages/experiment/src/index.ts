export { UnknownVariantError } from './arm.js';
export type { Column } from './columns.js';
export { compare, type CompareOptions } from './compare.js';
export { DayRecorder, type DayRecords } from './day-records.js';
export { tallyLayout, type TallyLayout } from './day-tally.js';
export { ENGINE } from './engine.js';
export { INTERVAL_COLUMNS } from './interval-columns.js';
export { type Measure, MEASURES } from './measures.js';
export type { StopSignal } from './run-arms.js';
export { simulate, type SimulateOptions, type StudyOptions } from './simulate.js';
export type {
  Comparison,
  Conservation,
  IntervalSummary,
  MeasureValue,
  MeasureValues,
  RunCard,
  Summary,
  Unit,
} from './summary-json.js';
export type { WaitColumns } from './wait-columns.js';
