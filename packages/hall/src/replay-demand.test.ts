import { expect, test } from 'vitest';
import { defineScenario, type Scenario } from '@hallsim/scenario';
import { compile } from './compile.js';
import { runDay } from './day.js';
import { replayDemand } from './replay-demand.js';
import { type VisitRecord, visitRecords } from './visit-record.js';

const scenario = defineScenario({
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '13:00' },
  demand: { arrivals: { '09:00': '60 per hour' } },
  customers: { general: { share: '70%' }, vip: { share: '30%' } },
  services: {
    pay: { share: '60%', time: { lognormal: { mean: '5 min', cv: 0.8 } } },
    plan: { share: '40%', time: { fixed: '9 min' } },
  },
  counters: { desk: { count: 1, skills: ['pay', 'plan'], open: { usual: { '09:00': 1 } } } },
});
const model = compile(scenario);

function visitsOf(columns: Parameters<typeof replayDemand>[1], replication = 0): VisitRecord[] {
  const demand = replayDemand(model, columns, { seed: 'replay', replication });
  return [...visitRecords(model, demand, runDay(model, demand))];
}

test('given rows come when they say, for what they say, in order of time, and keep the number of their row', () => {
  const visits = visitsOf({
    arrivedAt: [600, 545, 545],
    service: ['pay', 'plan', 'pay'],
    customer: ['vip', 'general', 'general'],
  });
  expect(
    visits.map(({ demand, source, arrived, service, customer }) => ({
      demand,
      source,
      arrived,
      service,
      customer,
    })),
  ).toEqual([
    { demand: 'row/2', source: 'row', arrived: 545, service: 'plan', customer: 'general' },
    { demand: 'row/3', source: 'row', arrived: 545, service: 'pay', customer: 'general' },
    { demand: 'row/1', source: 'row', arrived: 600, service: 'pay', customer: 'vip' },
  ]);
});

test('a given time at the counter is taken, a missing one is drawn, and a given patience ends a wait', () => {
  const visits = visitsOf({
    arrivedAt: [540, 541, 542],
    service: ['pay', 'pay', 'plan'],
    counterTime: [20, 3, NaN],
    patience: [NaN, 4, Infinity],
  });
  expect(visits.map(({ start, end, left, outcome }) => [outcome, start, end, left])).toEqual([
    ['served', 540, 560, 560],
    ['abandoned', null, null, 545],
    ['served', 560, 569, 569],
  ]);
});

test('what is not given is drawn, from an address of the row alone', () => {
  const times = Array.from({ length: 200 }, (_, i) => 540 + i);
  const all = visitsOf({ arrivedAt: times });
  const few = visitsOf({ arrivedAt: times.slice(0, 100) });
  const who = ({ demand, service, customer }: VisitRecord): string[] => [demand, service, customer];
  expect(all.slice(0, 100).map(who)).toEqual(few.map(who));
  expect(new Set(all.map(({ customer }) => customer))).toEqual(new Set(['general', 'vip']));
  expect(visitsOf({ arrivedAt: times }, 1).map(who)).not.toEqual(all.map(who));
});

test('nobody comes while the hall is closed in between', () => {
  const hours = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ];
  const lunch = compile({ ...scenario, day: { hours } } as Scenario);
  const replay = (time: number): unknown =>
    replayDemand(lunch, { arrivedAt: [time] }, { seed: 'replay' });
  expect(() => replay(720)).toThrow('from 540 to before 720 or from 780 to before 1020');
  expect(replay(780)).toMatchObject({ length: 1 });
});

test('everything wrong with the rows is said at once', () => {
  const wrong = (): unknown =>
    replayDemand(
      model,
      { arrivedAt: [100, NaN, 780], service: ['pay', 'tea', null], patience: [-1, 5] },
      { seed: 'replay' },
    );
  const told = [
    'patience has 2 rows, arrivedAt has 3',
    'arrivedAt of row 1 is 100: give minutes since midnight from 540 to before 780',
    'arrivedAt of row 2 is NaN',
    'service of row 2 is "tea": there are pay, plan',
    'arrivedAt of row 3 is 780',
    'patience of row 1 is -1',
  ];
  for (const part of told) expect(wrong).toThrow(part);
});
