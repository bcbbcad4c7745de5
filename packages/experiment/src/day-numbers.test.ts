import { expect, test } from 'vitest';
import { busy } from '../test/busy-hall.js';
import { dayNumbers } from './day-numbers.js';
import { inTimeDays } from './in-time-days.js';
import { simulate } from './simulate.js';

const columns = ['came', 'inTime', 'abandoned'] as const;
const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

test('the numbers of the days are those of the summary', async () => {
  const study = { replications: 12, seed: 'numbers' };
  const [numbers] = await dayNumbers([{ scenario: busy }], { ...study, columns });
  const { conservation, measures } = await simulate(busy, study);
  const { came, inTime, abandoned } = numbers!.columns;
  expect(total(came!)).toBe(conservation.came);
  expect(total(abandoned!)).toBe(conservation.abandoned);
  expect(total(inTime!) / total(came!)).toBeCloseTo(
    measures['hall.serviceLevel.everyone']!.value!,
    12,
  );
});

test('days may begin anywhere: day r is replication r of the seed', async () => {
  const hall = [{ scenario: busy }];
  const [all] = await dayNumbers(hall, { seed: 'x', replications: 9, columns });
  const [late] = await dayNumbers(hall, { seed: 'x', first: 4, replications: 5, columns });
  expect(late!.columns.came).toEqual(all!.columns.came!.slice(4));
  expect(late!.columns.inTime).toEqual(all!.columns.inTime!.slice(4));
});

test('a plan of open counters is the roster that a file would have', async () => {
  const roster = { all: { '09:00': 3, '10:30': 1 }, cash: { '09:00': 1, '11:00': 0 } } as const;
  const file = {
    ...busy,
    counters: {
      all: { count: 4, skills: ['pay', 'plan'], open: { usual: roster.all } },
      cash: { count: 1, skills: ['pay'], open: { usual: roster.cash } },
    },
  };
  const open = {
    all: [
      [540, 3],
      [630, 1],
    ],
    cash: [
      [540, 1],
      [660, 0],
    ],
  } as const;
  const study = { seed: 'open', replications: 8, columns };
  const [plan, written] = await dayNumbers([{ scenario: busy, open }, { scenario: file }], study);
  expect(plan!.columns).toEqual(written!.columns);
  await expect(dayNumbers([{ scenario: busy, open: { vip: [] } }], study)).rejects.toThrow('"vip"');
});

test('rules of the host hold in every hall that names them', async () => {
  const code = 'export const serviceTime = { slow: (minutes) => 3 * minutes };';
  const rules = [{ url: `data:text/javascript,${encodeURIComponent(code)}`, hash: 'sha256:slow' }];
  const slow = { ...busy, rules: { ...busy.rules, custom: { serviceTime: 'slow' } } };
  const study = { seed: 'rules', replications: 6, columns, rules };
  const [plain, ruled] = await dayNumbers([{ scenario: busy }, { scenario: slow }], study);
  expect(ruled!.columns.came).toEqual(plain!.columns.came);
  expect(total(ruled!.columns.inTime!)).toBeLessThan(total(plain!.columns.inTime!));
});

test('days that cannot be are named with their value', async () => {
  const hall = [{ scenario: busy }];
  for (const replications of [0, -1, 1.5, NaN]) {
    const message = `replications must be a whole number of at least 1, not ${replications}.`;
    await expect(dayNumbers(hall, { seed: 'x', replications, columns })).rejects.toThrow(message);
    await expect(inTimeDays(hall, { seed: 'x', replications })).rejects.toThrow(message);
  }
  const late = dayNumbers(hall, { seed: 'x', first: -1, replications: 1, columns });
  await expect(late).rejects.toThrow('first must be a whole number of at least 0, not -1.');
});
