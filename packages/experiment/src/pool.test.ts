import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  compare,
  DayError,
  type PoolOptions,
  type Runner,
  RunnerError,
  simulate,
  type Summary,
  workerRunner,
} from '@hallsim/experiment';
import { busy, changed } from '../test/busy-hall.js';
import { type Mishaps, WorkerDouble } from '../test/worker-double.js';
import { failureOf } from './failure.js';

const runners: Runner[] = [];
afterEach(() => Promise.all(runners.splice(0).map((runner) => runner.close())));

/** A runner on doubles, and the doubles in the order they were made. */
function onDoubles(options: PoolOptions = {}, mishaps: (which: number) => Mishaps = () => ({})) {
  const workers: WorkerDouble[] = [];
  const runner = workerRunner(() => {
    const worker = new WorkerDouble(mishaps(workers.length));
    workers.push(worker);
    return worker;
  }, options);
  runners.push(runner);
  return { runner, workers };
}

const numbers = ({ run: _run, ...rest }: Summary): unknown => rest;
const aFew = { seed: 1, numRuns: 8 };

describe('the answer is that of this thread to the last bit', () => {
  const sizes = fc.record({
    workers: fc.integer({ min: 1, max: 4 }),
    batch: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    replications: fc.integer({ min: 1, max: 60 }),
    slow: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
  });

  test('for any number of workers, batches and days, whoever is slow', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async ({ workers, batch, replications, slow }) => {
        const { runner } = onDoubles(
          batch === undefined ? { workers } : { workers, batch },
          (which) => ({ slowness: slow[which % 4]! }),
        );
        const options = { replications, variant: 'one-more' };
        const partial: Summary[] = [];
        const onProgress = (summary: Summary): number => partial.push(summary);
        const expected: Summary[] = [];
        const here = await simulate(busy, { ...options, onProgress: (s) => expected.push(s) });
        expect(await simulate(busy, { ...options, runner, onProgress })).toEqual(here);
        expect(partial).toEqual(expected);
      }),
      aFew,
    );
  });

  test('for a comparison and its partial results', async () => {
    const { runner } = onDoubles({ workers: 3, batch: 4 });
    const watch = async (place: object): Promise<unknown[]> => {
      const seen: unknown[] = [];
      const variants = ['one-more', 'no-kiosks'];
      const onProgress = (part: unknown): number => seen.push(part);
      seen.push(await compare(busy, { variants, replications: 50, onProgress, ...place }));
      return seen;
    };
    expect(await watch({ runner })).toEqual(await watch({}));
  });

  test('for several studies at once on one runner', async () => {
    const { runner, workers } = onDoubles({ workers: 2, batch: 2 });
    const seeds = ['a', 'b', 'c'];
    const all = await Promise.all(seeds.map((seed) => simulate(busy, { seed, runner })));
    expect(all).toEqual(await Promise.all(seeds.map((seed) => simulate(busy, { seed }))));
    expect(workers).toHaveLength(2);
  });

  test('for a hall in which nothing can happen', async () => {
    const { runner } = onDoubles();
    const empty = changed({ demand: { dayType: 'nobody' } });
    expect(await simulate(empty, { runner })).toEqual(await simulate(empty));
  });
});

describe('workers', () => {
  test('are started when there is work for them, and kept for the next study', async () => {
    const { runner, workers } = onDoubles({ workers: 4, batch: 5 });
    expect(workers).toHaveLength(0);
    await simulate(busy, { replications: 1, runner });
    expect(workers).toHaveLength(1);
    await simulate(busy, { replications: 40, runner });
    await simulate(busy, { replications: 40, seed: 'other', runner });
    expect(workers).toHaveLength(4);
  });

  test('may all be started before', async () => {
    const { runner, workers } = onDoubles({ workers: 3 });
    await runner.ready();
    expect(workers).toHaveLength(3);
    await runner.ready();
    expect(workers).toHaveLength(3);
  });

  test('are ended by close, after which the runner runs nothing', async () => {
    const { runner, workers } = onDoubles({ workers: 2 });
    await runner.ready();
    await runner.close();
    await runner.close();
    expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
    await expect(simulate(busy, { runner })).rejects.toThrow('The runner is closed. Make a new');
    await expect(runner.ready()).rejects.toBeInstanceOf(RunnerError);
  });

  test('do not run far ahead of a slow one, whose days come first', async () => {
    const { runner, workers } = onDoubles({ workers: 2, batch: 1 }, (which) => ({
      slowness: which === 0 ? Infinity : 0,
    }));
    const stop = new AbortController();
    const study = simulate(busy, { replications: 200, runner, signal: stop.signal });
    while ((workers[1]?.asked.length ?? 0) < 6) await new Promise((tick) => setTimeout(tick));
    await new Promise((tick) => setTimeout(tick, 20));
    expect(workers[1]!.asked.length).toBeLessThanOrEqual(6);
    stop.abort();
    expect((await study).run).toMatchObject({ replications: 0, complete: false });
  });

  test.each([
    [{ workers: 0 }, 'workers must be a whole number from 1 to 256, not 0.'],
    [{ workers: 1.5 }, 'not 1.5'],
    [{ workers: NaN }, 'not NaN'],
    [{ workers: 257 }, 'not 257'],
    [{ batch: 0 }, 'batch must be a whole number from 1 to 10000, not 0.'],
  ])('cannot be %o', (options, words) => {
    expect(() => onDoubles(options)).toThrow(RangeError);
    expect(() => onDoubles(options)).toThrow(words);
  });
});

