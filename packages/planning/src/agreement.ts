import type { Bilingual } from '@hallsim/scenario';
import type { FormulaValues, QueueFormula } from './formula-values.js';
import { REASONS } from './formula-words.js';
import {
  type QueueMeasure,
  queueMeasures,
  type QueueValue,
  type QueueValues,
} from './queue-measures.js';
import type { Queue } from './queue-spec.js';

/**
 * Where more than this share of the numbers miss, chance is no explanation. They come from one run and
 * rise and fall together, so that several miss at once: of 300 runs that were long enough 52 had a miss
 * of 95 % intervals, 11 more than half of them.
 */
const MOST_BY_CHANCE = 0.5;
/** Relative difference that is rounding. */
const ROUNDING = 1e-9;

/** Whether a measure of a queue says something that the others do not, or that is not certain. */
export function isNews({ id }: QueueMeasure, { classes, capacity, over }: Queue): boolean {
  const leaves = classes.some(({ patience }) => patience !== null);
  if (['abandoned', 'wait.all.mean', 'wait.abandoned.mean'].includes(id)) return leaves;
  if (id === 'blocked') return capacity < Infinity;
  return !(id === 'wait.over' && over.length > 1);
}

/** Whether a formula's number lies within the interval of a simulated value; null without an interval. */
export function isInside({ low, high }: QueueValue, formula: number): boolean | null {
  if (low === null || high === null) return null;
  const least = ROUNDING * Math.abs(formula);
  return low - least <= formula && formula <= high + least;
}

/**
 * What there is to say of the numbers that miss the formula of the very queue, in all and by class:
 * how many of those that have an interval and are news.
 *
 * @returns nothing where none does
 */
export function missed(
  { values, byClass }: QueueFormula,
  queue: Queue,
  simulated: QueueValues,
  classes: Readonly<Record<string, QueueValues>>,
): readonly Bilingual[] {
  const scopes: readonly (readonly [QueueValues, FormulaValues])[] = [
    [simulated, values],
    ...Object.entries(byClass).map(([id, known]) => [classes[id] ?? {}, known] as const),
  ];
  const news = queueMeasures(queue).filter((measure) => isNews(measure, queue));
  const inside = scopes.flatMap(([found, known]) =>
    news.flatMap(({ id }) => {
      const [value, formula] = [found[id], known[id] ?? null];
      return value === undefined || formula === null ? [] : (isInside(value, formula) ?? []);
    }),
  );
  const outside = inside.filter((one) => !one).length;
  if (outside === 0) return [];
  const oneIn = Math.round(1 / (1 - queue.confidence));
  const most = MOST_BY_CHANCE * inside.length;
  const say = outside > most ? REASONS.tooShort : REASONS.outside;
  return [say(outside, inside.length, oneIn)];
}
