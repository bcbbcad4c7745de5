import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compare,
  RunnerError,
  type Runner,
  simulate,
  steadyState,
  type Summary,
} from '@hallsim/experiment';
import { nodeRunner } from '@hallsim/experiment/node';
import { parseScenario, type Scenario } from '@hallsim/scenario';
import { freshDist } from '../scripts/fresh-dist.mjs';
import { randomHall } from './random-hall.js';
import { root } from './sources.js';

// Days in real worker threads; packages/experiment/src/pool.test.ts has the rest with doubles.

const folder = mkdtempSync(join(tmpdir(), 'hallsim-runners-'));
const flagship = read('examples/halls/flagship-telecom.json');
const runners: Runner[] = [];

function read(file: string): Scenario {
  const parsed = parseScenario(readFileSync(join(root, file)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.scenario;
}

beforeAll(() => freshDist('@hallsim/experiment')); // worker threads run what is compiled
afterAll(async () => {
  await Promise.all(runners.map((runner) => runner.close()));
  rmSync(folder, { recursive: true, force: true });
});

function opened(options: Parameters<typeof nodeRunner>[0]): Runner {
  const runner = nodeRunner(options);
  runners.push(runner);
  return runner;
}

describe('worker threads give the bits of this thread', () => {
  const places = [
    { workers: 1 },
    { workers: 2, batch: 1 },
    { workers: 2 },
    { workers: 4, batch: 3 },
  ];

  test('for any hall, number of workers and size of batches', async () => {
    const threads = places.map(opened);
    const options = { replications: 23, seed: 'threads' };
    await fc.assert(
      fc.asyncProperty(randomHall(), async (hall) => {
        const here = JSON.stringify(await simulate(hall, options));
        for (const runner of threads) {
          expect(JSON.stringify(await simulate(hall, { ...options, runner }))).toBe(here);
        }
      }),
      { seed: 1, numRuns: 10 },
    );
  });

  test('for the long runs of a steady state', async () => {
    const queue = read('examples/demand/teaching-queue.json');
    const short: Scenario = { ...queue, day: { lasts: '90 h' } };
    const here = await steadyState(short);
    expect(here.wait.value).not.toBeNull();
    expect(await steadyState(short, { runner: opened({ workers: 2 }) })).toEqual(here);
  });

  test('for more waits than are kept as they are', async () => {
    const options = { day: 'billing-day', replications: 400, seed: 'many waits' };
    const here = await simulate(flagship, options);
    expect(here.run.quantiles).toBe('histogram');
    const there = await simulate(flagship, {
      ...options,
      runner: opened({ workers: 2, batch: 7 }),
    });
    expect(JSON.stringify(there)).toBe(JSON.stringify(here));
  });

  test('for variants beside the base, partial results too', async () => {
    const options = { variants: ['no-kiosks'], day: 'billing-day', replications: 50 };
    const seen = await Promise.all(
      [{}, { runner: opened({ workers: 2, batch: 7 }) }].map(async (place) => {
        const texts: string[] = [];
        const onProgress = (part: unknown): number => texts.push(JSON.stringify(part));
        texts.push(JSON.stringify(await compare(flagship, { ...options, ...place, onProgress })));
        return texts;
      }),
    );
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[0]).toHaveLength(3);
  });
});

test('a signal keeps the days finished, whenever it comes', async () => {
  const runner = opened({ workers: 2 });
  await runner.ready();
  for (const milliseconds of [0, 15, 60]) {
    const { run, ...numbers } = await simulate(flagship, {
      replications: 100_000,
      runner,
      signal: AbortSignal.timeout(milliseconds),
    });
    expect(run.complete).toBe(false);
    const { replications } = run;
    const stop = { aborted: replications === 0 };
    const { run: _run, ...same } = await simulate(flagship, {
      replications: Math.max(1, replications),
      signal: stop,
    });
    expect(numbers).toEqual(same);
  }
});

describe('a thread that ends in the middle of its days', () => {
  const file = pathToFileURL(join(root, 'tests/threads/crashes.mjs'));
  const crash = (crashes: 'once' | 'always'): void => {
    const reason = join(folder, crashes);
    writeFileSync(reason, '');
    Object.assign(process.env, { HALLSIM_TEST_CRASH: reason, HALLSIM_TEST_CRASHES: crashes });
  };
  const options = { replications: 30, day: 'billing-day' };

  test('is replaced, and its days are run again', async () => {
    crash('once');
    const runner = opened({ workers: 1, file });
    const here = await simulate(flagship, options);
    expect(await simulate(flagship, { ...options, runner })).toEqual(here);
  });

  test('is reported when the one that replaces it ends as well', async () => {
    crash('always');
    const runner = opened({ workers: 2, file });
    const study: Promise<Summary> = simulate(flagship, { ...options, runner });
    await expect(study).rejects.toThrow(
      /^Replications \d+ to \d+ could not be run: two workers crashed\. It ended with exit code 7\.$/,
    );
    await expect(study).rejects.toBeInstanceOf(RunnerError);
  });

  test('cannot be waited for when there is no such file', async () => {
    const runner = opened({ workers: 2, file: new URL('no-such-file.mjs', file) });
    await expect(simulate(flagship, { ...options, runner })).rejects.toThrow(
      /^No worker could be started\. .*no-such-file\.mjs/,
    );
  });
});

test('a process ends by itself though nobody closed its runner', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'tests/threads/leaves-runner-open.mjs')],
    { timeout: 30_000 },
  );
  expect(stdout).toBe('20\n');
});
