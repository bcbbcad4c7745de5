import { parentPort } from 'node:worker_threads';
import { serveReplications } from '../serve-replications.js';

/**
 * Makes a worker thread of `nodeRunner({ file })`: the last line of the file that the caller wrote.
 * @throws Error in a thread that is no worker
 */
export function serveThread(): void {
  const port = parentPort;
  if (!port) throw new Error('serveThread serves a worker thread; this is the main thread.');
  serveReplications({
    postMessage: (message, { transfer }) => {
      port.postMessage(message, transfer);
    },
    addEventListener: (type, listener) => {
      port.on(type, (data: unknown) => {
        listener({ data });
      });
    },
  });
}
