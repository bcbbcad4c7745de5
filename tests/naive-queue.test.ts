import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defineScenario, type Scenario } from '@hallsim/scenario';
import { drawn } from './drawn.js';
import { observeDay } from './observed-day.js';
import { spread } from './random-parts.js';

/**
 * First come, first served at c counters, in five lines instead of an engine: the next customer gets
 * the counter that is free first (J. Kiefer and J. Wolfowitz, Trans. Amer. Math. Soc. 78 (1955),
 * p. 1), unless patience ends before that. Returns when each is called, NaN for those who leave.
 */
function callTimes(
  arrivals: readonly number[],
  service: readonly number[],
  patience: readonly number[],
  counters: number,
): number[] {
  const freeAt = new Array<number>(counters).fill(-Infinity);
  return arrivals.map((arrived, i) => {
    const first = freeAt.indexOf(Math.min(...freeAt));
    const start = Math.max(arrived, freeAt[first]!);
    if (start > arrived + patience[i]!) return NaN;
    freeAt[first] = start + service[i]!;
    return start;
  });
}

const halls = fc
  .record({
    rate: fc.constantFrom(20, 60, 120),
    counters: fc.integer({ min: 1, max: 6 }),
    time: spread(1, 8),
    patience: fc.option(spread(1, 20), { nil: undefined }),
  })
  .map(
    ({ rate, counters, time, patience }): Scenario =>
      defineScenario({
        format: 'service-hall/1',
        day: { opens: '09:00', closes: '14:00' },
        demand: { arrivals: { '09:00': `${rate} per hour` } },
        customers: { everyone: { share: '100%', ...(patience && { patience }) } },
        services: { errand: { share: '100%', time } },
        counters: {
          desk: { count: counters, skills: ['errand'], open: { usual: { '09:00': counters } } },
        },
      }),
  );

test('a plain queue gives the times of a recursion that knows no events, to the bit', () => {
  fc.assert(
    fc.property(halls, fc.string({ maxLength: 4 }), (hall, seed) => {
      const { model, demand, visits } = observeDay(hall, seed);
      const rows = visits.map(({ row }) => row);
      const { patience } = model.customers[0]!;
      const calls = callTimes(
        visits.map(({ arrived }) => arrived),
        rows.map((row) => drawn(model.services[0]!.time, demand, row, 8)),
        rows.map((row) => (patience === null ? Infinity : drawn(patience, demand, row, 9))),
        model.groups[0]!.count,
      );
      expect(visits.map(({ start }) => start)).toEqual(calls);
    }),
    { seed: 7, numRuns: 200 },
  );
});
