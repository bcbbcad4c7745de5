import type { ParseResult } from './check.js';
import type { Scenario } from './types.js';
import { checkScenario } from './check.js';
import { collector, toIssue } from './issue.js';
import { withChange } from './checks/variants.js';

/**
 * A scenario with one of its variants applied (a merge patch, RFC 7396), checked again. The id
 * `base` gives the scenario itself; an id that is not there is an issue. The outcome has no
 * variants of its own: they are changes to the base, and one may need what another takes away.
 */
export function applyVariant(scenario: Scenario, id: string): ParseResult {
  if (id === 'base') return checkScenario(scenario);
  const variants = scenario.variants ?? {};
  const variant = Object.hasOwn(variants, id) ? variants[id] : undefined;
  if (variant !== undefined) {
    const { variants: _, ...base } = scenario;
    return checkScenario(withChange(base, variant.change));
  }
  const { problems, report } = collector();
  const known = ['base', ...Object.keys(variants)];
  report('unknown-id', ['variants', id], { id, kind: 'variant', known }, { value: id });
  return { ok: false, issues: problems.map((problem) => toIssue(problem, () => null)) };
}
