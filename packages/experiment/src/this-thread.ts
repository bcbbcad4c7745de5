import { Breath } from './breath.js';
import { batchDays, type Runner, type RunnerStudy } from './runner.js';

/** Days of every arm between two breaths. */
const BATCH = 5;

/** Runs days in the thread that asks for them, and lets it breathe between batches. The default. */
export const thisThread: Runner = {
  workers: 1,
  ready: () => Promise.resolve(),
  run: runHere,
  close: () => Promise.resolve(),
};

async function runHere(study: RunnerStudy): Promise<boolean> {
  const { arms, signal } = study;
  const recorders = arms.map((arm) => arm.recorder());
  const breath = new Breath();
  try {
    for (let days = 0; days < study.replications; ) {
      if (signal?.aborted) return false;
      const from = days;
      const count = batchDays(from, study, BATCH, 1);
      study.take(recorders.map((recorder) => recorder.run(from, count)));
      days += count;
      await breath.take();
    }
    return true;
  } finally {
    breath.end();
  }
}
