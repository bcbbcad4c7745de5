import { MEASURE_RULES, type MeasureRule } from './measure-rules.js';
import { MEASURE_WORDS, type MeasureWords } from './measure-words.js';

/**
 * Every measure of a hall: over whom it is taken, in which unit, and which way is better. A measure is
 * the ratio of two columns summed over all days, or a quantile of the counter waits of all days. It is
 * given for the hall, and for each service, customer class, group and clerk where both columns exist.
 */
export interface Measure extends MeasureRule, MeasureWords {}

export const MEASURES: readonly Measure[] = /* @__PURE__ */ MEASURE_RULES.map((rule) => ({
  ...rule,
  ...MEASURE_WORDS[rule.id]!,
}));
