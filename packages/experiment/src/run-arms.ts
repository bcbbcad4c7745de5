import type { Arm } from './arm.js';
import type { Runner, StopSignal } from './runner.js';
import { thisThread } from './this-thread.js';

/** How the days of a study are run and watched. */
interface RunOptions {
  readonly runner?: Runner | undefined;
  readonly signal?: StopSignal | undefined;
  /** Told after each batch how many days are finished. */
  readonly onDays?: ((days: number) => void) | undefined;
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
 */
export function runArms(
  arms: readonly Arm[],
  replications: number,
  { runner = thisThread, signal, onDays }: RunOptions,
  onMilestone: (() => void) | undefined,
): Promise<boolean> {
  const cuts = onMilestone ? milestones(replications) : [];
  return runner.run({
    arms,
    replications,
    cuts,
    signal,
    take: (columns) => {
      arms.forEach((arm, i) => {
        arm.take(columns[i]!);
      });
      const days = arms[0]?.days ?? 0;
      if (cuts.includes(days)) onMilestone?.();
      onDays?.(days);
    },
  });
}
