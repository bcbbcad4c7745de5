import { expect, test } from 'vitest';
import { SectionRows } from './section-rows.js';

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

test.each([1, 2047, 2048, 2049, 4096, 4097, 9000])(
  '%i days are kept in at most 2048 sections, and add up to the same',
  (days) => {
    const rows = new SectionRows(2);
    const all = new Float64Array(2 * days).map((_, i) => (7 * i) % 13);
    for (let day = 0; day < days; day++) rows.add(all, 2 * day);
    expect(rows.days).toBe(days);
    expect(rows.sections).toBeLessThanOrEqual(2048);
    expect(rows.sections).toBeGreaterThanOrEqual(Math.min(days, 1024));
    expect(sum(rows.lengths())).toBe(days);
    for (const number of [0, 1]) {
      const own = all.filter((_, i) => i % 2 === number);
      expect(sum(rows.column(number))).toBe(sum(own));
      // in order: the first section has the first days
      const first = own.subarray(0, rows.lengths()[0]);
      expect(rows.column(number)[0]).toBe(sum(first));
    }
  },
);
