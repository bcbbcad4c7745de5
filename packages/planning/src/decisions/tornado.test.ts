import { SettingError } from '@hallsim/experiment';
import { expect, test } from 'vitest';
import { hall, stopAfter } from '../../test/one-line.js';
import { tornado } from './tornado.js';

const keys = {
  'demand.busyDay.cv': [0.01, 0.1],
  'counters.main.open.all["09:00"]': [3, 5],
} as const;
const study = { measure: 'hall.serviceLevel.everyone', keys, replications: 40, seed: 'tornado' };

test('a tornado has the widest bar first, each end with the interval of its paired change', async () => {
  const { bars, base, complete, replications } = await tornado(hall, study);
  expect({ complete, replications }).toEqual({ complete: true, replications: 40 });
  expect(bars.map(({ path }) => path)).toEqual([
    'counters.main.open.all["09:00"]',
    'demand.busyDay.cv',
  ]);
  const [{ low, high }] = bars as [(typeof bars)[0]];
  expect(base.value).toBeGreaterThan(0.5);
  expect(low.change.high).toBeLessThan(0);
  expect(high.change.low).toBeGreaterThan(0);
});

test('that is stopped says so, and by how many days; without a day no bar has a width', async () => {
  const none = await tornado(hall, { ...study, signal: stopAfter(0) });
  expect(none).toMatchObject({ complete: false, replications: 0, base: { value: null } });
  expect(none.bars.map(({ swing }) => swing)).toEqual([null, null]);
  const some = await tornado(hall, { ...study, signal: stopAfter(3) });
  expect(some).toMatchObject({ complete: false, replications: 15 });
  for (const { swing } of some.bars) expect(swing).toBeGreaterThan(0);
});

test('settings that cannot be, and measures that there are not, are named before a day is run', async () => {
  const wrong = { 'counters.main.cuont': [1, 2], 'demand.perDay': ['-1', '2'] } as const;
  await expect(tornado(hall, { ...study, keys: wrong })).rejects.toThrow(SettingError);
  let run = 0;
  const onDays = (): void => {
    run++;
  };
  await expect(tornado(hall, { ...study, measure: 'hall', onDays })).rejects.toThrow('"hall"');
  expect(run).toBe(0);
});
