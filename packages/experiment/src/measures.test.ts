import { defineScenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import { type Tallied, tallied } from '../test/tally-by-hand.js';
import { estimate } from './estimate.js';
import { summariseIntervals } from './intervals.js';
import { MEASURES } from './measures.js';
import { type Scopes, scopesOf } from './scopes.js';
import { simulate } from './simulate.js';
import type { IntervalSummary, MeasureValues } from './summary-json.js';

/**
 * One hour that can be followed with a pencil. A desk all the time, a second one from 9:30 to 9:45;
 * twelve minutes each at a desk, four at the kiosk. Card business always fails at the kiosk, and its
 * ticket keeps the place. Ten minutes count as in time.
 */
const hour = defineScenario({
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '10:00', lastTicket: '09:59' },
  demand: { arrivals: { '09:00': '0 per hour' } },
  customers: {
    general: { share: '50%', patience: { fixed: '15 min' } },
    shy: { share: '50%', balks: { whenWaiting: 2, chance: '100%' } },
  },
  services: {
    plan: { share: '50%', time: { fixed: '12 min' } },
    pay: { share: '25%', time: { fixed: '12 min' } },
    card: { share: '25%', time: { fixed: '12 min' } },
  },
  counters: {
    desk: {
      count: 2,
      skills: ['plan', 'pay', 'card'],
      open: { usual: { '09:00': 1, '09:30': 2, '09:45': 1 } },
    },
  },
  kiosks: {
    count: 1,
    services: {
      pay: { time: { fixed: '4 min' } },
      card: { time: { fixed: '4 min' }, succeeds: '0%' },
    },
    keepsPlace: true,
  },
});

const guests = [
  '09:00 plan general', //  desk 1 09:00-09:12
  '09:02 pay general', //   kiosk 09:02-09:06
  '09:03 pay general', //   kiosk 09:06-09:10
  '09:04 card general', //  kiosk 09:10-09:14, fails; desk 1 09:24-09:36
  '09:05 plan general', //  desk 1 09:12-09:24
  '09:10 plan general', //  patience ends 09:25
  '09:16 plan general', //  desk 2 09:30-09:42
  '09:17 plan shy', //      sees three waiting and leaves
  '09:40 plan general', //  desk 1 09:40-09:52, the last 7 min beyond the roster
  '09:41 plan general', //  desk 2 09:42-09:54
  '09:55 plan general', //  desk 1 09:55-10:07, 7 min after closing
  '09:58 plan general', //  desk 1 10:07-10:19, all after closing
  '09:59 plan general', //  too late for a ticket
];

type Part = Exclude<keyof Scopes, 'distribution' | 'longWaits'>;

/** The measures of each part, by id. */
function estimated({ model, records }: Tallied, part: Part = 'hall'): MeasureValues[] {
  const own = scopesOf(records, model, 0.95)[part];
  return [own].flat().map((scope) => estimate(scope, 0.95));
}

/** The day, interval by interval. */
function intervalsOf({ model, records }: Tallied): IntervalSummary[] {
  return summariseIntervals(model, records, scopesOf(records, model, 0.95).longWaits, 0.95);
}

/** The bare values. */
const valuesOf = (of: Tallied, part?: Part): Record<string, number | null>[] =>
  estimated(of, part).map((values) =>
    Object.fromEntries(Object.entries(values).map(([id, { value }]) => [id, value])),
  );

const day = tallied(hour, guests, '30 min');

test('every measure of the hall is the number that a pencil finds', () => {
  expect(valuesOf(day)[0]).toEqual({
    'hall.came': 13,
    'hall.served': 10,
    'hall.abandoned': 1,
    'hall.balked': 1,
    'hall.unserved': 1,
    'hall.served.share': 10 / 13,
    'hall.abandoned.share': 1 / 13,
    'hall.balked.share': 1 / 13,
    'hall.unserved.share': 1 / 13,
    // kiosk line and counter line: 0, 0, 3, 6 + 10, 7, 14, 0, 1, 0, 9
    'hall.serviceLevel.served': 8 / 10,
    'hall.serviceLevel.everyone': 8 / 13,
    'counter.joined': 9,
    // from the place in the line: 0, 20, 7, 14, 0, 1, 0, 9
    'counter.wait.mean': 51 / 8,
    'counter.wait.p50': 7,
    'counter.wait.p90': 20,
    'counter.wait.p95': 20,
    'counter.wait.max': 20,
    'counter.within': 6 / 9,
    'counter.abandoned': 1 / 9,
    // 8 customers of 12 min; 30 + 30 + 15 min on the roster, 7 + 7 + 12 beyond it
    'counter.utilisation': 96 / 101,
    'counter.open': 75,
    'counter.overtime': 26,
    // 7 + 10 + 15 + 14 + 1 min, and 2 until closing
    'counter.queue.mean': 49 / 60,
    'counter.queue.max': 3,
    'kiosk.share': 2 / 13,
    'kiosk.wait.mean': (0 + 3 + 6) / 3,
    'kiosk.failed': 1 / 3,
    'kiosk.utilisation': 12 / 60,
    'hall.lastDeparture': 79,
  });
});

