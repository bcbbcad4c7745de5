import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { defineScenario, expectedCustomers, mergePatch, type Scenario } from '@hallsim/scenario';
import { compile } from './compile.js';
import { expectedFrom } from './compile-demand.js';
import { runDay } from './day.js';
import { demandId } from './demand-id.js';
import type { Demand } from './demand.js';
import { drawDemand } from './draw-demand.js';
import type { HallModel } from './model.js';
import { visitRecords } from './visit-record.js';

const plain = {
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '13:00' },
  demand: { arrivals: { '09:00': '60 per hour' } },
  customers: { general: { share: '70%' }, vip: { share: '30%' } },
  services: {
    pay: { share: '60%', time: { fixed: '5 min' } },
    plan: { share: '40%', time: { fixed: '5 min' } },
  },
  counters: { desk: { count: 1, skills: ['pay', 'plan'], open: { usual: { '09:00': 1 } } } },
};
const hall = (change: object = {}): Scenario =>
  defineScenario(mergePatch(plain, change) as Scenario);

interface Person {
  readonly id: string;
  readonly time: number;
  readonly as: string;
  readonly wants: string;
  readonly companions: number;
}

function peopleOf(model: HallModel, demand: Demand): Person[] {
  return Array.from({ length: demand.length }, (_, row) => ({
    id: demandId(model, demand, row),
    time: demand.arrivedAt[row]!,
    as: model.customers[demand.customer[row]!]!.id,
    wants: model.services[demand.service[row]!]!.id,
    companions: demand.companions?.[row] ?? 0,
  }));
}

/** Everybody of a few days. */
function people(change: object = {}, days = 1): Person[] {
  const model = compile(hall(change));
  return Array.from({ length: days }, (_, replication) =>
    peopleOf(model, drawDemand(model, { seed: 'who', replication })),
  ).flat();
}

const from =
  (source: string) =>
  ({ id }: Person): boolean =>
    id.startsWith(source);
/** So many people, give or take four standard errors of a Poisson number. */
const about = (list: readonly unknown[], expected: number): void => {
  expect(Math.abs(list.length - expected)).toBeLessThan(4 * Math.sqrt(expected));
};

/** Ways to come, in every mixture. */
const randomDemand = fc
  .record({
    shape: fc.constantFrom('steps', 'linear'),
    perDay: fc.boolean(),
    rush: fc.constantFrom('even', 'rising', 'falling', 'peak'),
    tickets: fc.constantFrom('one', 'each'),
    people: fc.nat(9),
    early: fc.constantFrom('0%', '7%'),
    own: fc.boolean(),
  })
  .map(({ shape, perDay, rush, tickets, people: waiting, early, own }) => {
    const parties = { share: '30%', sizes: { '2': '50%', '7': '50%' }, tickets };
    const sms = { from: '10:40', to: '11:50', adds: '60 per hour', shape: rush, parties };
    const given = perDay
      ? {
          arrivals: null,
          perDay: '333',
          profile: { '09:00': '20%', '10:15': '50%', '12:00': '30%' },
          beforeOpening: early,
        }
      : { arrivals: { '09:00': '40 per hour', '10:20': '90 per hour', '12:00': '0 per hour' } };
    const hours = [
      { from: '09:00', to: '11:00' },
      { from: '11:25', to: '13:00' },
    ];
    return {
      day: { opens: null, closes: null, hours },
      demand: {
        ...given,
        shape,
        parties,
        waitingAtStart: { people: waiting },
        dayTypes: { day: { volume: '120%', rushes: { sms } } },
      },
      ...(own ? { customers: { vip: { profile: { '09:00': '80%', '11:25': '20%' } } } } : {}),
    };
  });

test('the model expects as many customers as the file says, however they come', () => {
  fc.assert(
    fc.property(randomDemand, (change) => {
      const scenario = hall(change);
      const model = compile(scenario);
      const total = model.sources.reduce(
        (sum, source) => sum + expectedFrom(source, 0, model.closes),
        0,
      );
      expect(total).toBeCloseTo(expectedCustomers(scenario), 8);
    }),
    { seed: 6 },
  );
});

