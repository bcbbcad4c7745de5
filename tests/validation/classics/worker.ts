import { parentPort, workerData } from 'node:worker_threads';
import { runExact, runRow } from '../run-row.js';
import { readClassics } from './rows.js';

// One thread of `npm run validate`: answers one row of a hall after the other.

const { root, salt } = workerData as { root: string; salt: string };
const table = readClassics(root);
const rows = new Map(table.rows.map((row) => [row.id, row]));
const exact = new Map(table.exact.map((row) => [row.id, row]));

parentPort?.on('message', (id: string) => {
  try {
    const row = rows.get(id);
    parentPort?.postMessage(
      row === undefined
        ? { exact: runExact(exact.get(id)!) }
        : { result: runRow(row, row.measurement.atLeast, salt) },
    );
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
