import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type Demand, DemandField, drawDemand, rateAt } from '@hallsim/hall';
import { defineScenario, mergePatch, type Scenario } from '@hallsim/scenario';
import { drawn } from './drawn.js';
import { people, peopleOf, type Person } from './people.js';
import { randomHall } from './random-hall.js';
import { clockOf } from './random-parts.js';

const changed = (scenario: Scenario, patch: object): Scenario =>
  defineScenario(mergePatch(scenario, patch) as Scenario);

const plain = defineScenario({
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '13:00' },
  demand: { arrivals: { '09:00': '60 per hour' } },
  customers: { general: { share: '80%' }, vip: { share: '20%' } },
  services: {
    pay: { share: '60%', time: { lognormal: { mean: '4 min', cv: 0.6 } } },
    plan: { share: '40%', time: { lognormal: { mean: '8 min', cv: 0.6 } } },
  },
  counters: { desk: { count: 4, skills: ['pay', 'plan'], open: { usual: { '09:00': 4 } } } },
});

/** Rates for each ten minutes from nine to one, so that most half hours have several. */
const rates = fc.array(fc.constantFrom<number[]>(0, 12, 30, 60, 120, 240), {
  minLength: 24,
  maxLength: 24,
});
const seeds = fc.string({ maxLength: 6 });
const slot = (i: number): number => 540 + 10 * i;
const withRates = (perHour: readonly number[]): Scenario => ({
  ...plain,
  demand: {
    arrivals: Object.fromEntries(perHour.map((rate, i) => [clockOf(slot(i)), `${rate} per hour`])),
  },
});
const runs = { seed: 4, numRuns: 150 };

describe('locality', () => {
  test('another rate from ten past ten adds or removes people in those minutes and touches nobody else', () => {
    fc.assert(
      fc.property(rates, seeds, fc.nat(23), fc.nat(300), (before, seed, at, rate) => {
        const after = before.with(at, rate);
        const inside = ({ time }: Person): boolean => time >= slot(at) && time < slot(at + 1);
        const old = people(withRates(before), seed);
        const now = people(withRates(after), seed);
        expect(now.filter((person) => !inside(person))).toEqual(
          old.filter((person) => !inside(person)),
        );
        const [few, many] = rate < before[at]! ? [now, old] : [old, now];
        expect(many.filter(inside)).toEqual(expect.arrayContaining(few.filter(inside)));
      }),
      runs,
    );
  });

  test('longer opening hours only add people', () => {
    const long = changed(plain, { day: { closes: '15:17' } });
    const before = people(plain, 'hours');
    expect(people(long, 'hours').slice(0, before.length)).toEqual(before);
  });

  test('a rush is a source of its own: it brings people and leaves everybody else alone', () => {
    const rush = { from: '10:05', to: '10:50', adds: '50 per hour' };
    const rushed = (rushes: object): Scenario =>
      changed(plain, { demand: { dayTypes: { day: { rushes } } } });
    const of = (scenario: Scenario, source: string): Person[] =>
      people(scenario, 'rush').filter(({ id }) => id.startsWith(`${source}/`));
    const one = rushed({ sms: rush });
    const two = rushed({ promotion: { ...rush, from: '09:00' }, sms: rush });
    const turned = rushed({ sms: rush, promotion: { ...rush, from: '09:00' } });
    expect(of(one, 'base')).toEqual(people(plain, 'rush'));
    expect(of(one, 'rush:sms').length).toBeGreaterThan(20);
    expect(of(two, 'rush:sms')).toEqual(of(one, 'rush:sms'));
    expect(people(turned, 'rush')).toEqual(people(two, 'rush'));
    expect(of(two, 'rush:promotion').map(({ time }) => time)).not.toEqual(
      of(two, 'rush:sms').map(({ time }) => time),
    );
  });

  test('a busier share before opening takes people from the day and changes nobody who stays', () => {
    const profile = { demand: { arrivals: null, perDay: '200', profile: { '09:00': '100%' } } };
    const without = people(changed(plain, profile), 'early');
    const some = people(
      changed(plain, { demand: { ...profile.demand, beforeOpening: '20%' } }),
      'early',
    );
    const early = some.filter(({ id }) => id.startsWith('early/'));
    expect(early.length).toBeGreaterThan(20);
    expect(early.every(({ time }) => time === 540)).toBe(true);
    expect(without).toEqual(
      expect.arrayContaining(some.filter(({ id }) => id.startsWith('base/'))),
    );
  });
});

describe('nesting', () => {
  test('more volume only adds people', () => {
    const volume = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(rates, seeds, volume, volume, (perHour, seed, a, b) => {
        const hall = changed(withRates(perHour), {
          demand: {
            busyDay: { cv: 0.3 },
            dayTypes: {
              quiet: { volume: `${Math.min(a, b)}%` },
              busy: { volume: `${Math.max(a, b)}%` },
            },
          },
        });
        const quiet = people(hall, seed, 'quiet');
        const busy = new Map(people(hall, seed, 'busy').map((person) => [person.id, person]));
        for (const person of quiet) expect(busy.get(person.id)).toEqual(person);
      }),
      runs,
    );
  });

  test('another mix of services leaves who comes, when and as whom', () => {
    const mixed = changed(plain, {
      demand: { dayTypes: { day: { mix: { pay: '90%', plan: '10%' } } } },
    });
    const strip = (list: Person[]): unknown => list.map(({ service: _service, ...rest }) => rest);
    const before = people(plain, 'mix');
    const after = people(mixed, 'mix');
    expect(strip(after)).toEqual(strip(before));
    // a larger share of the first service only wins customers over
    expect(
      before.every(({ service }, i) => service === 'plan' || after[i]!.service === 'pay'),
    ).toBe(true);
  });
});

