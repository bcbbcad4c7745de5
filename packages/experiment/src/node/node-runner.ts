import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { StartWorker } from '../lane.js';
import { Pool, type PoolOptions } from '../pool.js';
import type { Runner } from '../runner.js';

export interface NodeRunnerOptions extends PoolOptions {
  /** A file of the caller's that calls `serveThread()`, as JavaScript. Default: one of this package. */
  readonly file?: URL;
  /** Options of Node for the threads, such as a loader that `file` needs. Default: none. */
  readonly execArgv?: readonly string[];
}

/**
 * Runs days in worker threads of Node. They are started with the first study and kept for the next;
 * while idle they do not keep the process alive, and they end with it at the latest.
 *
 * @param options.workers default: as many as the machine runs at a time (`availableParallelism`)
 * @throws RangeError for an option out of range
 */
export function nodeRunner(options: NodeRunnerOptions = {}): Runner {
  const { workers = availableParallelism(), batch, file, execArgv = [] } = options;
  const start: StartWorker = ({ message, fault }) => {
    // Without the list a thread has the options of this one, which may not suit a compiled file.
    const worker = new Worker(file ?? ownFile(), { execArgv: [...execArgv] });
    worker.on('message', message);
    worker.on('messageerror', fault);
    worker.on('error', (error: unknown) => {
      fault(error instanceof Error ? error : new Error(String(error)));
    });
    worker.on('exit', (code) => {
      fault(new Error(`It ended with exit code ${code}.`));
    });
    return {
      post: (request, transfer) => {
        worker.postMessage(request, transfer);
      },
      hold: (held) => {
        if (held) worker.ref();
        else worker.unref();
      },
      end: async () => {
        await worker.terminate();
      },
    };
  };
  return new Pool(start, workers, batch);
}

/** Compiled, whether this file is or not: Node runs no TypeScript. */
function ownFile(): string {
  return createRequire(import.meta.url).resolve('#replications-worker');
}
