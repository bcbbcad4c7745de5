import type { ParseResult } from './check.js';
import type { Scenario } from './types.js';
import { checkScenario } from './check.js';
import { collector, toIssue } from './issue.js';
import { withChange } from './checks/variants.js';

/**
 * A variant of a checked scenario as a scenario of its own, which is not checked again: what
 * `parseScenario` and `checkScenario` let pass is valid with each of its variants. For a worker that
 * gets checked scenarios and loads neither checks nor their words; {@link applyVariant} checks.
 *
 * @returns The scenario itself for the id `base`; `undefined` for an id that is not there.
 */
export function variantOf(scenario: Scenario, id: string): Scenario | undefined {
  if (id === 'base') return scenario;
  const { variants = {}, ...base } = scenario;
  if (!Object.hasOwn(variants, id)) return undefined;
  // The checks of the whole scenario are what makes this true.
  return withChange(base, variants[id]!.change) as Scenario;
}

/**
 * A scenario with one of its variants applied (a merge patch, RFC 7396), checked again. The id
 * `base` gives the scenario itself; an id that is not there is an issue. The outcome has no
 * variants of its own: they are changes to the base, and one may need what another takes away.
 */
export function applyVariant(scenario: Scenario, id: string): ParseResult {
  if (id === 'base') return checkScenario(scenario);
  const applied = variantOf(scenario, id);
  if (applied !== undefined) return checkScenario(applied);
  const { problems, report } = collector();
  const known = ['base', ...Object.keys(scenario.variants ?? {})];
  report('unknown-id', ['variants', id], { id, kind: 'variant', known }, { value: id });
  return { ok: false, issues: problems.map((problem) => toIssue(problem, () => null)) };
}
