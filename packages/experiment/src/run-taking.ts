import type { DayColumns } from './day-columns.js';
import type { Runner, RunnerArm, StopSignal } from './runner.js';
import { thisThread } from './this-thread.js';

/** An arm that keeps what it needs of its days. */
interface TakingArm extends RunnerArm {
  take(columns: DayColumns): void;
}

/** Where days are run, and how many. */
interface Place {
  readonly replications: number;
  readonly runner?: Runner | undefined;
  readonly signal?: StopSignal | undefined;
}

/**
 * Runs the same replications in every arm, side by side; each arm takes its own. Stops within one batch of the
 * signal. Returns whether all days were finished.
 * @param taken told of the days that all arms have just taken
 */
export async function runTaking(
  arms: readonly TakingArm[],
  { replications, runner = thisThread, signal }: Place,
  taken: (columns: readonly DayColumns[]) => void,
): Promise<boolean> {
  if (arms.length === 0 || replications === 0) return true;
  return runner.run({
    arms,
    replications,
    cuts: [],
    signal,
    take: (columns) => {
      arms.forEach((arm, i) => {
        arm.take(columns[i]!);
      });
      taken(columns);
    },
  });
}
