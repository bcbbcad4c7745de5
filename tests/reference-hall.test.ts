import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Demand, drawDemand, runDay } from '@hallsim/hall';
import { visitsOf } from './observed-day.js';
import type { Scenario } from '@hallsim/scenario';
import { arrivingOnTheMinute, onTheMinute } from './on-the-minute.js';
import { randomHall } from './random-hall.js';
import { referenceDay } from './reference-hall/hall.js';
import { NOT_COVERED, toldByBoth } from './reference-hall/not-covered.js';
import { root } from './sources.js';

const halls = randomHall().map(toldByBoth);
const seeds = fc.string({ maxLength: 4 });

/** Both tell the day of these customers. */
function compare(hall: Scenario, seed: string, change: (demand: Demand) => Demand): void {
  const model = compile(hall);
  const demand = change(drawDemand(model, { seed, replication: 0 }));
  const visits = visitsOf(model, demand, runDay(model, demand));
  expect(referenceDay(hall, model, demand)).toEqual(visits);
}

describe('the hall told a second time by processes gives every customer the same day, to the last bit', () => {
  test('of random halls', () => {
    fc.assert(
      fc.property(halls, seeds, (hall, seed) => {
        compare(hall, seed, (demand) => demand);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  test('and where everything happens on the minute, much of it at one instant', () => {
    fc.assert(
      fc.property(halls, seeds, (hall, seed) => {
        compare(onTheMinute(hall), seed, arrivingOnTheMinute);
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

test('what the second telling leaves out stands in the architecture', () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  expect(NOT_COVERED.filter((path) => !page.includes(`\`${path}\``))).toEqual([]);
});
