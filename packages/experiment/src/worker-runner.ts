import type { StartWorker } from './lane.js';
import { Pool, type PoolOptions } from './pool.js';
import type { Runner } from './runner.js';

/** What a web worker tells. */
interface WorkerEvent {
  readonly data?: unknown;
  readonly message?: string;
  preventDefault(): void;
}

/** The part of a web worker that is used. */
export interface WebWorker {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  terminate(): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    listener: (event: WorkerEvent) => void,
  ): void;
}

/**
 * Runs days in web workers. They are started with the first study, kept for the next, and live until
 * `close`.
 *
 * ```ts
 * const runner = workerRunner(
 *   () => new Worker(new URL('./replications.worker.ts', import.meta.url), { type: 'module' }),
 *   { workers: navigator.hardwareConcurrency },
 * );
 * await simulate(scenario, { runner });
 * ```
 * @param make makes a worker whose file calls `serveReplications(self)`: one that does not is waited
 *   for without end
 * @param options.workers default 2
 * @throws RangeError for an option out of range
 */
export function workerRunner(make: () => WebWorker, options: PoolOptions = {}): Runner {
  const start: StartWorker = ({ message, fault }) => {
    const worker = make();
    worker.addEventListener('message', ({ data }) => {
      message(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fault(new Error(event.message ?? 'Its file could not be loaded.'));
    });
    worker.addEventListener('messageerror', () => {
      fault(new Error('It sent something that cannot be read.'));
    });
    return {
      post: (request, transfer) => {
        worker.postMessage(request, transfer);
      },
      hold: () => undefined,
      end: () => {
        worker.terminate();
        return Promise.resolve();
      },
    };
  };
  return new Pool(start, options.workers ?? 2, options.batch);
}
