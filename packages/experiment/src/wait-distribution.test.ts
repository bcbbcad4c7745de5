import { expect, test } from 'vitest';
import { simulate } from '@hallsim/experiment';
import { busy } from '../test/busy-hall.js';

test('the distribution of waits rises from those who did not wait to all, within its band, and its pieces add up', async () => {
  const { distributions, measures } = await simulate(busy);
  const { ecdf, histogram } = distributions['counter.wait'];
  expect(ecdf[0]).toMatchObject({ minutes: 0 });
  ecdf.forEach(({ share, low, high, reason }, i) => {
    expect(share).toBeGreaterThanOrEqual(ecdf[i - 1]?.share ?? 0);
    if (low === null || high === null) expect(reason).toBeDefined();
    else {
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
    }
  });
  const total = histogram.reduce((sum, { share }) => sum + share, 0);
  expect(total).toBeCloseTo(1, 12);
  // it tells the same as the quantiles
  const p90 = measures['counter.wait.p90']!.value!;
  const [below, above] = [
    ecdf.findLast(({ minutes }) => minutes <= p90)!,
    ecdf.find(({ minutes }) => minutes > p90),
  ];
  expect(below.share).toBeLessThanOrEqual(0.9);
  if (above) expect(above.share).toBeGreaterThanOrEqual(0.9);
});

test('a hall in which nobody is served has no distribution', async () => {
  const { distributions } = await simulate(busy, { replications: 3, day: 'nobody' });
  expect(distributions['counter.wait']).toEqual({ ecdf: [], histogram: [] });
});
