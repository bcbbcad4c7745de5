import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Demand, drawDemand, isPlain, runDay } from '@hallsim/hall';
import { mergePatch, type Scenario } from '@hallsim/scenario';
import { visitsOf } from './observed-day.js';
import { arrivingOnTheMinute, inNoTime, onTheMinute } from './on-the-minute.js';
import { randomHall } from './random-hall.js';
import { withoutRules } from './without-rules.js';

const halls = randomHall()
  .map(withoutRules)
  .filter((hall) => hall !== null);
const seeds = fc.string({ maxLength: 4 });

/** The same hall with a rule that says what a number costs whose owner has gone; nobody goes and leaves a number. */
function withIdleRule(hall: Scenario): Scenario {
  return mergePatch(hall, { rules: { calling: { absent: '1 min' } } }) as Scenario;
}

/** Both ways of running a day, of these customers. */
function compare(hall: Scenario, seed: string, change: (demand: Demand) => Demand): void {
  const [plain, ruled] = [hall, withIdleRule(hall)].map((scenario) => {
    const model = compile(scenario);
    const demand = change(drawDemand(model, { seed, replication: 0 }));
    const log = runDay(model, demand);
    const { mostWaiting, overtime, staffed, kiosksDown } = log;
    return {
      isPlain: isPlain(model),
      visits: visitsOf(model, demand, log),
      totals: { mostWaiting, overtime, staffed, kiosksDown },
    };
  });
  expect([plain!.isPlain, ruled!.isPlain]).toEqual([true, false]);
  expect(plain!.visits).toEqual(ruled!.visits);
  expect(plain!.totals).toEqual(ruled!.totals);
}

describe('a hall without rules, run stage by stage, has the day that the clock of halls with rules makes of it, to the last bit', () => {
  test('of random halls', () => {
    fc.assert(
      fc.property(halls, seeds, (hall, seed) => {
        compare(hall, seed, (demand) => demand);
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
});
