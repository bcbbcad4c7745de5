import { parentPort } from 'node:worker_threads';
import { staffingProblem } from './problems.js';
import { runSearch } from './run-search.js';

// One thread of `npm run validate -- --only staffing`: one search after the other.

parentPort?.on('message', ({ id, seed }: { readonly id: string; readonly seed: number }) => {
  runSearch(staffingProblem(id), seed).then(
    (result) => parentPort?.postMessage({ result }),
    (error: unknown) =>
      parentPort?.postMessage({ id, error: error instanceof Error ? error.stack : String(error) }),
  );
});
