import type { Bilingual } from '@hallsim/scenario';
import { log } from '@hallsim/stats';
import type { Queue } from './queue-spec.js';
import { overIds, queueMeasures } from './queue-measures.js';

/** A formula's numbers by the ids of the measures; null where it says nothing. */
export type FormulaValues = Readonly<Record<string, number | null>>;

/** The formula beside a queue. */
export interface QueueFormula {
  /** As textbooks call it. */
  readonly name: string;
  /**
   * `exact`: it is the formula of this very queue; `approximate`: made for such queues, but not
   * exact; `simpler`: of a simpler queue, told apart by the reasons.
   */
  readonly kind: 'exact' | 'approximate' | 'simpler';
  readonly values: FormulaValues;
  readonly byClass: Readonly<Record<string, FormulaValues>>;
  /** What it assumes that the queue is not, or what it leaves out. */
  readonly reasons: readonly Bilingual[];
}

/** What a formula knows, in the names of theory; times in minutes. */
export interface Known {
  readonly utilisation?: number;
  readonly waitProbability?: number;
  readonly waitMean?: number;
  readonly waitAllMean?: number;
  readonly waitAbandonedMean?: number | null;
  readonly waitVariance?: number;
  readonly abandoned?: number;
  readonly blocked?: number;
  readonly queueMean?: number;
  readonly systemMean?: number;
  readonly systemTimeMean?: number;
  /** P(time in line > t). */
  readonly waitOver?: (t: number) => number;
  /** Of those served. */
  readonly waitQuantile?: (p: number) => number;
}

const IDS = {
  utilisation: 'utilisation',
  'wait.probability': 'waitProbability',
  'wait.mean': 'waitMean',
  'wait.all.mean': 'waitAllMean',
  'wait.abandoned.mean': 'waitAbandonedMean',
  'wait.variance': 'waitVariance',
  abandoned: 'abandoned',
  blocked: 'blocked',
  'queue.mean': 'queueMean',
  'system.mean': 'systemMean',
  'system.time.mean': 'systemTimeMean',
} as const satisfies Record<string, keyof Known>;

/** The numbers of a formula by the ids of an answer, in its order. */
export function formulaValues(known: Known, queue: Queue, ofClass = false): FormulaValues {
  const { waitOver, waitQuantile } = known;
  const over = new Map(overIds(queue.over).map(({ id, index }) => [id, queue.over[index]!]));
  const quantiles = new Map(queue.quantiles.map(({ percent, p }) => [`wait.p${percent}`, p]));
  const value = (id: string): number | null => {
    const p = quantiles.get(id);
    if (p !== undefined) return waitQuantile?.(p) ?? null;
    const threshold = over.get(id);
    if (threshold !== undefined) return waitOver?.(threshold.minutes) ?? null;
    return known[IDS[id as keyof typeof IDS]] ?? null;
  };
  return Object.fromEntries(
    queueMeasures(queue)
      .filter(({ id }) => !(ofClass && id === 'utilisation'))
      .map(({ id }) => [id, value(id)]),
  );
}

/** What is left of a formula where the order of service is another: the law of the wait is not. */
export function withoutLaw(known: Known): Known {
  const { waitVariance: _, waitOver: _over, waitQuantile: _quantile, ...rest } = known;
  return rest;
}

/** Where nobody leaves and nobody is turned away. */
export function everybodyServed(known: Known): Known {
  return {
    ...known,
    ...(known.waitMean !== undefined && { waitAllMean: known.waitMean }),
    abandoned: 0,
    blocked: 0,
  };
}

/**
 * Smallest t with tail(t) <= 1 - p, for a tail that costs much to evaluate: far out it is nearly
 * exponential, so that secants of its logarithm need a handful of steps.
 *
 * @param scale a time of the right order
 */
export function costlyQuantile(tail: (t: number) => number, p: number, scale: number): number {
  const rest = 1 - p;
  const gap = (t: number): number => log(tail(t) / rest);
  let [low, atLow] = [0, gap(0)];
  if (atLow <= 0) return 0;
  let [high, atHigh] = [scale, gap(scale)];
  while (atHigh > 0) {
    [low, atLow] = [high, atHigh];
    high *= 1.5;
    atHigh = gap(high);
  }
  for (let round = 0; round < 60 && high - low > 1e-9 * high; round++) {
    const t = low + (atLow * (high - low)) / (atLow - atHigh);
    const at = gap(t);
    if (Math.abs(at) < 1e-7) return t;
    // Illinois: the end that stays is halved, so that both ends close in
    if (at > 0) {
      [low, atLow] = [t, at];
      atHigh /= 2;
    } else {
      [high, atHigh] = [t, at];
      atLow /= 2;
    }
  }
  return high;
}
