import { parseScenario, type Scenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import {
  type CompareOptions,
  compare,
  compareChecked,
  type Comparison,
  type MeasureValue,
  MEASURES,
  simulate,
  simulateChecked,
} from '@hallsim/experiment';
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

  test('takes a variant that is named twice for one', async () => {
    const twice = await compare(busy, { variants: ['one-more', 'one-more'], replications: 20 });
    expect(twice).toEqual(await compare(busy, { variants: ['one-more'], replications: 20 }));
  });

  test('of a checked hall is the same to the last bit', async () => {
    const options = { variants: ['one-more', 'no-kiosks'], replications: 20 };
    expect(await compareChecked(busy, options)).toEqual(await compare(busy, options));
    const alone = { variant: 'one-more', replications: 20 };
    expect(await simulateChecked(busy, alone)).toEqual(await simulate(busy, alone));
    const unknown = { variant: 'two-more' };
    await expect(simulateChecked(busy, unknown)).rejects.toThrow('"two-more". It has: one-more');
  });

  test('refuses a variant that gives no valid scenario, and says where', async () => {
    const wrong = { ...busy, variants: { closed: { change: { services: null } } } };
    const place = /"closed" does not give a valid scenario:\nservices/;
    await expect(compare(wrong, { variants: ['closed'] })).rejects.toThrow(place);
    await expect(simulate(wrong, { variant: 'closed' })).rejects.toThrow(place);
  });

  // JavaScript has no types that would say so
  test.each([
    [undefined, 'The options of compare must be an object'],
    [{}, 'variants must be a list of ids such as ["one-more"], or scenarios by id, not undefined'],
    [{ variants: 'one-more' }, 'scenarios by id, not "one-more"'],
    [{ variants: [] }, 'variants must name at least one variant; simulate runs a hall alone'],
    [{ variants: {} }, 'variants must name at least one variant'],
    [{ variants: { mine: {} } }, 'not an object without format'],
    [{ variants: ['one-more'], part: true }, 'compare has no option part. Did you mean parts?'],
  ])('refuses what names no variants, and options it does not have: %j', async (options, words) => {
    const wrong = compare(busy, options as unknown as CompareOptions);
    await expect(wrong).rejects.toThrow(words);
    await expect(wrong).rejects.toBeInstanceOf(RangeError);
  });

  test('with counters opened by the clock is that with a file that opens them; its parts change by the difference too', async () => {
    const open = { clock: { all: [[540, 2] as const, [600, 4] as const] } };
    const [clock, file] = await Promise.all([
      compare(busy, { variants: { clock: busy }, open, parts: true }),
      compare(busy, { variants: ['one-more'] }),
    ]);
    const { summary, change, changeBy } = clock.variants['clock']!;
    const { summary: written, ...changes } = file.variants['one-more']!;
    expect(summary.measures).toEqual(written.measures);
    expect({ change }).toEqual(changes);
    const share = 'hall.serviceLevel.everyone';
    for (const part of ['service', 'customer'] as const) {
      const [before, after] = [clock.base.by[part], summary.by[part]];
      expect(Object.keys(changeBy![part])).toEqual(Object.keys(before));
      for (const [id, changed] of Object.entries(changeBy![part])) {
        const difference = after[id]![share]!.value! - before[id]![share]!.value!;
        expect(changed[share]!.value).toBeCloseTo(difference, 12);
      }
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
      joint: null,
      pairing: null,
      moreDays: null,
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
    const own = (comparison: Comparison): unknown => {
      const { summary, change } = comparison.variants['one-more']!;
      const intervals = Object.entries(change).map(([id, { value, low, high, pairing }]) => [
        id,
        [value, low, high, pairing],
      ]);
      return { summary, intervals };
    };
    expect(own(among)).toEqual(own(alone));
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

  test('says how many times as many days strangers would need', async () => {
    const options = { replications: 100, confidence: 0.95 };
    const { change } = (await compare(busy, { ...options, variants: ['one-more'] })).variants[
      'one-more'
    ]!;
    const one = await simulate(busy, options);
    const other = await simulate(busy, { ...options, variant: 'one-more' });
    for (const id of ['counter.wait.mean', 'counter.wait.p90', 'hall.serviceLevel.everyone']) {
      const strangers = Math.hypot(width(one.measures[id]!), width(other.measures[id]!));
      const { pairing } = change[id]!;
      const expected = (strangers / width(change[id]!)) * (strangers / width(change[id]!));
      // the scales of a mean and a share are not quite plain
      expect(pairing! / expected).toBeGreaterThan(0.9);
      expect(pairing! / expected).toBeLessThan(1.1);
      expect(pairing).toBeGreaterThan(1.5);
    }
    // who comes is the same: there is no spread to compare with
    expect(change['hall.came']!.pairing).toBeNull();
  });

  test('of several variants has intervals that hold together: wider, and the wider the more there are', async () => {
    const alone = await compare(busy, { variants: ['one-more'] });
    const among = await compare(busy, { variants: ['one-more', 'no-kiosks'] });
    const id = 'counter.wait.mean';
    const [one, two] = [alone, among].map(({ variants }) => variants['one-more']!.change[id]!);
    expect(one!.joint).toEqual({ low: one!.low, high: one!.high });
    expect(two!.low).toBe(one!.low);
    expect(two!.joint!.low).toBeLessThan(two!.low!);
    expect(two!.joint!.high).toBeGreaterThan(two!.high!);
    // Bonferroni: that of one variant alone at half the risk
    const { confidence } = alone.base.run;
    const strict = await compare(busy, {
      variants: ['one-more'],
      confidence: 1 - (1 - confidence) / 2,
    });
    const { low, high } = strict.variants['one-more']!.change[id]!;
    expect(two!.joint!.low).toBeCloseTo(low!, 10);
    expect(two!.joint!.high).toBeCloseTo(high!, 10);
  });

  test('tells how many more days it takes to be sure, and it does', async () => {
    const study = async (replications: number): Promise<Comparison> =>
      compare(busy, { variants: ['no-kiosks'], replications, seed: 'some' });
    const first = (await study(12)).variants['no-kiosks']!.change;
    const open = Object.entries(first).filter(([, { moreDays }]) => (moreDays ?? 0) > 0);
    // of what rests on few very long days, a dozen days tell too little
    const told = MEASURES.filter(({ enoughDays }) => enoughDays === undefined);
    expect(open.length).toBeGreaterThan(0);
    for (const { joint, moreDays, value } of Object.values(first)) {
      if (joint === null || value === null || value === 0) expect(moreDays).toBeNull();
      else expect(moreDays === 0).toBe(joint.low >= 0 || joint.high <= 0);
    }
    const [id, { moreDays }] = open
      .filter(([one]) => told.some((measure) => measure.id === one))
      .toSorted(([, a], [, b]) => a.moreDays! - b.moreDays!)[0]!;
    const later = (await study(12 + 4 * moreDays!)).variants['no-kiosks']!.change[id]!;
    expect(later.joint!.low > 0 || later.joint!.high < 0).toBe(true);
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
