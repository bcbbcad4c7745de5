import { parseScenario, type Scenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import { compare, type MeasureValue, MEASURES, simulate } from '@hallsim/experiment';
import { busy, changed } from '../test/busy-hall.js';

const width = ({ low, high }: MeasureValue): number => high! - low!;

describe('a comparison', () => {
  test('of a hall with itself finds no change at all, to the last bit, with certainty', async () => {
    const { base, variants } = await compare(busy, { variants: { same: busy } });
    expect(variants['same']!.summary.measures).toEqual(base.measures);
    for (const [id, change] of Object.entries(variants['same']!.change)) {
      if (change.value === null) expect(change.reason).toBeDefined();
      else expect([id, change.value, change.low, change.high]).toEqual([id, 0, 0, 0]);
    }
    expect(Object.keys(variants['same']!.change)).toEqual(MEASURES.map(({ id }) => id));
  });

  test('holds the summaries that each hall would have alone', async () => {
    const { base, variants } = await compare(busy, { variants: ['one-more', 'no-kiosks'] });
    expect(base).toEqual(await simulate(busy));
    for (const variant of ['one-more', 'no-kiosks']) {
      expect(variants[variant]!.summary).toEqual(await simulate(busy, { variant }));
      expect(variants[variant]!.summary.run).toMatchObject({
        variant,
        scenario: base.run.scenario,
      });
    }
  });

  test('changes by the difference of the values, variant less base', async () => {
    const { base, variants } = await compare(busy, { variants: ['one-more'] });
    const { summary, change } = variants['one-more']!;
    for (const [id, { value, unit }] of Object.entries(change)) {
      const before = base.measures[id]!;
      const after = summary.measures[id]!;
      expect(unit).toBe(after.unit);
      if (value === null) continue;
      expect(Math.abs(value - (after.value! - before.value!))).toBeLessThan(1e-12);
    }
    expect(change['counter.wait.mean']!.high).toBeLessThan(0);
    expect(change['hall.came']).toMatchObject({ value: 0, low: 0, high: 0 });
  });

  test('has no change where one of the halls has nothing to measure, and says why', async () => {
    const { change } = (await compare(busy, { variants: ['no-kiosks'] })).variants['no-kiosks']!;
    expect(change['kiosk.wait.mean']).toEqual({
      value: null,
      low: null,
      high: null,
      unit: 'min',
      reason: 'nothing-observed',
    });
    expect(change['kiosk.share']!.high).toBeLessThan(0);
  });

  test('does not depend on what else is compared, nor on who watches', async () => {
    const alone = await compare(busy, { variants: ['one-more'] });
    let partials = 0;
    const among = await compare(busy, {
      variants: ['no-kiosks', 'one-more'],
      onProgress: () => partials++,
    });
    expect(among.variants['one-more']).toEqual(alone.variants['one-more']);
    expect(partials).toBe(1);
  });

  test('of the same customers is far sharper than one of two seeds', async () => {
    const ids = ['counter.wait.mean', 'counter.wait.p90', 'hall.serviceLevel.everyone'];
    const options = { replications: 100, confidence: 0.95 };
    const { change } = (await compare(busy, { ...options, variants: ['one-more'] })).variants[
      'one-more'
    ]!;
    const one = await simulate(busy, options);
    const other = await simulate(busy, { ...options, variant: 'one-more', seed: 'strangers' });
    for (const id of ids) {
      const strangers = Math.hypot(width(one.measures[id]!), width(other.measures[id]!));
      expect(width(change[id]!)).toBeLessThan(0.8 * strangers);
    }
  });

  test('of a variant that changes who comes is a comparison of two days like any other', async () => {
    const fuller: Scenario = changed({ demand: { dayTypes: { normal: { volume: '130%' } } } });
    const { variants } = await compare(busy, { variants: { fuller } });
    expect(variants['fuller']!.change['hall.came']!.low).toBeGreaterThan(30);
    expect(variants['fuller']!.change['counter.wait.mean']!.low).toBeGreaterThan(0);
  });

  test('refuses a variant that the file does not have', async () => {
    await expect(compare(busy, { variants: ['one-more', 'none'] })).rejects.toThrow('"none"');
  });

  test('is plain JSON', async () => {
    const comparison = await compare(busy, {
      variants: ['one-more', 'no-kiosks'],
      replications: 6,
    });
    expect(comparison.format).toBe('hallsim-comparison/1');
    expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
    expect(parseScenario(JSON.stringify(busy)).ok).toBe(true);
  });
});
