import type { Arm } from './arm.js';
import { estimate } from './estimate.js';
import type { Runner, StopSignal } from './runner.js';
import { thisThread } from './this-thread.js';
import type { UntilPrecise } from './until-precise.js';

/** How the days of a study are run and watched. */
interface RunOptions {
  readonly runner?: Runner | undefined;
  readonly signal?: StopSignal | undefined;
  /** Told after each batch how many days are finished, of how many. */
  readonly onDays?: ((days: number, of: number) => void) | undefined;
}

/** Days after which partial results are shown: few at first, for a quick picture, then four or five times as many. */
function milestones(replications: number): number[] {
  const days: number[] = [];
  for (let next = 10; next < replications; next *= days.length % 2 === 1 ? 4 : 5) days.push(next);
  return days;
}

/**
 * Runs the same replications in every arm, side by side, so that partial results are always paired.
 * Stops within one batch of the signal. Returns whether all days were finished.
 *
 * @param replications days, or at most so many
 * @param until looks whether the first arm's days are enough; absent = all are run
 */
export function runArms(
  arms: readonly Arm[],
  replications: number,
  { runner = thisThread, signal, onDays }: RunOptions,
  onMilestone: (() => void) | undefined,
  until?: UntilPrecise,
): Promise<boolean> {
  const cuts = onMilestone ? milestones(replications) : [];
  return runner.run({
    arms,
    get replications() {
      return until?.nextLook ?? replications;
    },
    cuts,
    signal,
    take: (columns) => {
      arms.forEach((arm, i) => {
        arm.take(columns[i]!);
      });
      const [first] = arms;
      const days = first?.days ?? 0;
      if (first && until?.nextLook === days)
        until.look(days, estimate(first.hall(), first.confidence));
      if (cuts.includes(days)) onMilestone?.();
      onDays?.(days, until?.expected ?? replications);
    },
  });
}
