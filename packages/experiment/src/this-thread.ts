import { Breath } from './breath.js';
import { batchDays, type Runner, type RunnerStudy } from './runner.js';

/** Days of every arm that are run at a time. */
const BATCH = 5;
/** Days of all arms together that are run at a time: of many arms fewer each, down to one. */
const ALL = 60;
/** Visits between two breaths: a few thousandths of a second. */
const BREATH = 16_384;

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
  const most = Math.max(1, Math.min(BATCH, Math.floor(ALL / arms.length)));
  let next = 0; // a request that came meanwhile is heard after the first batch
  try {
    for (let days = 0; days < study.replications; ) {
      if (signal?.aborted) return false;
      const from = days;
      const count = batchDays(from, study, most, 1);
      study.take(recorders.map((recorder) => recorder.run(from, count)));
      days += count;
      const visits = recorders.reduce((sum, recorder) => sum + recorder.visits, 0);
      if (visits < next) continue;
      next = visits + BREATH;
      await breath.take();
    }
    return true;
  } finally {
    breath.end();
  }
}
