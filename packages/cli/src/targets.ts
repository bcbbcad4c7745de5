import type { MeasureValue, Summary } from '@hallsim/experiment';
import { exactShare, type Scenario } from '@hallsim/scenario';
import { percent } from './text/number-text.js';
import type { Words } from './words/words.js';

/** A value that a scenario promises to reach, and what was observed of it. */
interface Target {
  readonly id: 'serviceLevel' | 'abandonment';
  readonly found: MeasureValue;
  /** As the file writes it. */
  readonly promised: string;
  /** Whether a share keeps the promise. */
  readonly keeps: (share: number) => boolean;
}

/** What an interval says of a promise. */
export type Verdict = 'met' | 'missed' | 'open';

/** Whether a scenario names a value to reach. */
export function hasTargets({ targets }: Scenario): boolean {
  return targets?.['service-level']?.atLeast !== undefined || targets?.abandonment !== undefined;
}

/**
 * The promises of a scenario. The service level is that of everyone who came
 * (`hall.serviceLevel.everyone`), because people who leave must not improve it; abandonment is
 * `hall.abandoned.share`.
 */
function targetsOf({ targets }: Scenario, { measures }: Summary): Target[] {
  const inTime = measures['hall.serviceLevel.everyone'];
  const left = measures['hall.abandoned.share'];
  const atLeast = targets?.['service-level']?.atLeast;
  const atMost = targets?.abandonment?.atMost;
  const all: Target[] = [];
  if (atLeast !== undefined && inTime !== undefined) {
    const keeps = (value: number): boolean => value >= exactShare(atLeast);
    all.push({ id: 'serviceLevel', found: inTime, promised: atLeast, keeps });
  }
  if (atMost !== undefined && left !== undefined) {
    const keeps = (value: number): boolean => value <= exactShare(atMost);
    all.push({ id: 'abandonment', found: left, promised: atMost, keeps });
  }
  return all;
}

/**
 * A sentence for each target: the value with its interval, and whether the promise is kept. Decided by
 * the interval: kept or missed where all of it is, else these days do not tell.
 */
export function targetSentences(
  scenario: Scenario,
  summary: Summary,
  { report: say }: Words,
): string[] {
  return targetsOf(scenario, summary).map((target) => {
    const { value, low, high } = target.found;
    if (value === null) return say.promise.nobody[target.id](target.promised);
    const interval = low === null || high === null ? null : say.from(percent(low), percent(high));
    const reached =
      interval === null ? percent(value) : say.promise.reached(percent(value), interval);
    const sentence = say.promise[target.id](reached, summary.run.target);
    return say.promise[verdictOf(target)](
      sentence,
      say.promise.promised[target.id](target.promised),
    );
  });
}

/** What the interval of a value says of a promise; of what was not observed, nothing. */
export function verdictOf({
  found: { value, low, high, reason },
  keeps,
}: Pick<Target, 'found' | 'keeps'>): Verdict {
  // Where every day is the same, the value is all there is.
  const ends =
    reason === 'no-variation' ? [value!] : low === null || high === null ? [] : [low, high];
  if (ends.length === 0) return 'open';
  if (ends.every(keeps)) return 'met';
  return ends.some(keeps) ? 'open' : 'missed';
}

/** A sentence for each target that the value misses, whatever its interval: what `--strict` goes by. */
export function missedTargets(scenario: Scenario, summary: Summary, { run: say }: Words): string[] {
  return targetsOf(scenario, summary).flatMap(({ id, found: { value }, promised, keeps }) => {
    // Where nothing was observed nothing is missed.
    if (value === null || keeps(value)) return [];
    return id === 'serviceLevel'
      ? say.missedServiceLevel(percent(value), summary.run.target, promised)
      : say.missedAbandonment(percent(value), promised);
  });
}
