import { describe, expect, test } from 'vitest';
import { simulate, type Summary } from '@hallsim/experiment';
import { busy } from '../test/busy-hall.js';
import { UntilPrecise } from './until-precise.js';

const wait = 'counter.wait.mean';
const within = (halfWidth: number, measure = wait) => [{ measure, halfWidth }];
const numbers = ({ run: _run, ...rest }: Summary): unknown => rest;

describe('days until an interval is short enough', () => {
  test('are as many as it takes, and say the same as that number of days', async () => {
    const precise = await simulate(busy, { precision: within(0.25) });
    const { replications, precision, complete } = precise.run;
    expect(complete).toBe(true);
    expect(replications).toBeGreaterThan(40);
    const { value, low, high } = precise.measures[wait]!;
    const reached = Math.max(high! - value!, value! - low!);
    expect(precision).toEqual([
      { measure: wait, halfWidth: 0.25, reached, unit: 'min', met: true },
    ]);
    expect(reached).toBeLessThanOrEqual(0.25);
    const same = await simulate(busy, { replications });
    expect(numbers(precise)).toEqual(numbers(same));
    expect(same.run).not.toHaveProperty('precision');
  });

  test('are 40 and a tenth where these do, and the more the shorter', async () => {
    const days = async (halfWidth: number): Promise<number> =>
      (await simulate(busy, { precision: within(halfWidth) })).run.replications;
    const [wide, middle, narrow] = [await days(50), await days(0.4), await days(0.2)];
    expect(wide).toBe(44);
    expect(middle).toBeGreaterThanOrEqual(wide);
    expect(narrow).toBeGreaterThan(middle);
  });

  test('are those of the goal that takes longest', async () => {
    const goals = [...within(0.4), ...within(0.01, 'hall.abandoned.share')];
    const { run } = await simulate(busy, { precision: goals });
    expect(run.precision!.map(({ met }) => met)).toEqual([true, true]);
    const alone = await Promise.all(
      goals.map(async (goal) => (await simulate(busy, { precision: [goal] })).run.replications),
    );
    expect(run.replications).toBeGreaterThanOrEqual(Math.max(...alone));
  });

  test('end at a limit, which the run card tells', async () => {
    const { run } = await simulate(busy, { precision: within(1e-6), replications: 95 });
    expect(run.replications).toBe(95);
    expect(run.complete).toBe(true);
    expect(run.precision![0]).toMatchObject({ met: false });
    expect(run.precision![0]!.reached).toBeGreaterThan(1e-6);
  });

  test('end at once for a measure of which nothing is observed', async () => {
    const { kiosks: _none, ...hall } = busy;
    const { run } = await simulate(hall, { precision: within(1, 'kiosk.wait.mean') });
    expect(run.replications).toBe(40);
    expect(run.precision![0]).toMatchObject({ met: false, reached: null });
  });

  test('may be stopped: what is finished is kept', async () => {
    const signal = { aborted: false };
    const { run } = await simulate(busy, {
      precision: within(1e-6),
      signal,
      onDays: (days) => {
        if (days >= 60) signal.aborted = true;
      },
    });
    expect(run.complete).toBe(false);
    expect(run.replications).toBeLessThan(70);
    expect(run.precision![0]!.met).toBe(false);
  });

  test('tell how many they will be, nearer and nearer', async () => {
    const told: [number, number][] = [];
    const { run } = await simulate(busy, {
      precision: within(0.2),
      onDays: (days, of) => told.push([days, of]),
    });
    for (const [days, of] of told) expect(of).toBeGreaterThanOrEqual(days);
    expect(told.at(-1)).toEqual([run.replications, run.replications]);
    const later = told.filter(([days]) => days >= 40);
    for (const [, of] of later) expect(of).toBeLessThan(3 * run.replications);
  });
});

test('a goal that cannot be is named', async () => {
  await expect(simulate(busy, { precision: within(1, 'wait') })).rejects.toThrow(
    'there is no measure "wait"',
  );
  for (const bad of [0, -1, NaN, Infinity]) {
    await expect(simulate(busy, { precision: within(bad) })).rejects.toThrow(RangeError);
  }
});

test('the next look comes after 10 % more days at least, and twice as many at most; two short ones in a row are the last', () => {
  const values = (reached: number) => ({
    [wait]: { value: 5, low: 5 - reached, high: 5 + reached, unit: 'min' as const },
  });
  const until = new UntilPrecise(within(1), 1000);
  const looks = [3, 1.5, 1.01, 0.99, 1.001, 0.99, 0.98].map((reached) => {
    until.look(until.nextLook, values(reached));
    return [until.nextLook, until.expected];
  });
  expect(looks).toEqual([
    [80, 360],
    [160, 180],
    [176, 176],
    [194, 194],
    [214, 214],
    [236, 236],
    [236, 236],
  ]);
});
