import { describe, expect, test } from 'vitest';
import { SettingError } from '@hallsim/experiment';
import { queue, type Scenario } from '@hallsim/scenario';
import { mmc } from '@hallsim/theory';
import { mostDemand, reachedBy } from './goal-seek.js';
import { selectBest, selectWithin } from './select-best.js';
import { tornado } from './tornado.js';

const within = '5 min';
/** One counter line of a day, with variants that differ in their counters. */
const hall = {
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '17:00' },
  demand: { perDay: '240', profile: { '09:00': '50%', '13:00': '50%' } },
  customers: { all: { share: '100%', patience: { exponential: '30 min' } } },
  services: { pay: { share: '100%', time: { exponential: '6 min' } } },
  counters: { main: { count: 9, skills: ['pay'], open: { all: { '09:00': 4 } } } },
  targets: { 'service-level': { within, atLeast: '85%' } },
  variants: Object.fromEntries(
    [3, 5, 6].map((n) => [
      `with-${n}`,
      { change: { counters: { main: { open: { all: { '09:00': n } } } } } },
    ]),
  ),
} as unknown as Scenario;

describe('goal seek', () => {
  const study = { replications: 60, seed: 'goal' };

  test('finds the most demand: the promise is kept under it, and no longer under half a percent more', async () => {
    const { factor, customers, achieved, beyond } = await mostDemand(hall, study);
    expect(achieved.value).toBeGreaterThanOrEqual(0.85);
    expect(beyond!.value).toBeLessThan(0.85);
    expect(customers).toBeCloseTo(240 * factor, 3);
    const again = await reachedBy(hall, study);
    expect(again.value >= 0.85).toBe(factor >= 1);
  });

  test('more counters bear more demand', async () => {
    const most = async (n: number): Promise<number> =>
      (await mostDemand(hall, { ...study, open: { main: [[540, n]] } })).factor;
    const [three, five] = [await most(3), await most(5)];
    expect(five).toBeGreaterThan(three * 1.5);
  });

  test('in a long queue that is where Erlang C has it', async () => {
    const line = queue({
      arrivals: '30 per hour',
      service: { exponential: '5 min' },
      servers: 4,
      hours: 500,
    });
    const target = { id: 'service-level', within: '5 min', share: 0.8, per: 'day' } as const;
    const { factor } = await mostDemand(line, { target, replications: 8, seed: 'c' });
    const wait = mmc({ arrivalRate: 0.5 * factor, serviceRate: 0.2, servers: 4 });
    expect(1 - wait.waitOver(5)).toBeCloseTo(0.8, 1);
  });
});

test('a tornado has the widest bar first, each end with the interval of its paired change', async () => {
  const { bars, base } = await tornado(hall, {
    measure: 'hall.serviceLevel.everyone',
    keys: {
      'demand.busyDay.cv': [0.01, 0.1],
      'counters.main.open.all["09:00"]': [3, 5],
    },
    replications: 40,
    seed: 'tornado',
  });
  expect(bars.map(({ path }) => path)).toEqual([
    'counters.main.open.all["09:00"]',
    'demand.busyDay.cv',
  ]);
  const [{ low, high }] = bars as [(typeof bars)[0]];
  expect(base.value).toBeGreaterThan(0.5);
  expect(low.change.high).toBeLessThan(0);
  expect(high.change.low).toBeGreaterThan(0);
  const keys = { 'counters.main.cuont': [1, 2], 'demand.perDay': ['-1', '2'] } as const;
  await expect(tornado(hall, { measure: 'hall.came', keys })).rejects.toThrow(SettingError);
  await expect(tornado(hall, { measure: 'hall', keys: {}, replications: 2 })).rejects.toThrow(
    '"hall"',
  );
});

describe('selection', () => {
  const variants = ['base', 'with-3', 'with-5', 'with-6'];
  const measure = 'hall.serviceLevel.everyone';

  test('is right at least as often as promised, and leaves early what cannot be the best', async () => {
    let right = 0;
    const runs = 20;
    for (let run = 0; run < runs; run++) {
      const options = { variants, measure, indifference: 0.01, confidence: 0.9, seed: `kn ${run}` };
      const { best, variants: found } = await selectBest(hall, { ...options, firstStage: 8 });
      if (best === 'with-6') right++;
      expect(found['with-3']!.days).toBeLessThanOrEqual(found['with-6']!.days);
    }
    // 3 standard errors of 90 % of 20
    expect(right / runs).toBeGreaterThanOrEqual(0.7);
  });

  test('that runs out of days or is stopped says who is left', async () => {
    const options = { variants: ['base', 'with-5', 'with-6'], measure, indifference: 0.0001 };
    const some = await selectBest(hall, { ...options, most: 8, firstStage: 8, seed: 'x' });
    expect(some.best === null ? some.left.length : 2).toBeGreaterThan(1);
  });

  test('of a budget gives most days to those that are hard to tell', async () => {
    const {
      best,
      variants: found,
      chance,
    } = await selectWithin(hall, {
      variants,
      measure,
      budget: 200,
      seed: 'ocba',
    });
    expect(['with-5', 'with-6']).toContain(best);
    expect(found['with-3']!.days).toBeLessThan(found['with-5']!.days);
    expect(chance).toBeGreaterThan(0.5);
    const days = Object.values(found).reduce((sum, one) => sum + one.days, 0);
    expect(days).toBe(200);
    await expect(selectWithin(hall, { variants, measure, budget: 10 })).rejects.toThrow('not 10');
    await expect(
      selectWithin(hall, { variants, measure: 'hall.came', budget: 100 }),
    ).rejects.toThrow('"hall.came"');
  });
});
