import { parentPort, workerData } from 'node:worker_threads';
import { type Exact, exactOf, runBatch } from './run-system.js';
import { readSystems } from './systems.js';

// One thread of `npm run validate -- --only coverage`: answers one batch of seeds after the other.

const { salt } = workerData as { salt: string };
const systems = new Map(readSystems().map((one) => [one.id, one]));
const exact = new Map<string, Exact>();

parentPort?.on('message', (job: { id: string; from: number; to: number }) => {
  const { id, from, to } = job;
  const system = systems.get(id)!;
  // a formula may take seconds, once
  const known = exact.get(id) ?? exactOf(system);
  exact.set(id, known);
  runBatch(system, known, from, to, salt).then(
    (batch) => parentPort?.postMessage({ batch }),
    (error: unknown) =>
      parentPort?.postMessage({
        id,
        error: error instanceof Error ? error.stack : String(error),
      }),
  );
});
