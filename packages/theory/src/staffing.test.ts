import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allenCunneen, kingman, kraemerLangenbachBelz } from './approximations.js';
import { type DayPlan } from './day-plan.js';
import { sin } from './elementary.js';
import { erlangA } from './erlang-a.js';
import { erlangB } from './erlang-b.js';
import {
  fewestServers,
  fewestServersForLoss,
  meetsTarget,
  mostArrivals,
  mostLoadForLoss,
} from './fewest-servers.js';
import { fluid } from './fluid.js';
import { exponential } from './laws/exponential.js';
import { lognormal } from './laws/lognormal.js';
import { weibull } from './laws/weibull.js';
import { mg1 } from './mg1.js';
import { mmc } from './mmc.js';
import { mmcg } from './mmcg.js';
import { sineOfferedLoad } from './offered-load.js';
import { smoothRate } from './smooth-rate.js';
import { halfinWhitt, halfinWhittBeta, squareRootStaffing } from './square-root-staffing.js';
import { backlogCarryOver, laggedSipp, pointwiseStationary, sipp } from './stationary-day.js';
import { transientDay } from './transient-day.js';
import { whittAbandonment } from './whitt-abandonment.js';

const share = fc.double({ min: 0.1, max: 0.9, noNaN: true });
const few = { seed: 6, numRuns: 20 };

describe('square-root staffing', () => {
  test('steadies the chance of waiting where the rate of the moment lets it swing (Jennings 1996)', () => {
    const rate = (t: number) => 30 + 20 * sin(5 * t);
    const period = (2 * Math.PI) / 5;
    const beta = halfinWhittBeta(0.1);
    expect(beta).toBeCloseTo(1.4201868881004442, 12);
    const slots = 400;
    const swing = (load: (t: number) => number): [number, number] => {
      const cycle = Array.from({ length: slots }, (_, i) => {
        const from = (period * i) / slots;
        const servers = squareRootStaffing(load(from + period / slots / 2), beta);
        return smoothRate(rate, servers, from, from + period / slots, 1);
      }).flat();
      const { intervals } = transientDay({
        intervals: Array.from({ length: 16 }, () => cycle).flat(),
        serviceRate: 1,
        atChange: 'preempt',
      });
      const last = intervals.slice(-2 * slots).map(({ waitProbability }) => waitProbability);
      return [Math.min(...last), Math.max(...last)];
    };
    const load = (t: number) =>
      sineOfferedLoad({ mean: 30, amplitude: 20, period }, exponential(1), t);
    // a table of another program, staffing set at slightly other times: 0.0888 to 0.1170
    const [low, high] = swing(load);
    expect(Math.abs(low - 0.0888)).toBeLessThan(0.001);
    expect(Math.abs(high - 0.117)).toBeLessThan(0.001);
    const [lowest, highest] = swing(rate);
    expect(lowest).toBeLessThan(0.006);
    expect(highest).toBeGreaterThan(0.999);
  });

  test("Halfin and Whitt's function is undone by its inverse", () => {
    fc.assert(
      fc.property(share, (alpha) => {
        expect(halfinWhitt(halfinWhittBeta(alpha))).toBeCloseTo(alpha, 13);
      }),
      few,
    );
  });
});

describe('approximations of a day', () => {
  const plan: DayPlan = {
    intervals: [
      { length: 30, arrivalRate: 1, servers: 5 },
      { length: 30, arrivalRate: 2, servers: 5 },
      { length: 30, arrivalRate: 1, servers: 5 },
    ],
    serviceRate: 0.25,
  };

  test('by periods say where the formula has no answer, backlog carry-over goes on', () => {
    expect(sipp(plan).map(({ unstable }) => unstable)).toEqual([false, true, false]);
    const carried = backlogCarryOver(plan);
    expect(carried.map(({ unstable }) => unstable)).toEqual([false, false, false]);
    expect(carried[2]?.waitProbability).toBeGreaterThan(sipp(plan)[2]?.waitProbability ?? 1);
  });

  test('with a lag take the rate of one mean service ago', () => {
    expect(laggedSipp(plan).map(({ arrivalRate }) => arrivalRate)).toEqual([
      1,
      expect.closeTo((4 + 26 * 2) / 30, 12),
      expect.closeTo((4 * 2 + 26) / 30, 12),
    ]);
  });

  test('pointwise stationary is the table value of the sinusoid, and Erlang C for a constant rate', () => {
    const rate = (t: number) => 1 + 0.4 * sin((2 * Math.PI * t) / 480);
    expect(pointwiseStationary(rate, 480, 8, 0.2)).toBeCloseTo(0.308053, 6);
    const flat = mmc({ arrivalRate: 1, serviceRate: 0.2, servers: 8 }).waitProbability;
    expect(pointwiseStationary(() => 1, 480, 8, 0.2)).toBeCloseTo(flat, 12);
  });

  test('as a fluid follow the transient of a hall a hundred times as large', () => {
    const large: DayPlan = {
      intervals: plan.intervals.map((one) => ({
        length: one.length,
        arrivalRate: 100 * one.arrivalRate,
        servers: 100 * one.servers,
      })),
      serviceRate: 0.25,
      patienceMean: 12,
    };
    const exact = transientDay(large);
    fluid(large).forEach(({ system }, i) => {
      const mean = exact.intervals[i]?.systemMean ?? NaN;
      expect(Math.abs(system / mean - 1)).toBeLessThan(0.01);
    });
  });
});