test('the model says how many each source is expected to send, and when', () => {
  const model = compile(
    hall({
      demand: {
        waitingAtStart: { people: 5 },
        parties: { share: '50%', sizes: { '3': '100%' }, tickets: 'each' },
      },
      customers: { vip: { profile: { '09:00': '100%', '10:00': '0%' } } },
    }),
  );
  const expected = model.sources.map((source): [string, number, number] => [
    source.id,
    Math.round(1e6 * expectedFrom(source, 540, 600)) / 1e6,
    Math.round(1e6 * expectedFrom(source, 540, 780)) / 1e6,
  ]);
  expect(expected).toEqual([
    ['base', 42, 168],
    ['waiting', 5, 5],
    ['class:vip', 72, 72],
  ]);
});

test('the day type asked for holds, else that of the file, else the first', () => {
  const dayTypes = { quiet: { volume: '50%' }, busy: { volume: '200%' } };
  const dayOf = (demand: object, day?: string): unknown[] => {
    const scenario = hall({ demand });
    const model = compile(scenario, day === undefined ? {} : { day });
    return [model.dayType, expectedCustomers(scenario, model.dayType ?? undefined)];
  };
  expect(dayOf({ dayTypes, dayType: 'busy' }, 'quiet')).toEqual(['quiet', 120]);
  expect(dayOf({ dayTypes, dayType: 'busy' })).toEqual(['busy', 480]);
  expect(dayOf({ dayTypes })).toEqual(['quiet', 120]);
  expect(dayOf({})).toEqual([null, 240]);
});

describe('a rate in straight lines', () => {
  const arrivals = { '09:00': '0 per hour', '11:00': '120 per hour', '13:00': '0 per hour' };
  const linear = { demand: { shape: 'linear', arrivals } };

  test('brings a quarter as many in the first half of a rise from nothing as in all of it', () => {
    const all = people(linear, 100);
    const within = (a: number, b: number): Person[] =>
      all.filter(({ time }) => time >= 60 * a && time < 60 * b);
    about(within(9, 10), 3_000);
    about(within(10, 11), 9_000);
    about(within(11, 13), 12_000);
  });

  test('touches nobody before the point left of a change and nobody after the point right of it', () => {
    const before = people({
      demand: {
        shape: 'linear',
        arrivals: {
          '09:00': '40 per hour',
          '10:00': '80 per hour',
          '11:00': '60 per hour',
          '12:00': '90 per hour',
        },
      },
    });
    const after = people({
      demand: {
        shape: 'linear',
        arrivals: {
          '09:00': '40 per hour',
          '10:00': '80 per hour',
          '11:00': '20 per hour',
          '12:00': '90 per hour',
        },
      },
    });
    const outside = ({ time }: Person): boolean => time < 600 || time >= 720;
    expect(after.filter(outside)).toEqual(before.filter(outside));
    expect(before).toEqual(expect.arrayContaining(after));
    expect(after.length).toBeLessThan(before.length);
  });

  test('of a profile keeps the customers of the day, and leaves a closed hall empty', () => {
    const all = people(
      {
        day: {
          opens: null,
          closes: null,
          hours: [
            { from: '09:00', to: '11:00' },
            { from: '11:30', to: '13:00' },
          ],
        },
        demand: {
          shape: 'linear',
          arrivals: null,
          perDay: '200',
          profile: { '09:00': '20%', '10:00': '50%', '11:00': '0%', '11:30': '30%' },
        },
      },
      50,
    );
    about(all, 10_000);
    expect(all.filter(({ time }) => time >= 660 && time < 690)).toEqual([]);
    about(
      all.filter(({ time }) => time >= 690),
      0.3 * 10_000,
    );
  });
});

