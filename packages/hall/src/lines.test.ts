import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lines } from './lines.js';

const ROWS = 30;
/** Each row joins one of three lines at some time, in any order; in between, others leave. */
const commands = fc.tuple(
  fc.shuffledSubarray(Array.from({ length: ROWS }, (_, row) => row)),
  fc.array(fc.tuple(fc.nat(2), fc.nat(6), fc.option(fc.nat(ROWS))), {
    minLength: ROWS,
    maxLength: ROWS,
  }),
);

test('lines are in order of place, then of row, whoever joins or leaves where and when', () => {
  fc.assert(
    fc.property(commands, ([rows, steps]) => {
      const lines = new Lines(3);
      const places = new Float64Array(ROWS);
      lines.clear(places);
      const naive: { row: number; since: number }[][] = [[], [], []];
      rows.forEach((row, i) => {
        const [line, since, leaver] = steps[i]!;
        places[row] = since;
        lines.join(line, row);
        naive[line]!.push({ row, since });
        naive[line]!.sort((a, b) => a.since - b.since || a.row - b.row);
        const from = naive.findIndex((list) => list.some((one) => one.row === leaver));
        if (leaver !== null && from >= 0) {
          lines.leave(from, leaver);
          naive[from] = naive[from]!.filter((one) => one.row !== leaver);
        }
        naive.forEach((list, l) => {
          const seen: { row: number; since: number }[] = [];
          for (let at = lines.first(l); at >= 0; at = lines.after(at)) {
            seen.push({ row: at, since: lines.rank(at) });
          }
          expect(seen).toEqual(list);
          expect(lines.size(l)).toBe(list.length);
        });
      });
    }),
    { seed: 1 },
  );
});

test('a cleared line is empty', () => {
  const lines = new Lines(1);
  lines.clear(Float64Array.of(0, 5));
  lines.join(0, 1);
  lines.clear(new Float64Array(2));
  expect([lines.first(0), lines.size(0)]).toEqual([-1, 0]);
});
