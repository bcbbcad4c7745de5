import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnstableError } from './check.js';
import { erlangB } from './erlang-b.js';
import { gimc } from './gimc.js';
import { deterministic } from './laws/deterministic.js';
import { erlang } from './laws/erlang.js';
import { exponential } from './laws/exponential.js';
import { balancedHyperexponential } from './laws/hyperexponential.js';
import { lognormal } from './laws/lognormal.js';
import { mdc } from './mdc.js';
import { mg1 } from './mg1.js';
import { mm1 } from './mm1.js';
import { mmc } from './mmc.js';
import { mmck } from './mmck.js';
import { mphc } from './mphc.js';
import { type QueueWithWaits } from './wait.js';

const close = (got: number, want: number, relative: number): void =>
  expect(Math.abs(got - want), `${got} for ${want}`).toBeLessThanOrEqual(relative * Math.abs(want));

const share = fc.double({ min: 0.05, max: 0.98, noNaN: true });
const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
const few = { seed: 3, numRuns: 30 };

/** Every queue of this package with a law of the wait, at one utilisation. */
function queues(c: number, rho: number, pace = 1): [string, number, QueueWithWaits][] {
  const arrivalRate = c * rho * pace;
  const service = 1 / pace;
  const single = rho * pace;
  return [
    ['M/M/1', single, mm1({ arrivalRate: single, serviceRate: pace })],
    ['M/M/c', arrivalRate, mmc({ arrivalRate, serviceRate: pace, servers: c })],
    ['M/D/c', arrivalRate, mdc({ arrivalRate, serviceTime: service, servers: c })],
    ['M/PH/c', arrivalRate, mphc({ arrivalRate, service: erlang(service, 2), servers: c })],
    ['M/G/1', single, mg1({ arrivalRate: single, service: balancedHyperexponential(service, 2) })],
    [
      'GI/M/c',
      arrivalRate,
      gimc({ gap: erlang(1 / arrivalRate, 2), serviceRate: pace, servers: c }),
    ],
  ];
}

describe('queues with a law of the wait', () => {
  const some = fc.integer({ min: 1, max: 8 });

  test("obey Little's law", () => {
    fc.assert(
      fc.property(some, share, (c, rho) => {
        for (const [, rate, queue] of queues(c, rho)) {
          close(queue.queueMean, rate * queue.waitMean, 1e-14);
          close(queue.systemMean, rate * queue.systemTimeMean, 1e-14);
          close(queue.systemTimeMean, queue.waitMean + 1, 1e-14);
        }
      }),
      few,
    );
  });

  test('have a tail that starts at the chance of waiting, falls, and has the mean as its integral', () => {
    for (const [name, , queue] of queues(3, 0.7)) {
      expect(Math.abs(queue.waitOver(0) - queue.waitProbability), name).toBeLessThan(1e-11);
      const step = 0.05;
      let area = 0;
      let left = queue.waitProbability;
      for (let i = 1; i <= 2400; i++) {
        const right = queue.waitOver(i * step);
        expect(right).toBeLessThanOrEqual(left + 1e-12);
        area += (step * (left + right)) / 2;
        left = right;
      }
      expect(Math.abs(area / queue.waitMean - 1), name).toBeLessThan(1e-3);
    }
  });

  test('have quantiles that undo the tail, and 0 for the share that does not wait', () => {
    for (const [, , queue] of queues(3, 0.7)) {
      const p = 1 - queue.waitProbability / 3;
      expect(queue.waitOver(queue.waitQuantile(p))).toBeCloseTo(1 - p, 11);
      expect(queue.waitQuantile(0.5 * (1 - queue.waitProbability))).toBe(0);
    }
  });

  test('do not mind the unit of time', () => {
    fc.assert(
      fc.property(some, share, factor, (c, rho, pace) => {
        const slow = queues(c, rho);
        for (const [i, [name, , queue]] of queues(c, rho, pace).entries()) {
          const other = (slow[i] as (typeof slow)[number])[2];
          const error = Math.abs((queue.waitMean * pace) / other.waitMean - 1);
          expect(error, name).toBeLessThan(1e-9);
          expect(Math.abs(queue.waitProbability / other.waitProbability - 1)).toBeLessThan(1e-9);
        }
      }),
      few,
    );
  });

  test('say that they are unstable and never give a negative wait', () => {
    for (const rho of [1, 1.5]) {
      expect(() => queues(2, rho)).toThrow(UnstableError);
      expect(() => queues(2, rho)).toThrow(/unstable: the utilisation is/);
    }
    expect(() => mdc({ arrivalRate: 3, serviceTime: 1, servers: 2 })).toThrow(UnstableError);
    expect(() => mphc({ arrivalRate: 3, service: erlang(1, 2), servers: 2 })).toThrow(/unstable/);
    expect(() => gimc({ gap: exponential(0.2), serviceRate: 1, servers: 2 })).toThrow(/unstable/);
    expect(() => mg1({ arrivalRate: 2, service: lognormal(1, 1) })).toThrow(/unstable/);
  });

  test('refuse what is not a queue, naming the value', () => {
    expect(() => mmc({ arrivalRate: -1, serviceRate: 1, servers: 1 })).toThrow(
      /arrivalRate must be a finite number above 0, but is -1/,
    );
    expect(() => mmc({ arrivalRate: 1, serviceRate: 1, servers: 2.5 })).toThrow(/servers.*2.5/);
    expect(() => mmc({ arrivalRate: 1, serviceRate: 1, servers: 2 }).waitOver(-1)).toThrow(
      /t must/,
    );
    expect(() => mmc({ arrivalRate: 1, serviceRate: 1, servers: 2 }).waitQuantile(1)).toThrow(
      /p must be above 0 and below 1, but is 1/,
    );
  });
});

