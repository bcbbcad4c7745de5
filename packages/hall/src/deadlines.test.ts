import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyAgenda, TURN } from './agenda.js';
import { Deadlines } from './deadlines.js';

/** Rows with their moments, and when somebody looks; some moments lie more than a turn of the wheel ahead. */
const moments = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0, max: 5000, noNaN: true })),
  { minLength: 1, maxLength: 30 },
);
const looks = fc.array(fc.double({ min: 0, max: 6000, noNaN: true }), { maxLength: 20 });

test('those whose moment has come are found earliest first, as in a sorted list, whoever was taken out before', () => {
  fc.assert(
    fc.property(
      moments,
      looks,
      fc.array(fc.nat(29)),
      fc.boolean(),
      (list, times, out, inclusive) => {
        const agenda = emptyAgenda();
        const deadlines = new Deadlines(agenda);
        deadlines.clear(list.length);
        list.forEach((moment, row) => {
          deadlines.at[row] = moment;
          deadlines.add(row);
        });
        for (const row of new Set(out.filter((one) => one < list.length))) deadlines.remove(row);
        let naive = list
          .map((moment, row) => ({ moment, row }))
          .filter(({ row }) => !out.includes(row));
        for (const now of [...times.sort((a, b) => a - b), Infinity]) {
          const due = naive
            .filter(({ moment }) => moment < now || (inclusive && moment === now))
            .sort((a, b) => a.moment - b.moment || a.row - b.row);
          naive = naive.filter((one) => !due.includes(one));
          const soonest = Math.min(Infinity, ...due.map(({ moment }) => moment));
          expect(agenda[TURN.patienceEnd]).toBeLessThanOrEqual(soonest);
          const found = Array.from({ length: deadlines.gather(now, inclusive) }, (_, i) =>
            deadlines.due(i),
          );
          expect(found).toEqual(due.map(({ row }) => row));
          for (const row of found) deadlines.remove(row);
          deadlines.settle();
        }
        expect(agenda[TURN.patienceEnd]).toBe(Infinity);
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});