describe('staffing from a target', () => {
  const base = { arrivalRate: 4, serviceRate: 0.2 };

  test('finds the fewest servers: one less misses the target', () => {
    const targets = [
      { serviceLevel: { within: 3, atLeast: 0.9 } },
      { waitMean: 1 },
      { waitProbability: 0.2 },
      { utilisation: 0.85 },
    ];
    for (const target of targets) {
      for (const patience of [{}, { patienceMean: 10 }]) {
        const input = { ...base, ...patience, target };
        const servers = fewestServers(input);
        expect(meetsTarget(input, servers)).toBe(true);
        expect(meetsTarget(input, servers - 1)).toBe(false);
      }
    }
    const leave = { ...base, patienceMean: 10, target: { abandoned: 0.02 } };
    expect(meetsTarget(leave, fewestServers(leave) - 1)).toBe(false);
  });

  test('finds the most arrivals, at which the servers are just the fewest', () => {
    const target = { waitMean: 1 };
    const rate = mostArrivals({ serviceRate: 0.2, target }, 20);
    expect(mmc({ arrivalRate: rate, serviceRate: 0.2, servers: 20 }).waitMean).toBeCloseTo(1, 9);
    expect(fewestServers({ arrivalRate: rate * 0.9999, serviceRate: 0.2, target })).toBe(20);
  });

  test('knows the loads that no target and any target allow', () => {
    const target = { waitMean: 100 };
    expect(mostArrivals({ serviceRate: 1, patienceMean: 2, target }, 3)).toBe(Infinity);
    const never = { serviceLevel: { within: 0, atLeast: 0.999 }, waitProbability: 1e-9 };
    expect(mostArrivals({ serviceRate: 1, target: never }, 1)).toBeLessThan(2e-9);
  });

  test('inverts the loss formula both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), share, (servers, blocked) => {
        const load = mostLoadForLoss(servers, blocked);
        expect(erlangB(servers, load)).toBeCloseTo(blocked, 12);
        expect(fewestServersForLoss(load * (1 - 1e-9), blocked)).toBe(servers);
      }),
      few,
    );
  });

  test('refuses a target that says nothing or cannot be', () => {
    expect(() => fewestServers({ ...base, target: {} })).toThrow(/at least one wish/);
    expect(() => fewestServers({ ...base, target: { abandoned: 0.1 } })).toThrow(/patienceMean/);
    expect(() => fewestServers({ ...base, target: { waitProbability: 2 } })).toThrow(/but is 2/);
  });
});

describe('approximations of a queue', () => {
  test('by two moments are exact where they should be', () => {
    const service = lognormal(1, 0.7);
    const two = { arrivalRate: 0.8, serviceMean: 1, servers: 1, gapScv: 1, serviceScv: 0.49 };
    expect(allenCunneen(two)).toBeCloseTo(mg1({ arrivalRate: 0.8, service }).waitMean, 12);
    expect(kraemerLangenbachBelz(two)).toBeCloseTo(allenCunneen(two), 12);
    expect(kingman(two)).toBeGreaterThan(allenCunneen(two));
    const markov = { ...two, servers: 4, arrivalRate: 3, serviceScv: 1 };
    const exact = mmc({ arrivalRate: 3, serviceRate: 1, servers: 4 }).waitMean;
    expect(allenCunneen(markov)).toBeCloseTo(exact, 12);
    const heavy = { ...two, arrivalRate: 0.999 };
    expect(kingman(heavy) / allenCunneen(heavy)).toBeCloseTo(1, 2);
  });

  test("Whitt's abandonment is Erlang A for exponential patience, and near M/M/c+G for others", () => {
    const demand = { arrivalRate: 11, serviceRate: 1, servers: 10 };
    const exact = erlangA({ ...demand, patienceMean: 2 });
    const same = whittAbandonment({ ...demand, patience: exponential(2) });
    expect(same.abandoned).toBeCloseTo(exact.abandoned, 12);
    expect(same.waitAllMean).toBeCloseTo(exact.waitAllMean, 12);
    for (const patience of [weibull(2, 0.7), lognormal(2, 1)]) {
      const near = whittAbandonment({ ...demand, patience });
      const want = mmcg({ ...demand, patience });
      expect(Math.abs(near.abandoned / want.abandoned - 1)).toBeLessThan(0.1);
    }
  });
});
