import type { Scenario } from '@hallsim/scenario';
import { Arm } from './arm.js';
import { changesOf } from './changes.js';
import { checkOptions, STUDY_OPTIONS } from './check-options.js';
import { checkScenario } from './check-scenario.js';
import { loadRules } from './rule-modules.js';
import { runArms } from './run-arms.js';
import type { OpenCounters } from './open-counters.js';
import type { Scopes } from './scopes.js';
import { type StudyOptions, studyOf } from './simulate.js';
import type { ChangeValue, Comparison } from './summary-json.js';
import { type ApplyVariant, withCheckedVariant, withVariant } from './variant.js';

export interface CompareOptions extends StudyOptions {
  /** Ids of the scenario's variants, or whole scenarios under ids of the caller's. */
  readonly variants: readonly string[] | Readonly<Record<string, Scenario>>;
  /** Counters open by the clock in a variant, by its id, instead of those of the scenario. Default: none. */
  readonly open?: Readonly<Record<string, OpenCounters>>;
  /** Whether it is also said how each service and customer class changed, as `changeBy`. Default: no. */
  readonly parts?: boolean;
  /** Gets the comparison of the days so far after 10, 40, 200, 800, … days. */
  readonly onProgress?: (partial: Comparison) => void;
}

/** Changes by measure, of each member of a part of the hall. */
type Changes = Record<string, Record<string, ChangeValue>>;

/**
 * Variants against the scenario itself. Every variant meets the same customers with the same dice, so
 * the change is estimated from the differences of each day with itself.
 * @throws RangeError for an option that is unknown or out of range, as no variants are; UnknownVariantError, UnknownDayTypeError, UnknownRuleError,
 *   RuleModuleError, ArrivalsError, DayError, RunnerError
 */
export async function compare(scenario: Scenario, options: CompareOptions): Promise<Comparison> {
  checkOptions('compare', options, OWN_OPTIONS);
  checkVariants(options.variants);
  return run(scenario, options, withVariant);
}

/**
 * {@link compare} for a scenario that was checked with its variants: they are not checked again, so a
 * worker that calls nothing else loads neither checks nor their words.
 * @throws as `compare`; a variant that gives no valid scenario is not noticed
 */
export function compareChecked(scenario: Scenario, options: CompareOptions): Promise<Comparison> {
  return run(scenario, options, withCheckedVariant);
}

async function run(
  scenario: Scenario,
  options: CompareOptions,
  apply: ApplyVariant,
): Promise<Comparison> {
  const { replications, seed, confidence } = studyOf(scenario, options);
  const { arrivals, day, onProgress, open = {}, parts = false, rules = [], variants } = options;
  if (rules.length > 0) await loadRules(rules);
  const shared = { arrivals, day, seed, confidence, rules };
  const base = new Arm(scenario, shared);
  const others = isList(variants)
    ? [...new Set(variants)].map((id) => ({
        id,
        arm: new Arm(scenario, {
          ...shared,
          variant: { id, scenario: apply(scenario, id) },
          open: open[id],
        }),
      }))
    : Object.entries(variants).map(([id, other]) => ({
        id,
        arm: new Arm(other, { ...shared, open: open[id] }),
      }));
  const changed = (before: Scopes, arm: Arm, complete: boolean): Comparison['variants'][string] => {
    const after = arm.scopes();
    const context = { confidence, variants: others.length, days: base.days };
    const by = (part: 'service' | 'customer'): Changes =>
      Object.fromEntries(
        base.members(part).flatMap((id, at) => {
          const there = after[part][arm.members(part).indexOf(id)];
          return there === undefined ? [] : [[id, changesOf(before[part][at]!, there, context)]];
        }),
      );
    return {
      summary: arm.summary(complete, after),
      change: changesOf(before.hall, after.hall, context),
      ...(parts && { changeBy: { service: by('service'), customer: by('customer') } }),
    };
  };
  const result = (complete: boolean): Comparison => {
    const before = base.scopes();
    return {
      format: 'hallsim-comparison/1',
      base: base.summary(complete, before),
      variants: Object.fromEntries(
        others.map(({ id, arm }) => [id, changed(before, arm, complete)]),
      ),
    };
  };
  const arms = [base, ...others.map(({ arm }) => arm)];
  const complete = await runArms(
    arms,
    replications,
    options,
    onProgress &&
      (() => {
        onProgress(result(false));
      }),
  );
  const comparison = result(complete);
  for (const arm of arms) arm.end();
  return comparison;
}

const OWN_OPTIONS: readonly string[] = [
  ...['variants', 'day', 'open', 'parts', 'arrivals', 'onProgress'],
  ...STUDY_OPTIONS,
];

/** @throws RangeError for what names no variants */
function checkVariants(variants: unknown): void {
  if (typeof variants !== 'object' || variants === null) {
    const given = typeof variants === 'string' ? JSON.stringify(variants) : String(variants);
    throw new RangeError(
      `variants must be a list of ids such as ["one-more"], or scenarios by id, not ${given}.`,
    );
  }
  if (Object.keys(variants).length === 0) {
    throw new RangeError('variants must name at least one variant; simulate runs a hall alone.');
  }
  if (!Array.isArray(variants)) Object.values(variants).forEach(checkScenario);
}

function isList(
  variants: readonly string[] | Readonly<Record<string, Scenario>>,
): variants is readonly string[] {
  return Array.isArray(variants);
}