describe('a class with a curve of its own', () => {
  const early = { customers: { vip: { profile: { '09:00': '100%', '10:00': '0%' } } } };

  test('comes by it, as many as its share of the day, and leaves the others as they were', () => {
    const others = ({ as }: Person): boolean => as !== 'vip';
    expect(people(early, 3).filter(others)).toEqual(people({}, 3).filter(others));
    const vips = people(early, 100).filter(({ as }) => as === 'vip');
    about(vips, 0.3 * 24_000);
    expect(vips.every(({ id, time }) => id.startsWith('class:vip/') && time < 600)).toBe(true);
  });

  test('still comes with a rush and stands at the door like everybody', () => {
    const day = {
      ...early,
      demand: {
        arrivals: null,
        perDay: '240',
        profile: { '09:00': '100%' },
        beforeOpening: '10%',
        dayTypes: { day: { rushes: { sms: { from: '12:00', to: '13:00', adds: '40 per hour' } } } },
      },
    };
    const all = people(day, 50);
    const vips = all.filter(({ as }) => as === 'vip');
    about(vips.filter(from('early/')), 0.3 * 0.1 * 240 * 50);
    about(vips.filter(from('rush:sms/')), 0.3 * 40 * 50);
    about(vips.filter(from('class:vip/')), 0.3 * 0.9 * 240 * 50);
    about(all, 280 * 50);
  });
});

test('a class with a mix of its own wants other things, and nobody else notices', () => {
  const before = people();
  const after = people({ customers: { vip: { mix: { plan: '100%' } } } });
  expect(after.map(({ id, as }) => [id, as])).toEqual(before.map(({ id, as }) => [id, as]));
  expect(after.filter(({ as }) => as !== 'vip')).toEqual(before.filter(({ as }) => as !== 'vip'));
  expect(new Set(after.filter(({ as }) => as === 'vip').map(({ wants }) => wants))).toEqual(
    new Set(['plan']),
  );
});

test('a rush with a mix of its own asks for that, the day for what it asked for', () => {
  const rush = { from: '10:00', to: '11:00', adds: '60 per hour', mix: { plan: '100%' } };
  const all = people({ demand: { dayTypes: { day: { rushes: { sms: rush } } } } });
  expect(all.filter(from('base/'))).toEqual(people());
  const brought = all.filter(from('rush:sms/'));
  expect(brought.length).toBeGreaterThan(30);
  expect(new Set(brought.map(({ wants }) => wants))).toEqual(new Set(['plan']));
});

test('a rush rises, falls or peaks around its mean, and brings as many as an even one', () => {
  const parts = (shape: string): number[] => {
    const rush = { from: '10:10', to: '11:50', adds: '60 per hour', shape };
    const change = { demand: { dayTypes: { day: { rushes: { sms: rush } } } } };
    expect(expectedCustomers(hall(change))).toBeCloseTo(340, 9);
    const brought = people(change, 60).filter(from('rush:sms/'));
    about(brought, 6_000);
    return [610, 635, 660, 685].map(
      (start) => brought.filter(({ time }) => time >= start && time < start + 25).length / 6_000,
    );
  };
  const near = (found: readonly number[], expected: readonly number[]): void =>
    found.forEach((part, i) => expect(Math.abs(part - expected[i]!)).toBeLessThan(0.03));
  near(parts('even'), [1 / 4, 1 / 4, 1 / 4, 1 / 4]);
  near(parts('rising'), [1 / 16, 3 / 16, 5 / 16, 7 / 16]);
  near(parts('falling'), [7 / 16, 5 / 16, 3 / 16, 1 / 16]);
  near(parts('peak'), [1 / 8, 3 / 8, 3 / 8, 1 / 8]);
});

