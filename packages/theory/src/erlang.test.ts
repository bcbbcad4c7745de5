import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangA, erlangAShares } from './erlang-a.js';
import { erlangB } from './erlang-b.js';
import { erlangC } from './erlang-c.js';
import { deterministic } from './laws/deterministic.js';
import { exponential } from './laws/exponential.js';
import { lognormal } from './laws/lognormal.js';
import { weibull } from './laws/weibull.js';
import { mmcg } from './mmcg.js';

const close = (got: number, want: number, relative: number): void =>
  expect(Math.abs(got - want), `${got} for ${want}`).toBeLessThanOrEqual(relative * Math.abs(want));

const servers = fc.integer({ min: 1, max: 60 });
const share = fc.double({ min: 0.05, max: 0.98, noNaN: true });
const factor = fc.double({ min: 0.1, max: 10, noNaN: true });
const few = { seed: 3, numRuns: 30 };

describe('Erlang B, C and A', () => {
  // 17 digits from mpmath 1.3 at 60 digits
  test.each([
    [10, 8, 0.40918015079644353],
    [100, 95, 0.50645685391302059],
    [1000, 999.9, 0.99607512387324789],
    [10_000, 9999, 0.98755625243448581],
    [10_000, 9000, 2.0916197944192896e-25],
    [2, 0.001, 4.9975012493753123e-7],
  ])('C of %d servers at %d erlangs keeps its digits', (c, load, value) =>
    close(erlangC(c, load), value, 2e-12),
  );

  test.each([
    [100_000, 100_000, 0.0025188934235469064],
    [100_000, 90_000, 1.98003409635906e-236],
    [100, 95, 0.048804206178677821],
    [50, 200, 0.75163792007441146],
  ])('B of %d servers at %d erlangs keeps its digits', (c, load, value) =>
    close(erlangB(c, load), value, 5e-12),
  );

  test.each([
    [100, 100, 2, 0.59670313801957285, 0.033030152528288151],
    [1000, 1100, 10, 1, 1 / 11],
    [10_000, 10_000, 1, 0.5013298083399552, 0.0039893895589628256],
    [5, 50, 100, 1, 0.9],
  ])('A of %d servers at %d erlangs keeps its digits', (c, load, patienceMean, wait, leave) => {
    const demand = { arrivalRate: load, serviceRate: 1, servers: c, patienceMean };
    const shares = erlangAShares(demand);
    close(shares.waitProbability, wait, 1e-13);
    close(shares.abandoned, leave, 1e-13);
    const integrals = mmcg({ ...demand, patience: exponential(patienceMean) });
    close(integrals.waitProbability, wait, 1e-12);
    close(integrals.abandoned, leave, 1e-12);
  });

  test('fall with each server and rise with the load', () => {
    fc.assert(
      fc.property(servers, share, (c, rho) => {
        const load = c * rho;
        expect(erlangB(c + 1, load)).toBeLessThan(erlangB(c, load));
        expect(erlangC(c + 1, load)).toBeLessThan(erlangC(c, load));
        expect(erlangB(c, load * 1.01)).toBeGreaterThan(erlangB(c, load));
        expect(erlangC(c, load * 1.01)).toBeGreaterThan(erlangC(c, load));
      }),
      { seed: 4 },
    );
  });

  test('A becomes C for endless patience, and B for none', () => {
    fc.assert(
      fc.property(servers, share, (c, rho) => {
        const at = (patienceMean: number) =>
          erlangAShares({ arrivalRate: c * rho, serviceRate: 1, servers: c, patienceMean });
        close(at(1e9).waitProbability, erlangC(c, c * rho), 1e-5);
        close(at(1e-9).abandoned, erlangB(c, c * rho), 1e-5);
      }),
      few,
    );
  });

  test('many servers leave nobody waiting', () => {
    expect(erlangB(400, 20)).toBe(0);
    expect(erlangC(400, 20)).toBe(0);
  });
});

describe('patience', () => {
  const patience = [exponential(3), deterministic(3), weibull(3, 0.6), lognormal(3, 1)];

  test('abandonment balances arrivals and services, whatever its law', () => {
    for (const law of patience) {
      for (const arrivalRate of [2, 5, 12]) {
        const queue = mmcg({ arrivalRate, serviceRate: 1, servers: 5, patience: law });
        close(arrivalRate * (1 - queue.abandoned), 5 * queue.utilisation, 1e-12);
        const mean =
          (1 - queue.abandoned) * queue.waitMean +
          queue.abandoned * (queue.waitAbandonedMean ?? NaN);
        close(queue.waitAllMean, mean, 1e-11);
        close(queue.queueMean, arrivalRate * queue.waitAllMean, 1e-14);
        expect(queue.servedWithin(1e6) + queue.abandoned).toBeCloseTo(1, 12);
        expect(queue.waitOver(0)).toBeCloseTo(queue.waitProbability, 12);
      }
    }
  });

  test('of exponential law makes the share that leaves θ times the mean wait', () => {
    fc.assert(
      fc.property(servers, fc.double({ min: 0.3, max: 3, noNaN: true }), factor, (c, rho, mean) => {
        const queue = erlangA({
          arrivalRate: c * rho,
          serviceRate: 1,
          servers: c,
          patienceMean: mean,
        });
        close(queue.abandoned, queue.waitAllMean / mean, 1e-10);
      }),
      few,
    );
  });

  test('of everyone is no worry where there are servers for all', () => {
    const calm = { arrivalRate: 9000, serviceRate: 1, servers: 10_000 };
    const sure = mmcg({ ...calm, patience: deterministic(0.5) });
    expect(sure).toMatchObject({ abandoned: 0, waitAbandonedMean: null });
    const some = mmcg({ ...calm, patience: exponential(0.5) });
    close(some.abandoned, some.waitAllMean / 0.5, 1e-10);
    expect(some.abandoned).toBeLessThan(1e-24);
  });

  test('has quantiles of the wait of those served', () => {
    const queue = erlangA({ arrivalRate: 5, serviceRate: 1, servers: 4, patienceMean: 2 });
    const t = queue.waitQuantile(0.9);
    expect(queue.servedWithin(t) / (1 - queue.abandoned)).toBeCloseTo(0.9, 11);
  });
});
