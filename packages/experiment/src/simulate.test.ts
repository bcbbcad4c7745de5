import { describe, expect, test } from 'vitest';
import { compare, ENGINE, simulate, type SimulateOptions, type Summary } from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';
import { busy, changed } from '../test/busy-hall.js';

/** Every place of a document with what stands there. */
function walk(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => walk(inner, `${path}/${key}`));
}

/** Nothing that JSON would lose or spoil. */
function expectWhole(document: unknown): void {
  const spoilt = walk(document).filter(
    ([, value]) => value === undefined || (typeof value === 'number' && !Number.isFinite(value)),
  );
  expect(spoilt).toEqual([]);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
}

const numbers = ({ run: _run, ...rest }: Summary): unknown => rest;

describe('a summary', () => {
  test('says how it was made, with the defaults of the file', async () => {
    const { format, run } = await simulate(busy);
    expect(format).toBe('hallsim-summary/1');
    expect(run).toEqual({
      engine: ENGINE,
      scenario: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
      variant: 'base',
      day: 'normal',
      seed: 'busy',
      replications: 30,
      confidence: 0.9,
      target: '8 min',
      quantiles: 'exact',
      complete: true,
    });
  });

  test('is the same to the last digit when made twice, and another under another seed', async () => {
    const first = JSON.stringify(await simulate(busy));
    expect(JSON.stringify(await simulate(busy))).toBe(first);
    expect(JSON.stringify(numbers(await simulate(busy, { seed: 'other' })))).not.toBe(
      JSON.stringify(numbers(await simulate(busy))),
    );
  });

  test('counts everybody: came = served + abandoned + balked + unserved, and nobody is inside', async () => {
    const { conservation, measures } = await simulate(busy);
    const { came, served, abandoned, balked, unserved, inside } = conservation;
    expect(served + abandoned + balked + unserved).toBe(came);
    expect(inside).toBe(0);
    for (const part of [served, abandoned, balked, unserved]) expect(part).toBeGreaterThan(0);
    expect(measures['hall.came']!.value).toBe(came / 30);
    const shares = ['served', 'abandoned', 'balked', 'unserved'].map(
      (id) => measures[`hall.${id}.share`]!.value!,
    );
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  test('gives every interval around its value, in the range of its unit', async () => {
    const { measures, by } = await simulate(busy);
    const scopes = [measures, ...Object.values(by).flatMap((scope) => Object.values(scope))];
    expect(scopes.length).toBe(1 + 2 + 2 + 2);
    for (const [id, { value, low, high, unit, reason }] of scopes.flatMap(
      Object.entries<Summary['measures'][string]>,
    )) {
      if (low === null || high === null) {
        expect([id, reason]).toEqual([id, expect.any(String)]);
        continue;
      }
      expect(low).toBeLessThanOrEqual(value!);
      expect(high).toBeGreaterThanOrEqual(value!);
      expect(low).toBeGreaterThanOrEqual(0);
      if (unit === 'share') expect(high).toBeLessThanOrEqual(1);
    }
  });

  test('of one day has values, but no interval, and says why', async () => {
    const { measures } = await simulate(busy, { replications: 1 });
    for (const { low, high, reason } of Object.values(measures)) {
      expect([low, high]).toEqual([null, null]);
      expect(['one-day', 'nothing-observed', 'few-values', 'no-variation']).toContain(reason);
    }
    expect(measures['hall.came']).toMatchObject({ reason: 'one-day' });
    expect(measures['counter.wait.mean']!.value).toBeGreaterThan(0);
  });

  test.each([
    ['of usual days', busy, {}],
    ['of one day', busy, { replications: 1 }],
    ['of days on which nobody comes', busy, { day: 'nobody' }],
    [
      'of a hall without open counters',
      changed({ counters: { all: { open: { usual: { '09:00': 0, '10:00': 0 } } }, cash: null } }),
      {},
    ],
    [
      'of a hall without counters at all',
      changed({
        variants: null,
        counters: { all: { count: 0, open: { usual: { '09:00': 0, '10:00': 0 } } }, cash: null },
      }),
      {},
    ],
    ['of a hall without kiosks', changed({ kiosks: null }), {}],
    ['of a hall whose kiosks are all broken', changed({ kiosks: { count: 0 } }), {}],
    ['of no day at all', busy, { signal: { aborted: true } }],
  ] as const)('%s has no NaN anywhere: nothing observed is null', async (_name, hall, options) => {
    const summary = await simulate(hall, { replications: 7, ...options });
    expectWhole(summary);
    expectWhole(summary.conservation);
  });

  test('says of which measures the days are too few, though they are enough for others', async () => {
    const few = async (replications: number): Promise<string[]> => {
      const { run, measures } = await simulate(busy, { replications });
      expect(run.fewDays ?? false).toBe(replications < 20);
      return Object.entries(measures).flatMap(([id, { fewDays }]) => (fewDays ? [id] : []));
    };
    expect(await few(19)).toEqual([]); // the run card says it of all
    expect(await few(20)).toEqual(['counter.overtime', 'hall.lastDeparture']);
    expect(await few(199)).toEqual(['counter.overtime', 'hall.lastDeparture']);
    expect(await few(200)).toEqual([]);
  });

  test('of days on which nobody comes knows that it saw nothing', async () => {
    const { measures } = await simulate(busy, { day: 'nobody', replications: 5 });
    expect(measures['hall.came']!.value).toBe(0);
    for (const id of ['counter.wait.mean', 'counter.wait.p90', 'hall.serviceLevel.everyone']) {
      expect(measures[id]).toMatchObject({
        value: null,
        low: null,
        high: null,
        reason: 'nothing-observed',
      });
    }
    expect(measures['counter.utilisation']!.value).toBe(0);
  });
});

describe('days', () => {
  test('do not depend on how they are watched: the pieces of a run are its whole', async () => {
    const partial: Summary[] = [];
    const days: number[] = [];
    const watched = await simulate(busy, {
      replications: 70,
      onProgress: (summary) => partial.push(summary),
      onDays: (finished) => days.push(finished),
    });
    expect(watched).toEqual(await simulate(busy, { replications: 70 }));
    expect(partial.map(({ run }) => [run.replications, run.complete])).toEqual([
      [10, false],
      [40, false],
    ]);
    expect(numbers(partial[0]!)).toEqual(numbers(await simulate(busy, { replications: 10 })));
    expect(numbers(partial[1]!)).toEqual(numbers(await simulate(busy, { replications: 40 })));
    expect(days.at(-1)).toBe(70);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });

  test('that were finished are kept when a run is stopped, and the summary says that it is not complete', async () => {
    const stop = new AbortController();
    const stopped = await simulate(busy, {
      replications: 500,
      signal: stop.signal,
      onDays: (days) => {
        if (days >= 40) stop.abort();
      },
    });
    expect(stopped.run).toMatchObject({ replications: 40, complete: false });
    expect(numbers(stopped)).toEqual(numbers(await simulate(busy, { replications: 40 })));
  });

  test('may be asked for without end: room is taken as they come', async () => {
    const stop = new AbortController();
    const { run } = await simulate(busy, {
      replications: 1e12,
      day: 'nobody',
      signal: stop.signal,
      onDays: (days) => {
        if (days >= 1500) stop.abort();
      },
    });
    expect(run).toMatchObject({ replications: 1500, complete: false });
  });

  test('of a stopped comparison are the same days in every arm', async () => {
    const stop = new AbortController();
    const { base, variants } = await compare(busy, {
      variants: ['one-more', 'no-kiosks'],
      replications: 500,
      signal: stop.signal,
      onDays: () => {
        stop.abort();
      },
    });
    for (const { run } of [base, ...Object.values(variants).map(({ summary }) => summary)]) {
      expect(run).toMatchObject({ replications: base.run.replications, complete: false });
    }
  });
});

describe('what cannot be is refused with its value', () => {
  test.each([
    [{ replications: 0 }, 'not 0'],
    [{ replications: 2.5 }, 'not 2.5'],
    [{ replications: NaN }, 'not NaN'],
    [{ confidence: 1 }, 'not 1'],
    [{ confidence: 95 }, 'not 95'],
    [{ day: 'holiday' }, '"holiday". It has: normal, quiet, nobody'],
    [{ variant: 'two-more' }, '"two-more". It has: one-more, no-kiosks'],
  ])('%o', async (options, words) => {
    await expect(simulate(busy, options)).rejects.toThrow(words);
    await expect(simulate(busy, options)).rejects.toBeInstanceOf(RangeError);
  });

  // JavaScript has no types that would say so
  test.each([
    [busy, { seed: 7 }, 'seed must be a text, not 7'],
    [busy, { confidence: '0.9' }, 'confidence must lie between 0 and 1, not 0.9'],
    [{ ok: true, scenario: busy, notes: [] }, {}, 'a study takes its field `scenario`'],
    [undefined, {}, 'A study takes a scenario, not undefined; parseScenario reads one.'],
    ['{"format": "service-hall/1"}', {}, 'not a text; parseScenario reads one'],
    [{}, {}, 'not an object without format; parseScenario reads one'],
    [busy, null, 'The options of simulate must be an object'],
    [busy, { replication: 5 }, 'simulate has no option replication. Did you mean replications?'],
    [busy, { variants: ['one-more'] }, 'simulate has no option variants. Did you mean variant?'],
    [busy, { xyz: 1 }, 'simulate has no option xyz. It has: variant, day, precision'],
  ])('of another type: %#', async (scenario, options, words) => {
    const wrong = simulate(scenario as unknown as Scenario, options as unknown as SimulateOptions);
    await expect(wrong).rejects.toThrow(words);
    await expect(wrong).rejects.toBeInstanceOf(RangeError);
  });

  test('an option without a value is as if it were not there, whatever it is called', async () => {
    const options = { replications: 2, replication: undefined };
    expect((await simulate(busy, options)).run.replications).toBe(2);
  });
});
