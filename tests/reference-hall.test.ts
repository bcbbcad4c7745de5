import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, drawDemand, runDay } from '@hallsim/hall';
import { isCounterPool } from '@hallsim/scenario';
import { visitsOf } from './observed-day.js';
import { randomHall } from './random-hall.js';
import { referenceDay } from './reference-hall/hall.js';
import { toldByBoth } from './reference-hall/not-covered.js';

test('the hall told a second time by processes gives every customer the same day, to the last bit', () => {
  fc.assert(
    fc.property(
      randomHall().filter(({ counters }) => !isCounterPool(counters)),
      fc.string({ maxLength: 4 }),
      (given, seed) => {
        const hall = toldByBoth(given);
        const model = compile(hall);
        const demand = drawDemand(model, { seed, replication: 0 });
        const visits = visitsOf(model, demand, runDay(model, demand));
        expect(referenceDay(hall, model, demand)).toEqual(visits);
      },
    ),
    { seed: 5, numRuns: 300 },
  );
});
