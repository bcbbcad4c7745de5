/*
 * A smoke test of coverage: intervals at 95 % must hold the true value in 95 % of simulated
 * studies, give or take what is stated. Seeds are fixed, so the counts never change by chance.
 */
import { expect, test } from 'vitest';
import { Lcg } from '../fixtures/helpers.js';
import {
  countedChange,
  CountedQuantiles,
  DayCounts,
  type Estimate,
  exp,
  gammaQuantile,
  log,
  normalQuantile,
  ratio,
  ratioChange,
} from './index.js';

/** Share of `studies` whose interval at 95 % holds the truth. */
function coverage(studies: number, truth: number, study: () => Estimate): number {
  let held = 0;
  for (let i = 0; i < studies; i++) {
    const { low, high } = study();
    if (low !== null && high !== null && low <= truth && truth <= high) held++;
  }
  return held / studies;
}

/** Customers of some days and how many of them did something rare: more on some days than others. */
function rareDays(random: Lcg, days: number, share: number): [Float64Array, Float64Array] {
  const came = new Float64Array(days);
  const did = new Float64Array(days);
  for (let d = 0; d < days; d++) {
    came[d] = Math.round(650 + 45 * normalQuantile(random.next()));
    const chance = (share / 2) * gammaQuantile(random.next(), 2);
    // number of exponential gaps of mean 1 that fit in the expected count: a Poisson number
    let left = (came[d] as number) * chance;
    while ((left += log(random.next())) > 0) did[d] = (did[d] as number) + 1;
  }
  return [did, came];
}

/** Exponential waits around a mean of each day's own: 5 min, give or take a third; in B divided by `faster`. */
function waitDays(random: Lcg, days: number, perDay: number, faster = 1) {
  const [a, b] = [new DayCounts(1), new DayCounts(1)];
  const members = new Uint32Array(perDay);
  for (let d = 0; d < days; d++) {
    const mean = 5 * exp(0.3 * normalQuantile(random.next()));
    const values = Float64Array.from({ length: perDay }, () => -mean * log(random.next()));
    a.addDay(values, members, 0, perDay);
    b.addDay(
      values.map((value) => value / faster),
      members,
      0,
      perDay,
    );
  }
  return [a, b].map((counts) => new CountedQuantiles(counts.of([0]), 0.95)) as [
    CountedQuantiles,
    CountedQuantiles,
  ];
}

/** 90 % quantile of `waitDays`, by bisection of the mixture over 2000 equally likely day means. */
function trueQuantile(p: number): number {
  let [low, high] = [0, 100];
  for (let step = 0; step < 50; step++) {
    const x = (low + high) / 2;
    let beyond = 0;
    for (let i = 0; i < 2000; i++)
      beyond += exp(-x / (5 * exp(0.3 * normalQuantile((i + 0.5) / 2000))));
    if (beyond / 2000 > 1 - p) low = x;
    else high = x;
  }
  return low;
}

test.each([10, 20, 50])(
  'a rare share over %i days is held in 93 to 97 % of 1500 studies',
  (days) => {
    const random = new Lcg(days);
    const held = coverage(1500, 0.01, () => ratio(...rareDays(random, days, 0.01), 0.95, 'share'));
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
  },
);

test('the change of a share is held in 93 to 97 % of 1500 studies of 20 days', () => {
  const random = new Lcg(77);
  const held = coverage(1500, 0.02, () => {
    const [didA, cameA] = rareDays(random, 20, 0.03);
    const [didB, cameB] = rareDays(random, 20, 0.05);
    return ratioChange(didA, cameA, didB, cameB, 0.95);
  });
  expect(held).toBeGreaterThan(0.93);
  expect(held).toBeLessThan(0.97);
});

test.each([10, 50])(
  'the 90 % quantile over %i days is held in 92 to 98 % of 600 studies',
  (days) => {
    const random = new Lcg(100 + days);
    const truth = trueQuantile(0.9);
    const held = coverage(600, truth, () => {
      return waitDays(random, days, 60)[0].at(0.9).estimate;
    });
    expect(held).toBeGreaterThan(0.92);
    expect(held).toBeLessThan(0.98);
  },
);

test('the change of the median is held in 92 to 98 % of 600 studies of 50 days', () => {
  const random = new Lcg(300);
  const truth = trueQuantile(0.5) * (1 / 1.25 - 1);
  const held = coverage(600, truth, () => {
    const [a, b] = waitDays(random, 50, 40, 1.25);
    return countedChange(a.at(0.5), b.at(0.5));
  });
  expect(held).toBeGreaterThan(0.92);
  expect(held).toBeLessThan(0.98);
});
