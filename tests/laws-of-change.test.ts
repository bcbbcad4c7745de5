import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Demand, drawDemand, runDay } from '@hallsim/hall';
import {
  type CounterGroup,
  counterGroups,
  defineScenario,
  isCounterPool,
  openingHours,
  type Scenario,
} from '@hallsim/scenario';
import { observeDay, type Visit, visitsOf } from './observed-day.js';
import { peopleOf } from './people.js';
import { randomHall } from './random-hall.js';
import { clockOf, spread } from './random-parts.js';
import { stretched } from './stretched.js';

const seeds = fc.string({ maxLength: 4 });

/** Visits by the address of the customer, without the number of the row. */
function byAddress(scenario: Scenario, seed: string): Map<string, Omit<Visit, 'row'>> {
  const { model, demand, visits } = observeDay(scenario, seed);
  const ids = peopleOf(model, demand).map(({ id }) => id);
  return new Map(visits.map(({ row, ...visit }) => [ids[row]!, visit]));
}

/** From a moment on another number of counters of every group, within what there is. */
function otherRoster(scenario: Scenario, time: string, number: number): Scenario {
  const changed = ({ count, open, ...group }: CounterGroup): CounterGroup => ({
    ...group,
    count,
    ...(open && {
      open: Object.fromEntries(
        Object.entries(open).map(([roster, steps]) => [
          roster,
          { ...steps, [time]: Math.min(number, count) },
        ]),
      ),
    }),
  });
  const groups = Object.entries(counterGroups(scenario)).map(
    ([id, group]): [string, CounterGroup] => [id, changed(group)],
  );
  return { ...scenario, counters: Object.fromEntries(groups) };
}

/**
 * From a moment on another rate of arrivals. One that goes in straight lines would change before it, and so would
 * a class with a curve of its own, which is a share of the whole day.
 */
function otherRate(scenario: Scenario, time: string, perHour: number): Scenario {
  const { customers, demand } = scenario;
  const ownCurves = Object.values(customers).some(({ profile }) => profile !== undefined);
  if (demand.arrivals === undefined || demand.shape === 'linear' || ownCurves) return scenario;
  const arrivals = { ...demand.arrivals, [time]: `${perHour} per hour` as const };
  return { ...scenario, demand: { ...demand, arrivals } };
}

describe('locality', () => {
  test('other counters and other customers from ten on touch nobody who has left before ten', () => {
    fc.assert(
      fc.property(
        randomHall().filter(({ counters }) => !isCounterPool(counters)),
        seeds,
        fc.record({
          part: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
          number: fc.integer({ min: 0, max: 4 }),
          perHour: fc.constantFrom(0, 20, 90),
        }),
        (hall, seed, { part, number, perHour }) => {
          const { opens, closes } = openingHours(hall.day);
          const ten = Math.floor(opens + part * (closes - opens));
          const clock = clockOf(ten);
          const changed = otherRate(otherRoster(hall, clock, number), clock, perHour);
          const after = byAddress(changed, seed);
          for (const [id, visit] of byAddress(hall, seed)) {
            if (visit.left < ten) expect(after.get(id)).toEqual(visit);
          }
        },
      ),
      { seed: 11, numRuns: 100 },
    );
  });
});

describe('stretch', () => {
  test('where everything takes twice as long, everything happens at twice the time, to the last bit', () => {
    fc.assert(
      fc.property(randomHall(), seeds, (hall, seed) => {
        const slow = stretched(hall);
        const model = compile(hall);
        const demand = drawDemand(model, { seed, replication: 0 });
        const late: Demand = {
          ...demand,
          arrivedAt: demand.arrivedAt.map((time) => 2 * time),
          since: demand.since?.map((time) => 2 * time) ?? null,
        };
        const slowModel = compile(slow);
        const visits = visitsOf(model, demand, runDay(model, demand));
        const stretchedVisits = visitsOf(slowModel, late, runDay(slowModel, late));
        expect(stretchedVisits).toEqual(visits.map(twiceAsLate));
      }),
      { seed: 12, numRuns: 100 },
    );
  });
});

function twiceAsLate(visit: Visit): Visit {
  return {
    ...visit,
    arrived: 2 * visit.arrived,
    kioskStart: 2 * visit.kioskStart,
    kioskEnd: 2 * visit.kioskEnd,
    joined: 2 * visit.joined,
    waitFrom: 2 * visit.waitFrom,
    start: 2 * visit.start,
    end: 2 * visit.end,
    left: 2 * visit.left,
    called: 2 * visit.called,
  };
}

describe('one more clerk', () => {
  const plainHall = fc
    .record({
      rate: fc.constantFrom(20, 60, 120),
      time: spread(1, 8),
      afterWork: fc.option(spread(1, 4), { nil: undefined }),
      walk: fc.option(spread(1, 2), { nil: undefined }),
      early: fc.integer({ min: 1, max: 4 }),
      late: fc.integer({ min: 1, max: 4 }),
      when: fc.integer({ min: 541, max: 719 }),
      named: fc.boolean(),
    })
    .map(({ rate, time, afterWork, walk, early, late, when, named }) => {
      const shift = (headcount: number, from: string, to: string) => ({
        headcount,
        skills: ['errand'],
        shift: { from, to },
      });
      const change = clockOf(when);
      return (more: number): Scenario =>
        defineScenario({
          format: 'service-hall/1',
          day: { opens: '09:00', closes: '12:00' },
          demand: { arrivals: { '09:00': `${rate} per hour` } },
          customers: { everyone: { share: '100%' } },
          services: { errand: { share: '100%', time, ...(afterWork && { afterWork }) } },
          ...(walk && { rules: { calling: { walk } } }),
          ...(named
            ? {
                counters: { count: 5 },
                staff: {
                  early: shift(early, '09:00', change),
                  late: shift(late, change, '12:00'),
                  more: shift(more, '09:00', '12:00'),
                },
              }
            : {
                counters: {
                  desk: {
                    count: 5,
                    skills: ['errand'],
                    open: { usual: { '09:00': early + more, [change]: late + more } },
                  },
                },
              }),
        } as Scenario);
    });
  const waits = (hall: Scenario, seed: string): number[] =>
    observeDay(hall, seed).visits.map(({ start, joined }) => start - joined);

  test('never lengthens a wait in one line of equal clerks where nobody turns round or gives up', () => {
    fc.assert(
      fc.property(plainHall, seeds, (hall, seed) => {
        const before = waits(hall(0), seed);
        waits(hall(1), seed).forEach((wait, i) => {
          expect(wait).toBeLessThanOrEqual(before[i]! + 1e-9);
        });
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});
