import { describe, expect, test } from 'vitest';
import { expectedCustomers, type Scenario } from '@hallsim/scenario';
import { busy } from '../test/busy-hall.js';
import { plannedDay } from './calendar-day.js';
import { civilDate } from './civil-date.js';
import { month, type MonthOptions } from './month.js';
import { scaledDemand } from './scaled-demand.js';
import { simulate } from './simulate.js';

const hall: Scenario = {
  ...busy,
  calendar: {
    weekdays: {
      mon: { factor: '120%' },
      tue: { dayType: 'quiet' },
      sat: { factor: '50%' },
      sun: { closed: true },
    },
    monthDays: {
      '10': { dayType: 'quiet', factor: '150%' },
      '12': { closed: true },
      '30': { factor: '80%', dayType: 'quiet' },
    },
    dates: {
      '2026-10-05': { factor: '90%' },
      '2026-10-10': { dayType: 'normal' },
      '2026-10-11': { closed: false },
      '2026-10-13': { closed: true },
    },
  },
};
const on = (date: string, scenario = hall): ReturnType<typeof plannedDay> =>
  plannedDay(scenario, civilDate(date)!);

describe('the calendar', () => {
  test('multiplies the factors of weekday and day of the month; that of a named date stands for both', () => {
    expect(on('2026-10-19')).toMatchObject({ weekday: 'mon', factor: 1.2, day: 'normal' });
    expect(on('2026-11-30').factor).toBeCloseTo(1.2 * 0.8, 12);
    expect(on('2026-10-05')).toMatchObject({ weekday: 'mon', factor: 0.9 });
    expect(on('2026-10-10')).toMatchObject({ weekday: 'sat', factor: 1 });
  });

  test('takes the day type of the named date before that of the day of the month, before that of the weekday', () => {
    expect(on('2026-10-10').day).toBe('normal');
    expect(on('2026-11-10').day).toBe('quiet'); // a Tuesday too
    expect(on('2026-10-20').day).toBe('quiet');
    expect(on('2026-10-21').day).toBe('normal');
  });

  test('closes on weekdays and days of the month, and a named date opens again', () => {
    expect(on('2026-10-18').closed).toBe(true);
    expect(on('2026-10-11').closed).toBe(false);
    expect(on('2026-10-12').closed).toBe(true);
    expect(on('2026-10-13').closed).toBe(true);
    expect(on('2026-10-14').closed).toBe(false);
  });

  test('has the 31st like the 30th, unless it is named itself', () => {
    expect(on('2026-12-31')).toMatchObject({ factor: 0.8, day: 'quiet' });
    const own = {
      ...hall.calendar,
      monthDays: { '30': { factor: '80%' }, '31': { dayType: 'nobody' } },
    };
    expect(on('2026-12-31', { ...hall, calendar: own } as Scenario)).toMatchObject({
      factor: 0.8,
      day: 'nobody',
    });
  });

  test('that is absent leaves every day open and of the usual type', () => {
    expect(on('2026-10-18', busy)).toMatchObject({ closed: false, factor: 1, day: 'normal' });
  });
});

test('a factor multiplies whoever is expected, however the file says it, but not the rushes', () => {
  const plain = { ...busy, demand: { perDay: '170', profile: busy.demand.profile! } } as Scenario;
  const { profile: _, perDay: __, ...rest } = plain.demand;
  const rates = { ...plain, demand: { ...rest, arrivals: { '09:00': '60 per hour' } } } as Scenario;
  const rush = { from: '10:00', to: '11:00', adds: '30 per hour' } as const;
  const types = { x: { volume: '50%', rushes: { r: rush } } };
  const typed = { ...plain, demand: { ...plain.demand, dayTypes: types } } as Scenario;
  expect(expectedCustomers(scaledDemand(plain, null, 1.1))).toBeCloseTo(187, 6);
  expect(expectedCustomers(scaledDemand(rates, null, 0.5))).toBeCloseTo(90, 6);
  expect(expectedCustomers(scaledDemand(typed, 'x', 1.2), 'x')).toBeCloseTo(102 + 30, 6);
  expect(scaledDemand(typed, 'x', 1)).toBe(typed);
});

