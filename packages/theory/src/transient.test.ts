import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DayPlan } from './day-plan.js';
import { erlangA } from './erlang-a.js';
import { poissonProbability } from './gamma.js';
import { exponential } from './laws/exponential.js';
import { mmc } from './mmc.js';
import { offeredLoad } from './offered-load.js';
import { serviceLevel } from './service-level.js';
import { transientDay } from './transient-day.js';

const share = fc.double({ min: 0.1, max: 0.9, noNaN: true });
const few = { seed: 6, numRuns: 20 };

/** A day whose staffing goes up and down. */
const changing = fc
  .array(fc.tuple(fc.double({ min: 0, max: 3, noNaN: true }), fc.integer({ min: 0, max: 7 })), {
    minLength: 2,
    maxLength: 5,
  })
  .map((list) => list.map(([arrivalRate, servers]) => ({ length: 9, arrivalRate, servers })));

describe('the transient of a day', () => {
  test('comes to rest in the stationary law', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), share, (servers, rho) => {
        const day = transientDay({
          intervals: [{ length: 4000, arrivalRate: servers * rho, servers }],
          serviceRate: 1,
        });
        const want = mmc({ arrivalRate: servers * rho, serviceRate: 1, servers });
        expect(day.intervals[0]?.systemMean).toBeCloseTo(want.systemMean, 9);
        expect(day.intervals[0]?.waitProbability).toBeCloseTo(want.waitProbability, 10);
      }),
      few,
    );
  });

  test('is Poisson with the offered load where patience is as long as service, whatever the staffing', () => {
    fc.assert(
      fc.property(changing, (intervals) => {
        const day = transientDay({
          intervals,
          serviceRate: 0.2,
          patienceMean: 5,
          atChange: 'preempt',
        });
        const pieces = intervals.map(({ arrivalRate: rate }, i) => ({
          from: 9 * i,
          to: 9 * (i + 1),
          rate,
        }));
        day.intervals.forEach(({ law }, i) => {
          const load = offeredLoad(pieces, exponential(5), 9 * (i + 1));
          law.forEach((p, n) => {
            expect(Math.abs(p - poissonProbability(n, load))).toBeLessThan(1e-13);
          });
        });
      }),
      few,
    );
  });

  test('loses nobody: arrivals are served, have left, or are inside', () => {
    fc.assert(
      fc.property(changing, fc.boolean(), (intervals, patient) => {
        const plan: DayPlan = {
          intervals,
          serviceRate: 0.2,
          ...(patient ? {} : { patienceMean: 8 }),
        };
        const day = transientDay(plan);
        let inside = 0;
        day.intervals.forEach((one, i) => {
          const { arrivalRate, length } = intervals[i] as (typeof intervals)[number];
          const left = patient ? 0 : (one.queueAverage * length) / 8;
          const change = arrivalRate * length - one.busyAverage * length * 0.2 - left;
          expect(one.systemMean).toBeCloseTo(inside + change, 9);
          inside = one.systemMean;
          expect(one.law.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        });
        expect(day.error).toBeLessThan(1e-12);
      }),
      few,
    );
  });

  test('waits less with every counter more', () => {
    fc.assert(
      fc.property(changing, (intervals) => {
        const run = (extra: number) =>
          transientDay({
            intervals: intervals.map((one) => ({ ...one, servers: one.servers + extra })),
            serviceRate: 0.2,
            patienceMean: 10,
          });
        const [before, after] = [run(0), run(1)];
        expect(after.abandoned).toBeLessThanOrEqual(before.abandoned + 1e-12);
      }),
      few,
    );
  });

  test('is in line for ever after closing where no counter is open and nobody leaves', () => {
    const day = transientDay({
      intervals: [{ length: 10, arrivalRate: 1, servers: 0 }],
      serviceRate: 1,
    });
    expect(day.clearMean).toBe(Infinity);
    expect(day.intervals[0]?.systemMean).toBeCloseTo(10, 11);
  });

  test('refuses a plan that is none, naming the value', () => {
    const interval = { length: 10, arrivalRate: 1, servers: 2 };
    expect(() => transientDay({ intervals: [], serviceRate: 1 })).toThrow(/intervals/);
    expect(() => transientDay({ intervals: [interval], serviceRate: 0 })).toThrow(/serviceRate/);
    expect(() =>
      transientDay({ intervals: [{ ...interval, length: -1 }], serviceRate: 1 }),
    ).toThrow(/length .* -1/);
    expect(() => transientDay({ intervals: [interval], serviceRate: 1, start: [0.5] })).toThrow(
      /sum of start must be 1, but is 0.5/,
    );
  });
});

describe('the service level of a tagged customer', () => {
  test('is that of Erlang A where the hall is in balance', () => {
    const demand = { arrivalRate: 4.5, serviceRate: 1, servers: 5, patienceMean: 2 };
    const rest = transientDay({ ...demand, intervals: [{ length: 200, ...demand }] });
    const law = Array.from(rest.intervals[0]?.law ?? []);
    const total = law.reduce((sum, p) => sum + p, 0);
    const start = law.map((p) => p / total);
    const level = serviceLevel({ ...demand, start, intervals: [{ length: 7, ...demand }] }, 0.6);
    expect(level.day).toBeCloseTo(erlangA(demand).servedWithin(0.6), 11);
  });

  test('counts those at once served as the complement of those who wait, for a short time', () => {
    const plan: DayPlan = {
      intervals: [
        { length: 20, arrivalRate: 1, servers: 3 },
        { length: 20, arrivalRate: 2, servers: 6 },
        { length: 20, arrivalRate: 0.5, servers: 2 },
      ],
      serviceRate: 0.25,
    };
    const day = transientDay(plan);
    const level = serviceLevel(plan, 1e-9);
    expect(level.day).toBeCloseTo(1 - day.waitShare, 7);
    const generous = serviceLevel(plan, 500);
    expect(generous.day).toBeCloseTo(1, 10);
  });
});