describe('parties', () => {
  const parties = (share: string, tickets: string): object => ({
    demand: { parties: { share, sizes: { '2': '50%', '4': '50%' }, tickets } },
  });

  test('with one ticket bring company and change nobody; a larger share only adds company', () => {
    const alone = (list: Person[]): unknown => list.map(({ companions: _, ...rest }) => rest);
    const few = people(parties('20%', 'one'), 20);
    const many = people(parties('60%', 'one'), 20);
    expect(alone(few)).toEqual(alone(people({}, 20)));
    expect(alone(many)).toEqual(alone(few));
    expect(few.every(({ companions }, i) => [0, many[i]!.companions].includes(companions))).toBe(
      true,
    );
    about(
      few.filter(({ companions }) => companions === 1),
      0.1 * few.length,
    );
    about(
      few.filter(({ companions }) => companions === 3),
      0.1 * few.length,
    );
    expect(few.every(({ companions }) => [0, 1, 3].includes(companions))).toBe(true);
  });

  test('with a ticket each are customers who come at one moment, each with an errand of their own', () => {
    const all = people(parties('40%', 'each'), 100);
    const members = new Map<string, Person[]>();
    for (const person of all) {
      const party = person.id.split('/').slice(0, 4).join('/') + `@${person.time}`;
      members.set(party, [...(members.get(party) ?? []), person]);
    }
    for (const party of members.values()) {
      expect([1, 2, 4]).toContain(party.length);
      expect(party.map(({ id }) => id.split('/')[4] ?? '1')).toEqual(
        party.map((_, i) => `${i + 1}`),
      );
    }
    // 0.4 × (2 + 4) / 2 + 0.6 customers an arrival: the day keeps its 240 customers
    expect(Math.abs(all.length / 24_000 - 1)).toBeLessThan(0.05);
    about([...members.values()], 24_000 / 1.8);
    const mixed = [...members.values()].filter(
      (party) => new Set(party.map(({ wants }) => wants)).size > 1,
    );
    expect(mixed.length).toBeGreaterThan(1_000);
  });

  test('of a rush make a bus', () => {
    const parties = { share: '100%', sizes: { '40': '100%' }, tickets: 'each' };
    const rush = { from: '10:00', to: '11:00', adds: '80 per hour', parties };
    const all = people({ demand: { dayTypes: { day: { rushes: { bus: rush } } } } }, 60);
    const buses = new Map<number, number>();
    for (const { time } of all.filter(from('rush:bus/'))) {
      buses.set(time, (buses.get(time) ?? 0) + 1);
    }
    expect(new Set(buses.values())).toEqual(new Set([40]));
    about([...buses], 120);
    expect(all.filter(from('base/')).map(({ id }) => id)).toEqual(
      people({}, 60).map(({ id }) => id),
    );
  });
});

describe('people who wait already when the day starts', () => {
  const waiting = (given: object, demand: object = {}): object => ({
    demand: { arrivals: { '09:00': '0 per hour' }, waitingAtStart: given, ...demand },
  });

  test('are the first in line, and their wait counts from before', () => {
    const model = compile(hall(waiting({ people: 3, waited: '10 min' })));
    const demand = drawDemand(model, { seed: 'who', replication: 0 });
    const log = runDay(model, demand);
    const visits = [...visitRecords(model, demand, log)];
    expect(visits.map(({ demand: id }) => id)).toEqual([
      'waiting/09:00/0/0',
      'waiting/09:00/0/1',
      'waiting/09:00/0/2',
    ]);
    expect(visits.map(({ arrived, start }) => [arrived, start])).toEqual([
      [540, 540],
      [540, 545],
      [540, 550],
    ]);
    expect([...log.waitFrom.subarray(0, 3)]).toEqual([530, 530, 530]);
  });

  test('do not turn round at the line they are', () => {
    const balks = { balks: { whenWaiting: 0, chance: '100%' } };
    const customers = { general: balks, vip: balks };
    const model = compile(hall({ ...waiting({ people: 4 }), customers }));
    const demand = drawDemand(model, { seed: 'who', replication: 0 });
    const visits = [...visitRecords(model, demand, runDay(model, demand))];
    expect(visits.map(({ outcome }) => outcome)).toEqual(['served', 'served', 'served', 'served']);
  });

  test('are so many, not more on a busy day; one more is one more', () => {
    const busy = { busyDay: { cv: 0.5 }, arrivals: { '09:00': '60 per hour' } };
    const six = people(waiting({ people: 6 }, busy), 5);
    const seven = people(waiting({ people: 7 }, busy), 5);
    expect(seven.length - six.length).toBe(5);
    expect(seven).toEqual(expect.arrayContaining(six));
    expect(six.filter(from('base/'))).toEqual(people({ demand: busy }, 5));
  });

  test('of a teaching queue are those it starts with', () => {
    const arrivals = { '09:00': null, '00:00': '0 per hour' };
    const change = {
      ...waiting({ people: 70 }, { arrivals }),
      day: { opens: null, closes: null, lasts: '20 h' },
      counters: { desk: { open: { usual: { '09:00': null, '00:00': 1 } } } },
    };
    const model = compile(hall(change));
    const demand = drawDemand(model, { seed: 'who', replication: 0 });
    const log = runDay(model, demand);
    expect(demand.length).toBe(70);
    expect(new Set(peopleOf(model, demand).map(({ id }) => id)).size).toBe(70);
    expect(log.end[69]).toBe(350);
  });
});
