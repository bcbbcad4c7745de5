import { expect, test } from 'vitest';
import { busy } from '../test/busy-hall.js';
import { dayNumbers } from './day-numbers.js';
import { inTimeDays } from './in-time-days.js';
import { simulate } from './simulate.js';

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

test('who is served in time is what counting everything says, in the hall and by interval', async () => {
  const study = { replications: 12, seed: 'in time' };
  const [found] = await inTimeDays([{ scenario: busy }], study);
  const columns = ['came', 'inTime', 'abandoned'] as const;
  const [numbers] = await dayNumbers([{ scenario: busy }], { ...study, columns });
  const { came, inTime, abandoned, intervals } = found!;
  expect({ came, inTime, abandoned }).toEqual(numbers!.columns);
  const summary = await simulate(busy, study);
  expect(intervals.map((one) => total(one.came) / 12)).toEqual(
    summary.intervals.map(({ arrivals }) => arrivals.value),
  );
  expect(intervals.reduce((sum, one) => sum + total(one.inTime), 0)).toBe(total(inTime));
});

test('plans that are run together are run as each alone, beyond the days that are kept for them', async () => {
  const halls = [2, 3, 4].map((count) => ({
    scenario: busy,
    open: { all: [[540, count] as const] },
  }));
  const study = { replications: 70, seed: 'together' };
  const together = await inTimeDays(halls, study);
  const alone = await Promise.all(halls.map(async (hall) => (await inTimeDays([hall], study))[0]));
  expect(together).toEqual(alone);
  const levels = together.map(({ inTime }) => total(inTime));
  expect(levels).toEqual(levels.toSorted((a, b) => a - b));
  expect(new Set(levels).size).toBe(3);
});
