import { simulate } from '@hallsim/experiment';
import { parseScenario, openingHours, type Scenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import govHall from '../../../examples/halls/gov-hall.json?raw';
import riverside from '../../../examples/halls/riverside-telecom.json?raw';
import { firstDocument } from '../src/document/built-in-halls.js';
import { openings, withOpenings } from '../src/document/openings.js';
import { oneMore, type Pressure, pressureOf } from '../src/document/pressure.js';
import { linesByGroup } from '../src/simulation/lines-by-group.js';

function parsed(text: string): Scenario {
  const read = parseScenario(text);
  if (!read.ok) throw new Error(read.issues[0]?.message.en);
  return read.scenario;
}

/** A hall with two lines: `quick` as given, `slow` with idle counters. */
const hall = (open: Record<string, number>, count = 3, day: object = {}): Scenario =>
  parsed(
    JSON.stringify({
      format: 'service-hall/1',
      day: { opens: '09:00', closes: '12:00', ...day },
      demand: { arrivals: { '09:00': '60 per hour' } },
      customers: { all: { share: '100%' } },
      services: {
        quick: { share: '90%', time: { fixed: '4 min' } },
        slow: { share: '10%', time: { fixed: '1 min' } },
      },
      counters: {
        quick: { count, skills: ['quick'], open: { usual: open } },
        slow: { count: 8, skills: ['slow'], open: { usual: { '09:00': 8 } } },
      },
    }),
  );

interface Found {
  readonly pressure: Pressure | null;
  readonly remedy: ReturnType<typeof oneMore>;
}

async function look(scenario: Scenario, day: string | null = null): Promise<Found> {
  const request = { id: 1, scenario, variant: null, day, seed: 'first', replications: 20 };
  const lines = await linesByGroup(request, new AbortController().signal);
  if (!lines) throw new Error('the day is too long');
  const open = openings(scenario, day);
  const pressure = pressureOf(lines, open, openingHours(scenario.day).periods);
  return { pressure, remedy: pressure && oneMore(pressure, open) };
}

/** The flagship on a billing day with other general counters: by time of the slot, or all day. */
function flagship(counters: (minute: number, value: number) => number): Scenario {
  const { scenario } = firstDocument();
  const general = openings(scenario, 'billing-day').find(({ group }) => group === 'gen');
  if (!general) throw new Error('the flagship has general counters');
  const values = general.values.map((value, i) => counters(general.slots[i]?.from ?? 0, value));
  return withOpenings(scenario, general, values);
}
const clock = (hours: number, minutes = 0): number => hours * 60 + minutes;

test('a group with no end of work is named all day, though other counters stand idle', async () => {
  const { pressure, remedy } = await look(hall({ '09:00': 1 }));
  expect(pressure).toMatchObject({ kind: 'busy', group: 'quick', from: 540, to: 720 });
  expect(remedy?.group).toBe('quick');
  expect(remedy?.values.at(0)).toBe(2);
});

test('a group whose counters are all open has no remedy', async () => {
  const { pressure, remedy } = await look(hall({ '09:00': 1 }, 1));
  expect(pressure?.group).toBe('quick');
  expect(remedy).toBeNull();
});

test('counters that keep up are no matter', async () => {
  expect((await look(hall({ '09:00': 6 }, 6))).pressure).toBeNull();
  expect(
    (
      await look(
        flagship((_, value) => value),
        'billing-day',
      )
    ).pressure,
  ).toBeNull();
});

test('no open counter while people wait is said for that stretch alone, though it is felt later', async () => {
  const { pressure, remedy } = await look(hall({ '09:00': 6, '10:00': 0, '11:00': 6 }, 6));
  expect(pressure).toMatchObject({ kind: 'closed', group: 'quick', from: 600, to: 660 });
  expect(remedy?.values).toEqual([6, 6, 1, 1, 6, 6]);
});

test('a planned closure hides no overload: the worst hours of a tax day are those of its morning', async () => {
  const { pressure } = await look(parsed(govHall), 'tax-day');
  expect(pressure).toMatchObject({ kind: 'busy', from: clock(9) });
  expect(pressure?.to).toBeLessThanOrEqual(clock(12));
});

test('a closure at noon neither begins nor ends an overload of the whole day', async () => {
  const hours = [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:00' },
  ];
  const day = { opens: undefined, closes: undefined, hours };
  const { pressure } = await look(hall({ '09:00': 1 }, 3, day));
  expect(pressure).toMatchObject({ kind: 'busy', group: 'quick', from: clock(9), to: clock(17) });
});

test('a group that is closed all day is named, not another whose line is long', async () => {
  const { pressure, remedy } = await look(
    flagship(() => 0),
    'billing-day',
  );
  expect(pressure).toMatchObject({ kind: 'closed', group: 'gen', from: clock(9), to: clock(18) });
  expect(remedy).toEqual({ group: 'gen', values: new Array(18).fill(1) });
});

test('too few counters for half an hour are told for that half hour, not for its aftermath', async () => {
  const cut = flagship((minute, value) => (minute === clock(10) ? 5 : value));
  const { pressure, remedy } = await look(cut, 'billing-day');
  expect(pressure).toMatchObject({ kind: 'busy', group: 'gen', from: clock(10) });
  const before = openings(cut, 'billing-day')[0]?.values ?? [];
  const changed = remedy?.values.flatMap((value, i) => (value === before[i] ? [] : [i]));
  expect(changed).toEqual([2]);
});

test('lines by group add up to the people waiting that the chart shows', async () => {
  const scenario = parsed(govHall);
  const run = { seed: 'first', replications: 20, day: 'tax-day' };
  const request = { id: 1, scenario, variant: null, ...run };
  const lines = await linesByGroup(request, new AbortController().signal);
  const { intervals } = await simulate(scenario, run);
  const sums = intervals.map((_, i) =>
    lines!.groups.reduce((sum, { waiting }) => sum + waiting[i]!, 0),
  );
  intervals.forEach(({ waiting }, i) => {
    // looked at once a minute, the chart at every moment
    expect(Math.abs(sums[i]! - waiting.mean)).toBeLessThan(0.2 + 0.03 * waiting.mean);
  });
  expect(Math.max(...sums)).toBeGreaterThan(50);
});

test('counters that work by shifts are told together, with no remedy to press', async () => {
  const { pressure, remedy } = await look(parsed(riverside), 'billing-day');
  expect(pressure).toMatchObject({ kind: 'busy', group: null });
  expect(remedy).toBeNull();
});
