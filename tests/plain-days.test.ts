import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compile,
  DayRunner,
  type Demand,
  DemandField,
  type HallModel,
  isPlain,
  type VisitLog,
} from '@hallsim/hall';
import { mergePatch, type Scenario } from '@hallsim/scenario';
import { addColumns } from './bits/columns.js';
import { BitHash } from './bits/hash.js';
import { visitsOf } from './observed-day.js';
import { arrivingOnTheMinute, inNoTime, onTheMinute } from './on-the-minute.js';
import { randomHall } from './random-hall.js';
import { multiplied } from './stretched.js';
import { withoutRules } from './without-rules.js';

const halls = randomHall()
  .map(withoutRules)
  .filter((hall) => hall !== null);
const seeds = fc.string({ maxLength: 4 });
const asDrawn = (demand: Demand): Demand => demand;

/** The same hall with a rule that says what a number costs whose owner has gone; nobody goes and leaves a number. */
function withIdleRule(hall: Scenario): Scenario {
  return mergePatch(hall, { rules: { calling: { absent: '1 min' } } }) as Scenario;
}

/** Both ways of running days of these customers: few, all, and few again in the columns of the day before. */
function compare(hall: Scenario, seed: string, change: (demand: Demand) => Demand): void {
  const plain = compile(hall);
  const ruled = compile(withIdleRule(hall));
  expect([plain, ruled].map(isPlain)).toEqual([true, false]);
  const field = new DemandField(plain, seed);
  const [few, all] = [0, 1].map((replication) => change(field.draw(replication)));
  const [byStages, byTheClock] = [plain, ruled].map((model) => new DayRunner(model));
  let one: VisitLog | undefined;
  let other: VisitLog | undefined;
  for (const demand of [firstThird(few!), all!, firstThird(few!)]) {
    one = byStages!.run(demand, one);
    other = byTheClock!.run(demand, other);
    expectSameDay(plain, demand, one, other);
  }
}

/** Those who come first, in columns that have room for nobody else. */
function firstThird(demand: Demand): Demand {
  const length = Math.ceil(demand.length / 3);
  const { arrivedAt, keyHigh, keyLow } = demand;
  return {
    ...demand,
    length,
    arrivedAt: arrivedAt.slice(0, length),
    keyHigh: keyHigh.slice(0, length),
    keyLow: keyLow.slice(0, length),
  };
}

function expectSameDay(model: HallModel, demand: Demand, one: VisitLog, other: VisitLog): void {
  const [bits, otherBits] = [one, other].map(bitsOf);
  // visits say more about what differs, and take ten times as long to compare
  if (bits !== otherBits) {
    expect(visitsOf(model, demand, one)).toEqual(visitsOf(model, demand, other));
  }
  expect(bits).toBe(otherBits);
}

/** Everything that a day leaves behind but what counters tell where there is a rule. */
function bitsOf({ states, extra, overtime, staffed, ...visits }: VisitLog): string {
  const hash = new BitHash();
  addColumns(hash, visits, visits.length);
  return hash.addAll(overtime).addAll(staffed).toString();
}

describe('a hall without rules, run stage by stage, has the days that the clock of halls with rules makes of it, to the last bit', () => {
  test('of random halls', () => {
    fc.assert(
      fc.property(halls, seeds, (hall, seed) => {
        compare(hall, seed, asDrawn);
      }),
      { seed: 11, numRuns: 150 },
    );
  });

  test('and where everything happens on the minute, much of it at one instant', () => {
    fc.assert(
      fc.property(halls, seeds, (hall, seed) => {
        compare(onTheMinute(hall), seed, arrivingOnTheMinute);
      }),
      { seed: 12, numRuns: 150 },
    );
  });

  test('and where much is done in no time', () => {
    fc.assert(
      fc.property(halls, seeds, (hall, seed) => {
        compare(inNoTime(hall), seed, arrivingOnTheMinute);
      }),
      { seed: 13, numRuns: 100 },
    );
  });

  test('and where twenty times as many come to twenty times as many counters', () => {
    fc.assert(
      fc.property(halls, seeds, (hall, seed) => {
        compare(multiplied(hall, 20), seed, asDrawn);
      }),
      { seed: 14, numRuns: 25 },
    );
  });
});
