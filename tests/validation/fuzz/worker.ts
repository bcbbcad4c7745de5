import { parentPort, workerData } from 'node:worker_threads';
import { readBases } from './broken-file.js';
import { runBatch } from './results.js';

// One thread of `npm run validate -- --only fuzz`: one batch of files after the other. The number of
// the file at hand stands in shared memory, where the main thread sees whether it moves on.

const { root, salt, watch } = workerData as { root: string; salt: string; watch: Int32Array };
const bases = readBases(root);
const slot = 1 + Atomics.add(watch, 0, 1);

parentPort?.on('message', ({ from, to }: { from: number; to: number }) => {
  runBatch(bases, { from, to, salt }, (file) => {
    Atomics.store(watch, slot, file);
  }).then(
    (batch) => {
      Atomics.store(watch, slot, -1);
      parentPort?.postMessage({ batch });
    },
    (error: unknown) =>
      parentPort?.postMessage({ id: `files ${from} to ${to}`, error: String(error) }),
  );
});
