import { parentPort, workerData } from 'node:worker_threads';
import { readTable } from './rows.js';
import { pilotSize, runExact, runRow, sizeFor } from './run-row.js';
import { type Mutant, World } from './world.js';

// One thread of `npm run validate`: answers one row after the other.

const { root, salt, mutant, sizes, pilot } = workerData as {
  root: string;
  salt: string;
  mutant: Mutant | null;
  sizes: Readonly<Record<string, number>>;
  /** Whether the sizes are wanted instead of the results. */
  pilot: boolean;
};
const { rows, exact } = readTable(root, new World(mutant));

parentPort?.on('message', (id: string) => {
  const row = rows.find((one) => one.id === id);
  const history = exact.find((one) => one.id === id);
  try {
    if (row !== undefined) {
      const size = pilot ? pilotSize(row) : (sizes[id] ?? pilotSize(row));
      const result = runRow(row, size, salt);
      parentPort?.postMessage({ result, size: pilot ? sizeFor(row, result) : size });
    } else if (history !== undefined) {
      parentPort?.postMessage({ exact: runExact(history) });
    }
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