test('every measure of a service is that of its customers, and waits for counters are theirs alone', () => {
  const [, pay = {}, card] = valuesOf(day, 'service');
  expect(card).toMatchObject({
    'hall.came': 1,
    'hall.served': 1,
    'hall.serviceLevel.served': 0,
    'counter.joined': 1,
    'counter.wait.mean': 20,
    'counter.wait.p50': 20,
    'counter.within': 0,
    'kiosk.share': 0,
    'kiosk.wait.mean': 6,
    'kiosk.failed': 1,
  });
  expect(pay).toMatchObject({ 'counter.joined': 0, 'kiosk.share': 1, 'kiosk.wait.mean': 1.5 });
  // nobody joined: no wait, no share of those who joined; and what only a whole hall has is not there
  expect([pay['counter.wait.mean'], pay['counter.wait.p90'], pay['counter.within']]).toEqual([
    null,
    null,
    null,
  ]);
  expect(Object.keys(pay)).not.toContain('counter.utilisation');
});

test('a group has the measures of those it served, and of its work', () => {
  expect(valuesOf(day, 'group')[0]).toEqual({
    'hall.served': 8,
    // all but those of 6 + 10 and of 14 min
    'hall.serviceLevel.served': 6 / 8,
    'counter.wait.mean': 51 / 8,
    'counter.wait.p50': 7,
    'counter.wait.p90': 20,
    'counter.wait.p95': 20,
    'counter.wait.max': 20,
    'counter.utilisation': 96 / 101,
    'counter.open': 75,
    'counter.overtime': 26,
  });
});

test('the day by half hours: waits by the time of the ticket, people and counters by the clock', () => {
  const [first, second] = intervalsOf(day);
  expect(first).toMatchObject({
    from: '09:00',
    to: '09:30',
    arrivals: { value: 8, low: null, high: null, reason: 'one-day' },
    waiting: { mean: 46 / 30, p05: 46 / 30, p50: 46 / 30, p95: 46 / 30 },
    wait: { mean: 41 / 4, p90: 20 },
    openCounters: 1,
    busyCounters: 1,
  });
  expect(second).toMatchObject({
    from: '09:30',
    to: '10:00',
    arrivals: { value: 5 },
    waiting: { mean: 3 / 30 },
    wait: { mean: 10 / 4, p90: 9 },
    openCounters: 45 / 30,
    busyCounters: 47 / 30,
  });
});

test('intervals that do not divide the day end at closing, and add up to the same', () => {
  const odd = tallied(hour, guests, '25 min');
  const list = intervalsOf(odd);
  expect(list.map(({ from, to }) => `${from}-${to}`)).toEqual([
    '09:00-09:25',
    '09:25-09:50',
    '09:50-10:00',
  ]);
  const lengths = [25, 25, 10];
  const sum = (value: (i: number) => number): number =>
    lengths.reduce((total, length, i) => total + length * value(i), 0);
  expect(sum((i) => list[i]!.waiting.mean)).toBeCloseTo(49, 12);
  expect(sum((i) => list[i]!.busyCounters)).toBeCloseTo(77, 12);
  expect(sum((i) => list[i]!.openCounters)).toBeCloseTo(75, 12);
});

test('who comes at the edge of an interval belongs to the one that begins, whatever its length', () => {
  const everyMinute = Array.from(
    { length: 60 },
    (_, m) => `09:${String(m).padStart(2, '0')} plan shy`,
  );
  for (let bucket = 1; bucket < 60; bucket++) {
    const cut = tallied(hour, everyMinute, `${bucket} min`);
    const list = intervalsOf(cut);
    expect(list.map(({ arrivals }) => arrivals.value)).toEqual(
      list.map((_, i) => Math.min(bucket, 60 - i * bucket)),
    );
  }
});

