import { defineScenario, type Scenario } from '@hallsim/scenario';
import { describe, expect, test } from 'vitest';
import { compile } from './compile.js';
import { runDay } from './day.js';
import { emptyDemand } from './demand.js';
import { drawDemand } from './draw-demand.js';
import {
  CHANNEL,
  clearVisitLog,
  emptyVisitLog,
  OUTCOME,
  REASON,
  type VisitLog,
} from './visit-log.js';
import { type VisitRecord, visitRecords } from './visit-record.js';

/** Two counters for everything, one more for payments; kiosks that fail half of the time. */
const hall: Scenario = defineScenario({
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '12:00', lastTicket: '11:45' },
  demand: { arrivals: { '09:00': '50 per hour' } },
  customers: {
    general: {
      share: '80%',
      patience: { exponential: '15 min' },
      balks: { whenWaiting: 8, chance: '50%' },
    },
    vip: { share: '20%', priority: 'strict' },
  },
  services: {
    payment: { share: '70%', time: { exponential: '4 min' } },
    contract: { share: '30%', time: { exponential: '9 min' } },
  },
  counters: {
    all: { count: 2, skills: ['payment', 'contract'], open: { usual: { '09:00': 2 } } },
    cash: { count: 1, skills: ['payment'], open: { usual: { '09:00': 1 } } },
  },
  kiosks: {
    count: 1,
    services: { payment: { time: { fixed: '2 min' }, succeeds: '50%' } },
    willing: '30%',
  },
});

function day(scenario: Scenario, replication = 0): VisitRecord[] {
  const model = compile(scenario);
  const demand = drawDemand(model, { seed: 'records', replication });
  return [...visitRecords(model, demand, runDay(model, demand))];
}

const days = [0, 1, 2, 3].map((replication) => day(hall, replication));
const visits = days.flat();
const sum = (list: readonly (number | null)[]): number =>
  list.reduce<number>((total, value) => total + (value ?? 0), 0);

test('the days show every way a visit can end', () => {
  expect(new Set(visits.map(({ outcome }) => outcome))).toEqual(
    new Set(['served', 'abandoned', 'balked', 'unserved']),
  );
});

test('a visit is named by its day and its address, and no two have one name', () => {
  expect(days[3]![0]!.visit).toBe(`3/${days[3]![0]!.demand}`);
  expect(new Set(visits.map(({ visit }) => visit)).size).toBe(visits.length);
});

test('tickets of a day are numbered in order of arrival, and only who turned round or came too late has none', () => {
  for (const visitsOfDay of days) {
    const tickets = visitsOfDay.flatMap(({ ticket }) => ticket ?? []);
    expect(tickets).toEqual(tickets.map((_, i) => i + 1));
  }
  for (const { ticket, ticketed, arrived, outcome, reason } of visits) {
    expect(ticket === null).toBe(outcome === 'balked' || reason === 'last-ticket');
    expect(ticketed).toBe(ticket === null ? null : arrived);
  }
});

test('a customer without any counter or kiosk is refused at the door, without a ticket', () => {
  const model = compile({
    ...hall,
    counters: { cash: { count: 1, skills: ['payment'], open: { usual: { '09:00': 1 } } } },
  });
  const demand = drawDemand(model, { seed: 'records', replication: 0 });
  const refused = [...visitRecords(model, demand, runDay(model, demand))].filter(
    ({ service }) => service === 'contract',
  );
  expect(refused.length).toBeGreaterThan(0);
  for (const { ticket, outcome } of refused) expect([ticket, outcome]).toEqual([null, 'unserved']);
});

