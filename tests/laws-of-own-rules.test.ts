import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, drawDemand, type HostRules, runDay } from '@hallsim/hall';
import { mergePatch, type Scenario } from '@hallsim/scenario';
import { desksOf, mayHelp } from './desks.js';
import { happened, type Visit, visitsOf } from './observed-day.js';
import { randomHall } from './random-hall.js';

/** Rules that decide by the customer's own chance, however strange, and one that says what a hall does by itself. */
const rules: HostRules = {
  discipline: { 'any-rank': (customer) => customer.draw('rank') - 0.5 },
  calling: { 'last-offer': (offers) => offers.length - 1 },
  diversion: { 'every-second': (customer) => customer.draw('kiosk') < 0.5 },
  serviceTime: {
    stretched: (minutes, customer) => minutes * 2 * customer.draw('haste'),
    'as-drawn': (minutes) => minutes,
  },
};

function visitsUnder(hall: Scenario, seed: string): Visit[] {
  const model = compile(hall, { rules });
  const demand = drawDemand(model, { seed, replication: 0 });
  return visitsOf(model, demand, runDay(model, demand));
}

const seeds = fc.string({ maxLength: 4 });

test('whatever rules of the host decide, each customer leaves once, no counter serves two, and none without the skill', () => {
  const custom = fc.record(
    {
      discipline: fc.constant('any-rank'),
      calling: fc.constant('last-offer'),
      diversion: fc.constant('every-second'),
      serviceTime: fc.constant('stretched'),
    },
    { requiredKeys: [] },
  );
  // who is handed over is served at two counters, of which a visit names the last; a line at a counter calls by itself
  const halls = randomHall().map((hall) =>
    mergePatch(hall, { rules: { atShiftEnd: null, jockeying: null, queues: null } }),
  ) as fc.Arbitrary<Scenario>;
  fc.assert(
    fc.property(halls, custom, seeds, (hall, named, seed) => {
      const own = mergePatch(hall, { rules: { discipline: null, custom: named } }) as Scenario;
      const visits = visitsUnder(own, seed);
      expect(visits.filter(({ left, outcome }) => !happened(left) || outcome === 'inside')).toEqual(
        [],
      );
      const desks = desksOf(own, compile(own, { rules }), null);
      const served = visits
        .filter(({ start }) => happened(start))
        .sort(
          (a, b) =>
            a.group - b.group || a.counter - b.counter || a.start - b.start || a.end - b.end,
        );
      for (const [i, { counter, customer, end, group, service }] of served.entries()) {
        const may =
          desks[group]!.serves(service, customer) || mayHelp(own, group, service, customer);
        expect(may).toBe(true);
        const next = served[i + 1];
        if (next?.group === group && next.counter === counter) {
          expect(next.start).toBeGreaterThanOrEqual(end);
        }
      }
    }),
    { seed: 21, numRuns: 60 },
  );
});

test('a rule of the host that says what the hall does by itself changes nothing', () => {
  fc.assert(
    fc.property(randomHall(), seeds, (hall, seed) => {
      const told = mergePatch(hall, { rules: { custom: { serviceTime: 'as-drawn' } } }) as Scenario;
      expect(visitsUnder(told, seed)).toEqual(visitsUnder(hall, seed));
    }),
    { seed: 22, numRuns: 60 },
  );
});
