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
export { isStable, queueFormula } from './queue-formula.js';
export {
  type QueueMeasure,
  queueMeasures,
  type QueueUnit,
  type QueueValue,
  type QueueValues,
} from './queue-measures.js';
export {
  DISCIPLINES,
  type Queue,
  type QueueClass,
  type QueueClassSpec,
  type QueueDiscipline,
  type QueueSpec,
} from './queue-spec.js';
export {
  arrivalsFromText,
  type QueueArrivals,
  QueueTextError,
  spreadFromText,
} from './queue-text.js';
export { type ReadClasses, readQueueClasses } from './read-classes.js';
export { type LooseQueueSpec, type ReadQueue, readQueue } from './read-queue.js';
export {
  type SimulatedQueue,
  simulateQueue,
  type SimulateQueueOptions,
} from './simulate-queue.js';
export type { TimeSpread } from './time-spread.js';
