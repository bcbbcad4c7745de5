import type { Issue } from './issue.js';
import type { Scenario } from './types.js';
import { checkScenario } from './check.js';
import { issueText } from './issue-text.js';

/** A scenario written in code is wrong; `issues` says where and how. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issueText(issues, 'en', 'scenario'));
    this.issues = issues;
  }
}

/**
 * A scenario written in code, with the editor completing keys and the compiler checking units. The
 * outcome is the plain document that the same JSON file would give.
 *
 * @throws ScenarioError with every issue, where the document is not a valid scenario.
 */
export function defineScenario(document: Scenario): Scenario {
  // Through text, so that what is no JSON (undefined, dates, functions) cannot come along.
  const result = checkScenario(JSON.parse(JSON.stringify(document)) as unknown);
  if (!result.ok) throw new ScenarioError(result.issues);
  return result.scenario;
}
