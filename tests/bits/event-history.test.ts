import { expect, test } from 'vitest';
import { eventHistory } from './event-history.js';

// Run in Node and in Chromium: see exact-functions.test.ts. In Chromium also in a worker.

function inWorker(): Promise<unknown> {
  const worker = new Worker(new URL('./event-history.worker.ts', import.meta.url), {
    type: 'module',
  });
  return new Promise<unknown>((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || 'The worker did not start.'));
  }).finally(() => worker.terminate());
}

const places: [string, () => unknown][] = [['here', eventHistory]];
if (typeof Worker === 'function') places.push(['in a web worker', inWorker]);

test.each(places)('the events of a hall have the same order and bits: %s', async (_, history) => {
  expect(await history()).toBe('2cbd120da83ca469');
});
