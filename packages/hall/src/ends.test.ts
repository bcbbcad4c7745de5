import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyAgenda, TURN } from './agenda.js';
import { Ends } from './ends.js';

const ENTRANTS = 12;
const steps = fc.array(
  fc.tuple(
    fc.nat(ENTRANTS - 1),
    fc.integer({ min: 0, max: 9 }),
    fc.constantFrom('set', 'off', 'pass'),
  ),
  { maxLength: 60 },
);

test('the earliest end comes first, of two at one moment the lower number, whatever is set and called off', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const agenda = emptyAgenda();
      const ends = new Ends(ENTRANTS, agenda, TURN.counterEnd);
      const naive = new Map<number, number>();
      const first = (): number =>
        [...naive].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([one]) => one)[0] ?? -1;
      for (const [entrant, time, act] of list) {
        if (act === 'pass' && naive.size > 0) {
          naive.delete(first());
          ends.pass();
        } else if (act === 'off') {
          naive.delete(entrant);
          ends.callOff(entrant);
        } else if (act === 'set' && !naive.has(entrant)) {
          naive.set(entrant, time);
          ends.at[entrant] = time;
          ends.add(entrant);
        }
        expect(ends.first).toBe(first());
        expect(agenda[TURN.counterEnd]).toBe(naive.get(first()) ?? Infinity);
      }
    }),
    { seed: 2, numRuns: 500 },
  );
});
