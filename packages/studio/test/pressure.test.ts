import { type Summary, simulate } from '@hallsim/experiment';
import { parseScenario, type Scenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import { openings } from '../src/document/openings.js';
import { oneMore, pressureOf } from '../src/document/pressure.js';

/** A hall with two lines: `quick` as given, `slow` with idle counters unless told otherwise. */
function hall(open: Record<string, number>, count = 3, slow = 8): Scenario {
  const parsed = parseScenario(
    JSON.stringify({
      format: 'service-hall/1',
      day: { opens: '09:00', closes: '12:00' },
      demand: { arrivals: { '09:00': '60 per hour' } },
      customers: { all: { share: '100%' } },
      services: {
        quick: { share: '90%', time: { fixed: '4 min' } },
        slow: { share: '10%', time: { fixed: '1 min' } },
      },
      counters: {
        quick: { count, skills: ['quick'], open: { usual: open } },
        slow: { count: 8, skills: ['slow'], open: { usual: { '09:00': slow } } },
      },
    }),
  );
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message.en);
  return parsed.scenario;
}
const run = (scenario: Scenario): Promise<Summary> =>
  simulate(scenario, { replications: 20, seed: 'pressure' });

test('a group with no end of work is named, though other counters stand idle', async () => {
  const scenario = hall({ '09:00': 1 });
  const summary = await run(scenario);
  const pressure = pressureOf(summary);
  expect(pressure).toEqual({ kind: 'busy', from: '09:00', to: '12:00', group: 'quick' });
  const remedy = pressure && oneMore(pressure, openings(scenario, null), summary);
  expect(remedy).toEqual({ group: 'quick', values: [2, 2, 2, 2, 2, 2] });
});

test('a group whose counters are all open has no remedy', async () => {
  const scenario = hall({ '09:00': 1 }, 1);
  const summary = await run(scenario);
  const pressure = pressureOf(summary);
  expect(pressure?.group).toBe('quick');
  expect(pressure && oneMore(pressure, openings(scenario, null), summary)).toBeNull();
});

test('counters that keep up are no matter', async () => {
  expect(pressureOf(await run(hall({ '09:00': 6 }, 6)))).toBeNull();
});

test('no open counter while people wait is said for that stretch alone', async () => {
  const scenario = hall({ '09:00': 6, '10:00': 0, '11:00': 6 }, 6, 0);
  const summary = await run(scenario);
  const pressure = pressureOf(summary);
  expect(pressure).toEqual({ kind: 'closed', from: '10:00', to: '11:00', group: null });
  const remedy = pressure && oneMore(pressure, openings(scenario, null), summary);
  expect(remedy?.values).toEqual([6, 6, 1, 1, 6, 6]);
});
