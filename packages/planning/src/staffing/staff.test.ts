import { inTimeDays, simulate } from '@hallsim/experiment';
import { compile } from '@hallsim/hall';
import { defineScenario, mergePatch, type Scenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import { measuredCustomers } from './measured-customers.js';
import { staff } from './staff.js';
import type { StaffingTarget } from './staffing-target.js';

const base = {
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '11:00' },
  demand: { arrivals: { '09:00': '40 per hour' } },
  customers: { all: { share: '100%', patience: { exponential: '20 min' } } },
  services: { pay: { share: '100%', time: { exponential: '6 min' } } },
  counters: { main: { count: 8, skills: ['pay'], open: { usual: { '09:00': 4 } } } },
  targets: { 'service-level': { within: '10 min', atLeast: '80%' } },
};
const hall = (patch: object): Scenario => defineScenario(mergePatch(base, patch) as Scenario);

describe('a promise to the customers of each half hour', () => {
  const target: StaffingTarget = {
    id: 'service-level',
    within: '10 min',
    share: 0.8,
    per: 'half-hour',
  };
  const study = { target, replications: 80, searchDays: 10, seed: 'halves' };

  test('is kept by the half hour of a lunch closure, in which nobody comes', async () => {
    const hours = [
      { from: '09:00', to: '10:00' },
      { from: '10:30', to: '11:30' },
    ];
    const lunch = { opens: null, closes: null, hours };
    const { outcome, lessOne, file, counterHours } = await staff(hall({ day: lunch }), study);
    expect(['met', 'within-indifference']).toContain(outcome);
    expect(counterHours).toBeLessThan(12);
    expect(file!.counterHours).toBe(8);
    expect(lessOne).toHaveLength(4);
    for (const { value } of lessOne) expect(value).toBeGreaterThan(0.3);
  });

  test('is kept by a half hour of the open day in which nobody comes', async () => {
    const rates = { '09:00': '40 per hour', '10:00': '0 per hour', '10:30': '40 per hour' };
    const { outcome, groups } = await staff(hall({ demand: { arrivals: rates } }), study);
    expect(['met', 'within-indifference']).toContain(outcome);
    expect(groups['main']!.map(({ count }) => count)[2]).toBeLessThan(4);
  });
});

describe('a day that warms up', () => {
  const lasting = (warmUp: string): Scenario =>
    hall({
      day: { opens: null, closes: null, lasts: '3 h', warmUp },
      demand: { arrivals: { '09:00': null, '00:00': '40 per hour' } },
      counters: { main: { open: { usual: { '09:00': null, '00:00': 4 } } } },
    });

  test('is expected to bring as many customers who count as it brings', async () => {
    for (const scenario of [lasting('10 min'), lasting('100 min')]) {
      const [days] = await inTimeDays([{ scenario }], { seed: 'w', replications: 300 });
      const expected = measuredCustomers(compile(scenario));
      const mean = days!.came.reduce((sum, n) => sum + n, 0) / 300;
      // 3 standard errors of a Poisson mean
      expect(Math.abs(mean - expected)).toBeLessThan(3 * Math.sqrt(expected / 300));
    }
  });

  test('and in which many wait at the door counts none of them', () => {
    const door = mergePatch(lasting('10 min'), { demand: { waitingAtStart: { people: 9 } } });
    expect(measuredCustomers(compile(defineScenario(door as Scenario)))).toBeCloseTo(
      (40 * 170) / 60,
      9,
    );
  });

  test('is planned from there on, behind the counters of the file, and both sides count the same hours', async () => {
    const scenario = lasting('1 h');
    const { groups, file, counterHours, achieved } = await staff(scenario, {
      replications: 100,
      searchDays: 10,
    });
    const plan = groups['main']!;
    expect(plan.map(({ from }) => from)).toEqual(['01:00', '01:30', '02:00', '02:30']);
    expect(file!.counterHours).toBeCloseTo(8, 9);
    expect(counterHours).toBe(plan.reduce((sum, { count }) => sum + count, 0) / 2);
    const usual: Record<string, number> = { '00:00': 4 };
    for (const { from, count } of plan) usual[from] = count;
    const planned = mergePatch(scenario, { counters: { main: { open: { usual } } } });
    const { measures } = await simulate(planned as Scenario, { replications: 100 });
    const told = measures['hall.serviceLevel.everyone']!;
    expect(achieved.value).toBeGreaterThan(told.low!);
    expect(achieved.value).toBeLessThan(told.high!);
  });
});