test('a warm-up is left out: visits that begin in it, and the minutes of it', () => {
  const endless = defineScenario({
    ...hour,
    day: { lasts: '2 h', warmUp: '1 h' },
    demand: { arrivals: { '00:00': '0 per hour' } },
    counters: {
      desk: { count: 1, skills: ['plan', 'pay', 'card'], open: { usual: { '00:00': 1 } } },
    },
  });
  const warm = tallied(
    endless,
    [
      '00:55 plan general', // 00:55-01:07, 7 min of it measured
      '00:57 plan general', // waits 00:57-01:07, 7 min of it measured; 01:07-01:19
      '01:10 plan general', // waits 9 min; 01:19-01:31
      '01:50 plan general', // 01:50-02:02
    ],
    '30 min',
  );
  expect(valuesOf(warm)[0]).toMatchObject({
    'hall.came': 2,
    'hall.served': 2,
    'counter.joined': 2,
    'counter.wait.mean': 4.5,
    'counter.wait.max': 9,
    'counter.utilisation': (7 + 12 + 12 + 12) / (60 + 2),
    'counter.overtime': 2,
    'counter.queue.mean': (7 + 9) / 60,
    'counter.queue.max': 1,
  });
  const list = intervalsOf(warm);
  expect(list.map(({ from }) => from)).toEqual(['01:00', '01:30']);
  expect(list.map(({ busyCounters }) => busyCounters)).toEqual([1, (1 + 10) / 30]);
});

test('counters are staffed by the roster, beyond it and on shifts, without breaks and overtime', () => {
  const { kiosks: _kiosks, ...countersOnly } = hour;
  const staffed = defineScenario({
    ...countersOnly,
    counters: {
      desk: {
        count: 2,
        skills: ['plan', 'pay'],
        open: { usual: { '09:00': 1 } },
        elastic: { more: 1, opensWhen: { waiting: 1 }, closesWhen: { waiting: 0 } },
      },
      room: {
        count: 1,
        staff: {
          clerk: {
            headcount: 1,
            skills: ['card'],
            shift: { from: '09:00', to: '09:45' },
            breaks: { tea: { from: '09:10', length: '10 min' } },
          },
        },
      },
    },
  });
  const of = tallied(
    staffed,
    [
      '09:00 plan general', // 09:00-09:12
      '09:01 plan general', // a second desk opens for it: 09:01-09:13; the one free at 09:12 closes
      '09:40 card general', // 09:40-09:52, 7 min of it overtime
    ],
    '30 min',
  );
  expect(valuesOf(of)[0]).toMatchObject({
    'counter.open': 60 + 11 + 35,
    'counter.overtime': 7,
    'counter.utilisation': (12 + 12 + 12) / (60 + 11 + 35 + 7),
  });
  expect(valuesOf(of, 'group').map((group) => group['counter.open'])).toEqual([71, 35]);
  expect(valuesOf(of, 'clerk').map((clerk) => clerk['counter.open'])).toEqual([35]);
});

test('days on which nobody is served at a counter have no longest wait, days on which nobody comes no last departure', () => {
  const cardOf = (list: readonly string[]): MeasureValues =>
    estimated(tallied(hour, list, '30 min'))[0]!;
  const empty = cardOf([]);
  expect(empty['counter.wait.max']).toMatchObject({ value: null, reason: 'nothing-observed' });
  expect(empty['hall.lastDeparture']).toMatchObject({ value: null, reason: 'nothing-observed' });
  const kioskOnly = cardOf(['09:00 pay general']);
  expect(kioskOnly['kiosk.share']).toMatchObject({ value: 1 });
  expect(kioskOnly['counter.wait.max']?.value).toBeNull();
  expect(kioskOnly['hall.lastDeparture']?.value).toBeGreaterThan(0);
});

test('every measure has an id of its own, words in both languages and a unit', () => {
  expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
  for (const { id, label, definition, unit } of MEASURES) {
    expect(id).toMatch(/^(hall|counter|kiosk)\.[a-zA-Z0-9.]+$/);
    for (const text of [label.en, definition.en]) expect(text).toMatch(/^[\x20-\x7e]+$/);
    for (const text of [label.zh, definition.zh]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    expect(['min', 'share', 'customers', 'people', 'clerk-min']).toContain(unit);
  }
});

test('who held a ticket at the start of the day has waited from then, for the promise as for the wait', async () => {
  const backlog = defineScenario({
    format: 'service-hall/1',
    day: { opens: '09:00', closes: '12:00' },
    demand: {
      arrivals: { '09:00': '0 per hour' },
      waitingAtStart: { people: 3, waited: '15 min' },
    },
    customers: { general: { share: '100%' } },
    services: { pay: { share: '100%', time: { fixed: '4 min' } } },
    counters: {
      desk: {
        count: 1,
        staff: { clerks: { headcount: 1, shift: { from: '09:00', to: '12:00' }, skills: ['pay'] } },
      },
    },
    targets: { 'service-level': { within: '20 min', atLeast: '80%' } },
  });
  // they have waited 15, 19 and 23 minutes
  const { by, measures } = await simulate(backlog, { replications: 2 });
  for (const id of ['counter.within', 'hall.serviceLevel.served', 'hall.serviceLevel.everyone']) {
    expect([id, measures[id]!.value]).toEqual([id, 2 / 3]);
  }
  expect(measures['counter.wait.mean']!.value).toBe(19);
  expect(Object.values(by.clerk)[0]!['hall.serviceLevel.served']!.value).toBe(2 / 3);
});