test('what did not happen is null, and what happened stands in order', () => {
  for (const one of visits) {
    const atCounter = one.channel === 'counter';
    expect(one.group === null).toBe(!atCounter);
    expect(one.start === null).toBe(!atCounter);
    expect(one.end === null).toBe(!atCounter);
    expect(one.called).toBe(one.start);
    expect(one.channel === null).toBe(one.outcome !== 'served');
    expect(one.reason === null).toBe(one.outcome === 'served');
    expect(one.ahead === null).toBe(one.joined === null);
    const times = [
      one.arrived,
      one.kioskStart,
      one.kioskEnd,
      one.joined,
      one.start,
      one.end,
      one.left,
    ];
    const happened = times.filter((time) => time !== null);
    expect(happened).toEqual(happened.toSorted((a, b) => a - b));
    if (atCounter) expect(one.clerk).toMatch(one.group === 'cash' ? /^cash-1$/ : /^all-[12]$/);
  }
});

describe('overtaking', () => {
  test('each is seen from both sides', () => {
    for (const visitsOfDay of days) {
      expect(sum(visitsOfDay.map(({ overtaken }) => overtaken))).toBe(
        sum(visitsOfDay.map(({ overtook }) => overtook)),
      );
    }
  });

  test('strict priority overtakes, and is not overtaken by others', () => {
    const vips = visits.filter(({ customer }) => customer === 'vip');
    expect(sum(vips.map(({ overtook }) => overtook))).toBeGreaterThan(0);
    const general = visits.filter(({ customer }) => customer === 'general');
    expect(sum(general.map(({ overtook }) => overtook))).toBe(0);
  });

  test('nobody overtakes where all rank alike, whatever the groups', () => {
    const alike = { general: { share: '100%', patience: { exponential: '15 min' } } } as const;
    const fifo = day({ ...hall, customers: alike });
    expect(sum(fifo.map(({ ahead }) => ahead))).toBeGreaterThan(0);
    expect(sum(fifo.map(({ overtaken }) => overtaken))).toBe(0);
  });

  test('counts the calls by groups that could have served the one who waits', () => {
    const model = compile(hall);
    const demand = emptyDemand(4, 0);
    demand.length = 4;
    const log = emptyVisitLog(4, 2);
    clearVisitLog(log, 4);
    const [payment, contract] = [0, 1];
    const [all, cash] = [0, 1];
    demand.service.set([contract, payment, payment, payment]);
    join(log, [540, 541, 542, 543]);
    call(log, 3, 545, cash); // jumps over the two payments; the contract has no business there
    call(log, 2, 546, all); // jumps over the contract and a payment
    call(log, 1, 547, all);
    call(log, 0, 547, all); // called at the same moment, so not jumped over once more
    const counted = [...visitRecords(model, demand, log)];
    expect(counted.map(({ overtaken }) => overtaken)).toEqual([1, 2, 1, 0]);
    expect(counted.map(({ overtook }) => overtook)).toEqual([0, 0, 2, 2]);
  });

  // Ends only where nobody is looked at for each call of each other.
  test('counts in a line of a hundred thousand that is called from its end', () => {
    const people = 100_000;
    const model = compile(hall);
    const demand = emptyDemand(people, 0);
    demand.length = people;
    const log = emptyVisitLog(people, 2);
    clearVisitLog(log, people);
    join(
      log,
      Array.from({ length: people }, (_, row) => 540 + row / people),
    );
    for (let row = 0; row < people; row++) call(log, row, 600 - row / people, 0);
    const counted = [...visitRecords(model, demand, log)];
    expect(counted.every(({ overtaken }, row) => overtaken === people - 1 - row)).toBe(true);
    expect(counted.every(({ overtook }, row) => overtook === row)).toBe(true);
  });
});

function join(log: VisitLog, times: readonly number[]): void {
  log.joined.set(times);
  log.waitFrom.set(times);
  log.ahead.fill(0);
}

function call(log: VisitLog, row: number, time: number, group: number): void {
  log.start[row] = time;
  log.end[row] = time + 5;
  log.left[row] = time + 5;
  log.group[row] = group;
  log.counter[row] = 0;
  log.outcome[row] = OUTCOME.served;
  log.channel[row] = CHANNEL.counter;
  log.reason[row] = REASON.none;
}
