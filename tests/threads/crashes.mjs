// A worker thread that ends at its first message, as long as the file named in the environment is there.
import { existsSync, rmSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { serveThread } from '@hallsim/experiment/node';

parentPort.on('message', ({ type }) => {
  const file = process.env.HALLSIM_TEST_CRASH;
  if (type !== 'days' || !existsSync(file)) return;
  if (process.env.HALLSIM_TEST_CRASHES === 'once') rmSync(file);
  process.exit(7);
});
serveThread();
