import { expect, test } from 'vitest';
import { eventHistory } from './event-history.js';
import { networkHistory } from './network-history.js';
import { processHistory } from './process-history.js';

// Run in Node and in Chromium: see exact-functions.test.ts. In Chromium also in a worker.

function inWorker(): Promise<unknown> {
  const worker = new Worker(new URL('./three-faces.worker.ts', import.meta.url), {
    type: 'module',
  });
  return new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || 'The worker did not start.'));
  }).finally(() => worker.terminate());
}

const here = () => [eventHistory(), processHistory(), networkHistory()];
const places: [string, () => unknown][] = [['here', here]];
if (typeof Worker === 'function') places.push(['in a web worker', inWorker]);

test.each(places)(
  'events, processes and networks have the same order and bits: %s',
  async (_, histories) => {
    expect(await histories()).toEqual(['2cbd120da83ca469', 'de407f27ad7d995d', 'd724b8cadc21ed26']);
  },
);