describe('one model as a case of another', () => {
  test('M/PH/c and GI/M/c with exponential times are M/M/c', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), share, (c, rho) => {
        const want = mmc({ arrivalRate: c * rho, serviceRate: 1, servers: c });
        const phases = mphc({ arrivalRate: c * rho, service: exponential(1), servers: c });
        const gaps = gimc({ gap: exponential(1 / (c * rho)), serviceRate: 1, servers: c });
        for (const got of [phases, gaps]) {
          close(got.waitProbability, want.waitProbability, 1e-10);
          close(got.waitMean, want.waitMean, 1e-10);
          close(got.waitVariance, want.waitVariance, 1e-10);
          close(got.waitOver(0.4), want.waitOver(0.4), 1e-10);
        }
      }),
      few,
    );
  });

  test('M/PH/1 is M/G/1, and M/D/1 too', () => {
    fc.assert(
      fc.property(share, (rho) => {
        const service = erlang(1, 4);
        const [phases, any] = [
          mphc({ arrivalRate: rho, service, servers: 1 }),
          mg1({ arrivalRate: rho, service }),
        ];
        const [fixed, same] = [
          mdc({ arrivalRate: rho, serviceTime: 1, servers: 1 }),
          mg1({ arrivalRate: rho, service: deterministic(1) }),
        ];
        for (const [got, want] of [
          [phases, any],
          [fixed, same],
        ] as const) {
          close(got.waitMean, want.waitMean, 1e-10);
          close(got.waitVariance, want.waitVariance, 1e-9);
          expect(Math.abs(got.waitOver(1.3) - want.waitOver(1.3))).toBeLessThan(1e-11);
        }
      }),
      few,
    );
  });

  test('Erlang service of many phases comes near to M/D/c from above', () => {
    const fixed = mdc({ arrivalRate: 2.4, serviceTime: 1, servers: 3 }).waitMean;
    const waits = [1, 2, 4, 8].map(
      (k) => mphc({ arrivalRate: 2.4, service: erlang(1, k), servers: 3 }).waitMean,
    );
    expect(waits.every((wait, i) => wait > fixed && wait < (waits[i - 1] ?? Infinity))).toBe(true);
    expect((waits[3] as number) / fixed).toBeLessThan(1.13);
  });

  test('M/M/c/K grows into M/M/c, and shrinks to Erlang B', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), share, (c, rho) => {
        const demand = { arrivalRate: c * rho, serviceRate: 1, servers: c };
        const large = mmck({ ...demand, capacity: c + 3000 });
        const free = mmc(demand);
        close(large.waitMean, free.waitMean, 1e-9);
        close(large.waitVariance, free.waitVariance, 1e-9);
        const none = mmck({ ...demand, capacity: c });
        close(none.blocked, erlangB(c, c * rho), 1e-12);
        expect(none.waitMean).toBe(0);
      }),
      { seed: 5, numRuns: 10 },
    );
  });

  test('the general tail of M/G/1 agrees with the exact one', () => {
    const law = erlang(1, 2);
    const { phases, ...withoutPhases } = law;
    expect(phases).toBeDefined();
    const [exact, grid] = [law, withoutPhases].map((service) => mg1({ arrivalRate: 0.8, service }));
    for (const t of [0.5, 2, 6]) {
      expect(grid?.waitOver(t)).toBeCloseTo(exact?.waitOver(t) ?? NaN, 9);
    }
  });

  test('M/D/c by roots agrees with M/D/c by Spitzer on both sides of the change', () => {
    // 13.33 = 40 / 3000: the cost at which the method changes, for c = 4 near utilisation 0.921
    const [near, far] = [0.9195, 0.9196, 0.92, 0.925].map(
      (rho) => mdc({ arrivalRate: 4 * rho, serviceTime: 1, servers: 4 }).waitMean * (1 - rho),
    );
    expect((far as number) / (near as number)).toBeCloseTo(1, 3);
  });
});
