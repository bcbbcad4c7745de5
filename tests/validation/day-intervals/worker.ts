import { parentPort, workerData } from 'node:worker_threads';
import { countedHalls } from './halls.js';
import { countIntervals, type Truth, truthsOf, type Wanted } from './run-hall.js';

// One thread of `npm run validate -- --only days`: counts one batch of runs after the other, or finds
// the true values of a hall.

const { root, truths } = workerData as { root: string; truths: Record<string, readonly Truth[]> };
const halls = new Map(countedHalls(root).map((hall) => [hall.id, hall]));

type Job =
  | { readonly id: string; readonly from: number; readonly to: number; readonly wanted?: Wanted }
  | { readonly id: string; readonly days: number };

parentPort?.on('message', (job: Job) => {
  const { id } = job;
  const hall = halls.get(id)!;
  try {
    parentPort?.postMessage(
      'days' in job
        ? { truths: truthsOf(hall, job.days) }
        : { counts: countIntervals(hall, truths[id]!, job.from, job.to, job.wanted) },
    );
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
