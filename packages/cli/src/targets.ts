import type { Summary } from '@hallsim/experiment';
import { type Scenario, share } from '@hallsim/scenario';
import { percent } from './text/number-text.js';
import type { Words } from './words/words.js';

/** Whether a scenario names a value to reach. */
export function hasTargets({ targets }: Scenario): boolean {
  return targets?.['service-level']?.atLeast !== undefined || targets?.abandonment !== undefined;
}

/**
 * A sentence for each target that the values miss. The service level is that of everyone who came
 * (`hall.serviceLevel.everyone`), because people who leave must not improve it; abandonment is
 * `hall.abandoned.share`. Where nothing was observed nothing is missed.
 */
export function missedTargets(
  { targets }: Scenario,
  { measures, run }: Summary,
  { run: say }: Words,
): string[] {
  const missed: string[] = [];
  const atLeast = targets?.['service-level']?.atLeast;
  const inTime = measures['hall.serviceLevel.everyone']?.value ?? null;
  if (atLeast !== undefined && inTime !== null && inTime < share(atLeast)) {
    missed.push(say.missedServiceLevel(percent(inTime), run.target, atLeast));
  }
  const atMost = targets?.abandonment?.atMost;
  const left = measures['hall.abandoned.share']?.value ?? null;
  if (atMost !== undefined && left !== null && left > share(atMost)) {
    missed.push(say.missedAbandonment(percent(left), atMost));
  }
  return missed;
}