describe('a month', async () => {
  const options = { from: '2026-10-04', days: 8, replications: 25, seed: 'month' };
  const answer = await month(hall, options);
  const openDays = answer.days.filter(({ closed }) => !closed);

  test('has every date, and shows closed ones as closed', () => {
    expect(answer.days.map(({ date, closed }) => `${date} ${closed ? 'closed' : 'open'}`)).toEqual([
      '2026-10-04 closed',
      ...['05', '06', '07', '08', '09', '10', '11'].map((day) => `2026-10-${day} open`),
    ]);
    expect(answer.days[0]).toMatchObject({ measures: {} });
    expect(answer.run).toMatchObject({
      from: '2026-10-04',
      days: 8,
      replications: 25,
      complete: true,
    });
  });

  test('a date is the answer of `simulate` for its day type, factor and seed', async () => {
    const { date, day, factor, measures } = answer.days[1]!;
    const changed = scaledDemand(hall, day, factor);
    const one = await simulate(changed, { day: day!, replications: 25, seed: `month/${date}` });
    expect(measures).toEqual(one.measures);
  });

  test('counts its customers: the totals are the sums of the dates, the measures the means over open dates', () => {
    for (const id of ['hall.came', 'hall.served', 'hall.abandoned', 'counter.overtime']) {
      const sum = openDays.reduce((total, { measures }) => total + measures[id]!.value!, 0);
      expect(answer.totals[id]!.value).toBeCloseTo(sum, 9);
      expect(answer.measures[id]!.value).toBeCloseTo(sum / 7, 9);
    }
    const served = openDays.map(({ measures }) => measures['hall.served']!.value!);
    const level = openDays.map(({ measures }) => measures['hall.serviceLevel.served']!.value!);
    const all = served.reduce((total, value) => total + value, 0);
    const inTime = served.reduce((total, value, i) => total + value * level[i]!, 0);
    expect(answer.measures['hall.serviceLevel.served']!.value).toBeCloseTo(inTime / all, 9);
    const p90 = openDays.map(({ measures }) => measures['counter.wait.p90']!.value!);
    expect(answer.measures['counter.wait.p90']!.value).toBeGreaterThan(Math.min(...p90));
    expect(answer.measures['counter.wait.p90']!.value).toBeLessThan(Math.max(...p90));
  });

  test('its dates are independent: the interval of the total is as wide as that of independent days', () => {
    const width = ({ low, high }: { low: number | null; high: number | null }): number =>
      (high! - low!) / 2;
    const total = width(answer.totals['hall.came']!);
    const each = openDays.map(({ measures }) => width(measures['hall.came']!));
    const independent = Math.hypot(...each);
    expect(total / independent).toBeGreaterThan(0.6);
    expect(total / independent).toBeLessThan(1.5);
  });

  test('stops between replications, with all dates as many', async () => {
    const signal = { aborted: false };
    const stopped = await month(hall, {
      ...options,
      signal,
      onDays: (n) => {
        signal.aborted = n >= 5;
      },
    });
    expect(stopped.run).toMatchObject({ complete: false, replications: 5 });
  });

  test('an option that cannot be is named with its value', async () => {
    await expect(month(hall, { from: '2026-02-30' })).rejects.toThrow('"2026-02-30"');
    await expect(month(hall, { from: '2026-02-01', days: 0 })).rejects.toThrow('not 0');
    await expect(month(hall, { from: '2026-02-01', days: 367 })).rejects.toThrow('not 367');
    // JavaScript has no types that would say so
    const loosely = (options?: object): Promise<unknown> => month(hall, options as MonthOptions);
    await expect(loosely()).rejects.toThrow('The options of month must be an object');
    await expect(loosely({})).rejects.toThrow(
      'from must be a date such as 2026-10-01, not undefined',
    );
    const misspelt = loosely({ from: '2026-02-01', day: 'normal' });
    await expect(misspelt).rejects.toThrow('month has no option day. Did you mean days?');
  });

  test('of closed dates only says so without a day', async () => {
    const closed = await month(hall, { from: '2026-10-04', days: 1, replications: 3 });
    expect(closed).toMatchObject({ run: { complete: true }, days: [{ closed: true }], totals: {} });
  });
});
