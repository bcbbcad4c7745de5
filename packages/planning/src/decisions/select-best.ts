import { checkOptions } from '@hallsim/experiment';
import { runSettings, type Scenario } from '@hallsim/scenario';
import { KimNelson } from '@hallsim/stats';
import { SELECT_OPTIONS, type SelectOptions, type Selection, SelectionField } from './selection.js';

export interface SureOptions extends SelectOptions {
  /** Difference that matters, above 0, in the unit of the measure. */
  readonly indifference: number;
  /** Chance of choosing right that is promised, at least that of guessing. Default: the scenario's `run.confidence`, else 0.95. */
  readonly confidence?: number;
  /** Days of each variant before any is left out, at least 3. Default 20. */
  readonly firstStage?: number;
  /** Days of each variant at most, at least those of the first stage. Default 10,000. */
  readonly most?: number;
}

/** Days of all survivors that are run at a time. */
const STAGE = 20;

/**
 * The best of several variants, with a promised chance of choosing right: Kim and Nelson's procedure (see
 * `KimNelson` for the promise). All variants meet the same customers, and one that cannot be the best
 * gets no more days. What is compared is the mean over days of each day's own value.
 * @throws RangeError for an option out of range, UnknownVariantError, UnknownDayTypeError, UnknownRuleError,
 *   RuleModuleError, DayError, RunnerError
 */
export async function selectBest(scenario: Scenario, options: SureOptions): Promise<Selection> {
  checkOptions('selectBest', options, [
    ...['indifference', 'confidence', 'firstStage', 'most'],
    ...SELECT_OPTIONS,
  ]);
  const { confidence = runSettings(scenario).confidence } = options;
  const { indifference, firstStage = 20, most = 10_000 } = options;
  const field = new SelectionField(scenario, options);
  const selection = new KimNelson({
    systems: field.ids.length,
    indifference,
    confidence,
    firstStage,
    better: field.better,
  });
  if (!(Number.isInteger(most) && most >= firstStage)) {
    throw new RangeError(
      `most must be a whole number of at least ${firstStage}, the days of the first stage, not ${most}.`,
    );
  }
  for (let day = 0; selection.chosen === null && day < most; ) {
    const alive = selection.survivors;
    const count = Math.min(day === 0 ? firstStage : STAGE, most - day);
    await field.run(alive, day, count);
    if (field.stopped) break;
    const row = new Float64Array(field.ids.length).fill(NaN);
    for (let i = 0; i < count && selection.chosen === null; i++) {
      for (const system of alive) row[system] = field.values[system]![day + i]!;
      selection.add(row);
    }
    day += count;
  }
  return field.answer(selection.chosen, selection.survivors);
}