describe('identity', () => {
  const variants: Record<string, object> = {
    'more counters': { counters: { desk: { count: 9, open: { usual: { '09:00': 9 } } } } },
    'another group': {
      counters: { express: { count: 1, skills: ['pay'], open: { usual: { '09:00': 1 } } } },
    },
    clerks: {
      counters: { desk: null, count: 3 },
      staff: {
        all: { headcount: 3, skills: ['pay', 'plan'], shift: { from: '09:00', to: '13:00' } },
      },
    },
    kiosks: { kiosks: { count: 2, services: { pay: { time: { fixed: '2 min' } } } } },
    patience: { customers: { general: { patience: { exponential: '9 min' } } } },
    'slower service': { services: { pay: { time: { lognormal: { mean: '9 min' } } } } },
    'VIPs first': { customers: { vip: { priority: 'strict' } } },
    'last ticket': { day: { lastTicket: '12:30', waitingAtClose: 'turn-away' } },
  };

  test.each(Object.entries(variants))('%s: the very same customers', (_name, change) => {
    for (const replication of [0, 1]) {
      expect(people(changed(plain, change), 'same', undefined, replication)).toEqual(
        people(plain, 'same', undefined, replication),
      );
    }
  });

  const times = (time: object): number[] => {
    const model = compile(changed(plain, { services: { pay: { time } } }));
    const demand = drawDemand(model, { seed: 'stretch', replication: 0 });
    return Array.from({ length: demand.length }, (_, row) =>
      drawn(model.services[0]!.time, demand, row, 8),
    );
  };
  const ranks = (list: number[]): number[] =>
    list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b);

  test('a mean twice as long takes every customer exactly twice as long', () => {
    const double = times({ lognormal: { mean: '8 min' } });
    expect(double).toEqual(times({}).map((minutes) => 2 * minutes));
  });

  test('another family changes the times and keeps who is slower than whom', () => {
    const gamma = times({ lognormal: null, gamma: { mean: '4 min', cv: 0.9 } });
    expect(gamma).not.toEqual(times({}));
    expect(ranks(gamma)).toEqual(ranks(times({})));
  });
});

describe('addresses', () => {
  test('everybody has an address of their own that names the half hour, and the day is in order of time', () => {
    fc.assert(
      fc.property(randomHall(), seeds, (hall, seed) => {
        const model = compile(hall);
        const all = peopleOf(model, drawDemand(model, { seed, replication: 5 }));
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        all.forEach(({ id, time }, i) => {
          const half = clockOf(30 * Math.floor(time / 30));
          expect(id).toMatch(
            new RegExp(`^(base|early|waiting|class:[a-z]+|rush:[a-z]+)/${half}/\\d+/\\d+(/\\d+)?$`),
          );
          expect(time).toBeGreaterThanOrEqual(all[i - 1]?.time ?? model.opens);
          expect(time).toBeLessThan(model.closes);
        });
      }),
      runs,
    );
  });

  test('nobody comes where the rate is zero, before opening, at midday or after closing', () => {
    fc.assert(
      fc.property(randomHall(), seeds, (hall, seed) => {
        const model = compile(hall);
        for (const { id, time } of peopleOf(model, drawDemand(model, { seed, replication: 0 }))) {
          const source = model.sources.find((one) => id.startsWith(`${one.id}/`))!;
          expect(rateAt(source.rate, time) > 0 || source.at === time).toBe(true);
        }
      }),
      runs,
    );
  });

  test('days and seeds are strangers to each other', () => {
    const days = [
      people(plain, 'a'),
      people(plain, 'b'),
      people(plain, 'a', undefined, 1),
      people(plain, '', undefined, 0),
    ];
    const times = days.flatMap((day) => day.map(({ time }) => time));
    expect(new Set(times).size).toBe(times.length);
  });

  test('neither the order of the days nor columns used before make a difference', () => {
    fc.assert(
      fc.property(randomHall(), seeds, (hall, seed) => {
        const model = compile(hall);
        const field = new DemandField(model, seed);
        let reused: Demand | undefined;
        for (const replication of [4, 0, 2]) {
          reused = field.draw(replication, reused);
          const alone = drawDemand(model, { seed, replication });
          expect(reused.replication).toBe(replication);
          expect(peopleOf(model, reused)).toEqual(peopleOf(model, alone));
        }
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  test('a replication that is no whole number of at least 0 is refused with its value', () => {
    const model = compile(plain);
    for (const replication of [-1, 0.5, NaN]) {
      expect(() => drawDemand(model, { seed: 'a', replication })).toThrow(`not ${replication}`);
    }
  });
});
