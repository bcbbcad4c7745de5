import { type Runner, simulate, thisThread, workerRunner } from '@hallsim/experiment';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomHall } from '../random-hall.js';
import { BitHash } from './hash.js';

// Run in Node and in Chromium: see exact-functions.test.ts. In Chromium also in web workers; worker
// threads of Node have a test of their own, ../runners.test.ts.

const makeWorker = (): Worker =>
  new Worker(new URL('./replications.worker.ts', import.meta.url), { type: 'module' });

const places: [string, () => Runner][] = [['in this thread', () => thisThread]];
if (typeof Worker === 'function') {
  places.push(
    ['in one worker', () => workerRunner(makeWorker, { workers: 1 })],
    ['in two workers', () => workerRunner(makeWorker, { workers: 2 })],
    ['in four workers, a day at a time', () => workerRunner(makeWorker, { workers: 4, batch: 1 })],
  );
}

// another hall in ../random-hall.ts, another number below: the same one for all places
const halls = fc.sample(randomHall(), { numRuns: 8, seed: 20_261_122 });

test.each(places)('random halls say the same to the last bit: %s', async (_, open) => {
  const runner = open();
  const hash = new BitHash();
  for (const hall of halls) {
    const { run: _run, ...numbers } = await simulate(hall, {
      replications: 12,
      seed: 'everywhere',
      runner,
    });
    for (const character of JSON.stringify(numbers)) hash.add(character.charCodeAt(0));
  }
  await runner.close();
  expect(hash.toString()).toBe('9ca45285f4298f9b');
});

if (typeof Worker === 'function') {
  test('a worker whose file is missing is reported', async () => {
    const missing = new URL('/no-such-worker.js', location.href);
    const runner = workerRunner(() => new Worker(missing, { type: 'module' }));
    await expect(simulate(halls[0]!, { runner })).rejects.toThrow('No worker could be started.');
    await runner.close();
  });
}
