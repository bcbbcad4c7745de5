export {
  type GoalOptions,
  type MostDemand,
  mostDemand,
  type Reached,
  reachedBy,
} from './decisions/goal-seek.js';
export { selectBest, type SureOptions } from './decisions/select-best.js';
export {
  type BudgetOptions,
  type BudgetSelection,
  selectWithin,
} from './decisions/select-within.js';
export type { Selection, SelectOptions } from './decisions/selection.js';
export {
  type Tornado,
  tornado,
  type TornadoBar,
  type TornadoOptions,
} from './decisions/tornado.js';
export { isInside, isNews } from './agreement.js';
export type { FormulaValues, QueueFormula } from './formula-values.js';
export { formulaName } from './formula-words.js';
export {
  type AnswerOptions,
  answerQueue,
  type ByClass,
  type NamedFormula,
  type QueueAnswer,
  type QueueCard,
} from './queue-answer.js';
export { queueFormula } from './queue-formula.js';
export {
  type QueueMeasure,
  type QueueUnit,
  type QueueValue,
  type QueueValues,
  queueMeasures,
} from './queue-measures.js';
export {
  DISCIPLINES,
  type Queue,
  type QueueClass,
  type QueueClassSpec,
  type QueueDiscipline,
  type QueueSpec,
} from './queue-spec.js';
export { type QueueArrivals, QueueTextError } from './queue-text.js';
export { type ReadClasses, readQueueClasses } from './read-classes.js';
export { type LooseQueueSpec, type ReadQueue, readQueue } from './read-queue.js';
export {
  type SimulatedQueue,
  type SimulateQueueOptions,
  simulateQueue,
} from './simulate-queue.js';
export { type StaffOptions, staff } from './staffing/staff.js';
export type { LeftOut } from './staffing/left-out.js';
export { LongDayError, MOST_SLOTS } from './staffing/long-day-error.js';
export { ClosedDateError } from './staffing/planned-date.js';
export type {
  Beside,
  BesideValue,
  HalfHourOutOfReach,
  Neighbour,
  NeighbourVerdict,
  Staffing,
  StaffingOutcome,
  StaffingValue,
  FileStaffing,
  ReachedShare,
} from './staffing/staffing-json.js';
export {
  indifferenceOf,
  type StaffingTarget,
  type TargetKey,
  targetOf,
  UnknownTargetError,
} from './staffing/staffing-target.js';
export type { TimeSpread } from './time-spread.js';