describe('a signal', () => {
  test('stops at any moment: the days finished are a prefix, and the next study has its turn', async () => {
    const { runner } = onDoubles({ workers: 2, batch: 3 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.boolean(), async (turns, listened) => {
        const stop = new AbortController();
        // a signal that only has a flag is looked at after each batch
        const signal = listened
          ? stop.signal
          : {
              get aborted() {
                return stop.signal.aborted;
              },
            };
        const study = simulate(busy, { replications: 100_000, runner, signal });
        for (let i = 0; i < turns; i++) await new Promise((tick) => setImmediate(tick));
        stop.abort();
        const stopped = await study;
        const { replications } = stopped.run;
        expect(stopped.run.complete).toBe(false);
        const prefix = replications === 0 ? null : await simulate(busy, { replications, runner });
        if (prefix) expect(numbers(stopped)).toEqual(numbers(prefix));
      }),
      aFew,
    );
  });

  test('that comes with the last day is too late, and one that came before the first in time', async () => {
    const { runner, workers } = onDoubles({ batch: 3 });
    const stop = new AbortController();
    const onDays = (days: number): void => {
      if (days === 20) stop.abort();
    };
    const options = { replications: 20, runner, signal: stop.signal, onDays };
    expect((await simulate(busy, options)).run).toMatchObject({ replications: 20, complete: true });
    const asked = workers.flatMap((worker) => worker.asked).length;
    expect((await simulate(busy, options)).run).toMatchObject({ replications: 0, complete: false });
    expect(workers.flatMap((worker) => worker.asked)).toHaveLength(asked);
  });

  test('leaves a worker with one batch to finish at most', async () => {
    const { runner, workers } = onDoubles({ workers: 1, batch: 2 });
    const stop = new AbortController();
    const onDays = (): void => {
      stop.abort();
    };
    await simulate(busy, { replications: 1000, runner, signal: stop.signal, onDays });
    await simulate(busy, { replications: 2, seed: 'next', runner });
    expect(workers[0]!.asked.length).toBeLessThanOrEqual(5);
  });
});

describe('a crash', () => {
  test('at any batch changes nothing: another worker runs its days', async () => {
    const here = await simulate(busy);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 29 }),
        async (workers, day) => {
          let crashed = false;
          const { runner } = onDoubles({ workers, batch: 4 }, () => ({
            crashesOver: ({ from, count }) => {
              if (crashed || day < from || day >= from + count) return false;
              return (crashed = true);
            },
          }));
          expect(await simulate(busy, { runner })).toEqual(here);
          expect(crashed).toBe(true);
        },
      ),
      aFew,
    );
  });

  test('of a second worker over the same days is reported with them, and the next study runs', async () => {
    const { runner } = onDoubles({ workers: 2, batch: 5 }, (which) => ({
      crashesOver: ({ from }) => which < 2 && from === 10,
    }));
    const broken = simulate(busy, { replications: 200, runner });
    await expect(broken).rejects.toBeInstanceOf(RunnerError);
    await expect(broken).rejects.toThrow(
      'Replications 10 to 14 could not be run: two workers crashed. out of luck',
    );
    expect(await simulate(busy, { runner })).toEqual(await simulate(busy));
  });

  test('of every worker at its first line is reported: nobody waits for ever', async () => {
    const { runner } = onDoubles({ workers: 2 }, () => ({ isMissing: true }));
    await expect(simulate(busy, { runner })).rejects.toThrow(
      'No worker could be started. no such file',
    );
    await expect(runner.ready()).rejects.toBeInstanceOf(RunnerError);
  });

  test('of one worker at its first line leaves the work to the others', async () => {
    const { runner } = onDoubles({ workers: 2 }, (which) => ({ isMissing: which !== 1 }));
    expect(await simulate(busy, { runner })).toEqual(await simulate(busy));
  });
});

describe('what goes wrong in a worker', () => {
  test('comes out as it is thrown there, after the days before it', async () => {
    const cause = Object.assign(new RangeError('no such counter'), { time: 570, where: 'desk 3' });
    const { runner } = onDoubles({ workers: 2, batch: 1 }, () => ({
      says: (answer) =>
        answer.type === 'days' && answer.batch % 2 === 0
          ? { type: 'failed', batch: answer.batch, failure: failureOf(new DayError(7, 'x', cause)) }
          : answer,
    }));
    const error = await simulate(busy, { runner }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DayError);
    expect(error).toMatchObject({
      message: 'Replication 7 of "x" could not be run: no such counter',
      replication: 7,
      variant: 'x',
      cause: { name: 'RangeError', message: 'no such counter', time: 570, where: 'desk 3' },
    });
    expect((error as Error).cause).toBeInstanceOf(RangeError);
  });

  test('may be its version: its numbers would be others', async () => {
    const { runner } = onDoubles({}, () => ({
      says: (answer) => (answer.type === 'ready' ? { ...answer, engine: '0.0.9' } : answer),
    }));
    await expect(simulate(busy, { runner })).rejects.toThrow(/runs engine 0\.0\.9, this is 0\.1/);
  });

  test('may be the closing of the runner', async () => {
    const { runner } = onDoubles();
    const study = simulate(busy, { replications: 100_000, runner });
    await runner.close();
    await expect(study).rejects.toThrow('The runner was closed while days were still to be run.');
  });

  test('or what the watcher throws: the study ends with it', async () => {
    const { runner } = onDoubles({ batch: 2 });
    const onDays = (): void => {
      throw new TypeError('no such line');
    };
    await expect(simulate(busy, { runner, onDays })).rejects.toThrow(TypeError);
  });

  test('or a scenario that cannot be copied', async () => {
    const { runner } = onDoubles();
    const strange = new Proxy(busy, {}); // reads like any other
    await expect(simulate(strange, { runner })).rejects.toThrow(/could not be cloned/);
    expect(await simulate(busy, { runner })).toEqual(await simulate(busy));
  });
});
