import type { Arm } from './arm.js';
import { Breath } from './breath.js';

/** The part of an AbortSignal that is looked at. */
export interface StopSignal {
  readonly aborted: boolean;
}

/** Days after which partial results are shown: few at first, for a quick picture, then four or five times as many. */
function milestones(replications: number): number[] {
  const days: number[] = [];
  for (let next = 10; next < replications; next *= days.length % 2 === 1 ? 4 : 5) days.push(next);
  return days;
}

/** Days of every arm between two breaths. */
const BATCH = 5;

/**
 * Runs the same replications in every arm, side by side, so that partial results are always paired.
 * Stops within one batch of the signal. Returns whether all days were finished.
 */
export async function runArms(
  arms: readonly Arm[],
  replications: number,
  signal: StopSignal | undefined,
  onMilestone: ((days: number) => void) | undefined,
  onDays?: (days: number) => void,
): Promise<boolean> {
  const shown = onMilestone ? milestones(replications) : [];
  const breath = new Breath();
  try {
    for (let days = 0; days < replications; ) {
      if (signal?.aborted) return false;
      const count = Math.min(BATCH, replications - days, (shown[0] ?? Infinity) - days);
      for (const arm of arms) arm.run(count);
      days += count;
      if (days === shown[0]) {
        shown.shift();
        onMilestone?.(days);
      }
      onDays?.(days);
      await breath.take();
    }
    return true;
  } finally {
    breath.end();
  }
}
