import { defineScenario, type Scenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import { dayOf, hall, type ToldDay } from '../test/hand-made-day.js';
import { compile } from './compile.js';
import { stateRecords } from './state-record.js';

const told = (scenario: Scenario, { log }: ToldDay): string[] =>
  [...stateRecords(compile(scenario), { replication: 7 }, log)].map(
    ({ clerk, state, rostered, from, to }) =>
      `${clerk} ${state}${rostered ? '' : '*'} ${from}-${to ?? 'end'}`,
  );

test('what clerks did is told interval by interval, each until the next of the same clerk', () => {
  const plain = hall();
  const anna = { headcount: 1, skills: ['pay'], shift: { from: '09:00', to: '10:00' } };
  const scenario = defineScenario({
    ...plain,
    counters: { count: 2 },
    staff: { anna, ben: { ...anna, absent: '100%' } },
  } as Scenario);
  const day = dayOf(scenario, ['09:58']);
  expect(told(scenario, day)).toEqual([
    'ben-1 absent* 540-end',
    'anna-1 idle 540-598',
    'anna-1 serving 598-600',
    'anna-1 serving* 600-603',
    'anna-1 off* 603-end',
  ]);
  const [first] = stateRecords(compile(scenario), { replication: 7 }, day.log);
  expect(first).toMatchObject({ replication: 7, group: 'ben', clerk: 'ben-1' });
});
