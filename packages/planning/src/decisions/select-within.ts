import { checkOptions } from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';
import { chanceOfBest, ocbaShares } from '@hallsim/stats';
import { SELECT_OPTIONS, type SelectOptions, type Selection, SelectionField } from './selection.js';

export interface BudgetOptions extends SelectOptions {
  /** Days of all variants together, at least those of the first stage. */
  readonly budget: number;
  /** Days of each variant before the rest is shared out, at least 5. Default 10. */
  readonly firstStage?: number;
}

/** Which variant looks best, and how sure that seems. */
export interface BudgetSelection extends Selection {
  /** Lower bound of the chance that it is the best, as the days let it seem; `null` without a best. */
  readonly chance: number | null;
}

/** Days that are shared out at a time, at least one for each variant. */
const STAGE = 20;

/**
 * The variant that looks best after a budget of days, shared out so that the chance of choosing right is as large
 * as may be (OCBA). No chance is promised; `chance` is a lower bound of it as the days let it seem. When it is
 * stopped no variant is named.
 * @throws RangeError for an option out of range, UnknownVariantError, UnknownDayTypeError, UnknownRuleError,
 *   RuleModuleError, DayError, RunnerError
 */
export async function selectWithin(
  scenario: Scenario,
  options: BudgetOptions,
): Promise<BudgetSelection> {
  checkOptions('selectWithin', options, ['budget', 'firstStage', ...SELECT_OPTIONS]);
  const { budget, firstStage = 10 } = options;
  const field = new SelectionField(scenario, options);
  const systems = field.ids.map((_, i) => i);
  if (!(Number.isInteger(firstStage) && firstStage >= 5)) {
    throw new RangeError(`firstStage must be a whole number of at least 5, not ${firstStage}.`);
  }
  const least = firstStage * systems.length;
  if (!(Number.isInteger(budget) && budget >= least)) {
    throw new RangeError(`budget must be a whole number of at least ${least} days, not ${budget}.`);
  }
  const sign = field.better === 'more' ? 1 : -1;
  let spent = systems.length * (await field.run(systems, 0, firstStage));
  while (!field.stopped && spent < budget) {
    const { means, deviations } = field.moments(sign);
    const shares = ocbaShares(means, deviations);
    const goal = Math.min(budget, spent + Math.max(systems.length, STAGE));
    const behind = systems.map((i) => Math.max(0, shares[i]! * goal - field.values[i]!.length));
    const most = behind.indexOf(Math.max(...behind));
    const count = Math.min(goal - spent, Math.max(1, Math.round(behind[most]!)));
    spent += await field.run([most], field.values[most]!.length, count);
  }
  if (field.stopped) return { ...field.answer(null, systems), chance: null };
  const { means, deviations, counts } = field.moments(sign);
  const best = means.indexOf(means.reduce((top, mean) => Math.max(top, mean), -Infinity));
  return { ...field.answer(best, systems), chance: chanceOfBest(means, deviations, counts) };
}
