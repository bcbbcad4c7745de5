import { describe, expect, test } from 'vitest';
import { clockText, defineScenario, mergePatch, type Scenario } from '@hallsim/scenario';
import { dayOf, hall, type ToldDay } from '../test/hand-made-day.js';
import { CLERK_STATES } from './clerk-state.js';

/** Every half hour of open hall, for ten minutes. */
const failures = { every: { fixed: '30 min' }, lasts: { fixed: '10 min' } };

/** At random, again and again. */
const often = {
  every: { fixed: null, exponential: '20 min' },
  lasts: { fixed: null, exponential: '5 min' },
};

const breaks = (change: object = {}): Scenario =>
  hall(mergePatch({ counters: { desk: { failures } } }, change) as object);

/** What each unit did: `1 serving 9:28`; a star for work beyond the roster. */
function lives({ log: { states } }: Pick<ToldDay, 'log'>): string[] {
  return Array.from({ length: states.length }, (_, i) => {
    const minutes = states.from[i]!;
    const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    return `${states.unit[i]! + 1} ${CLERK_STATES[states.state[i]!]!} ${time}`;
  });
}

/** When a unit was broken. */
function downOf(
  scenario: Scenario,
  unit: number,
  guests: string[] = [],
): { from: number; to: number }[] {
  const { states } = dayOf(scenario, guests).log;
  const own = Array.from({ length: states.length }, (_, i) => i).filter(
    (i) => states.unit[i] === unit,
  );
  return own.flatMap((i, n) =>
    ['down', 'interrupted'].includes(CLERK_STATES[states.state[i]!]!)
      ? [{ from: states.from[i]!, to: states.from[own[n + 1]!] ?? Infinity }]
      : [],
  );
}

describe('a counter that breaks down', () => {
  test('keeps its customer, who is served on after the repair; that time is not busy', () => {
    const day = dayOf(breaks(), ['09:28', '09:31']);
    expect(day.story).toEqual(['desk-1 09:28-09:43', 'desk-1 09:43-09:48']);
    expect(lives(day).slice(1, 5)).toEqual([
      '1 serving 9:28',
      '1 interrupted 9:30',
      '1 serving 9:40',
      '1 serving 9:43',
    ]);
  });

  test('is told to be down whether it is open or not, and else idle while it is open', () => {
    for (const rules of [{}, { queues: 'per-counter' }]) {
      const open = { usual: { '09:00': 0, '09:35': 1, '10:15': 0, '10:45': 1 } };
      const late = breaks({ counters: { desk: { open } }, rules });
      const day = lives(dayOf(late, []));
      // broken 9:30-9:40, 10:10-10:20, 10:50-11:00, 11:30-11:40
      expect(day).toEqual([
        '1 down 9:30',
        '1 idle 9:40',
        '1 down 10:10',
        '1 off 10:20',
        '1 idle 10:45',
        '1 down 10:50',
        '1 idle 11:00',
        '1 down 11:30',
        '1 idle 11:40',
        '1 off 12:00',
      ]);
    }
  });

  test('takes nobody until it works again', () => {
    expect(dayOf(breaks(), ['09:35']).story).toEqual(['desk-1 09:40-09:45']);
  });

  test('ends the service first that ends at that very moment', () => {
    expect(dayOf(breaks(), ['09:25', '09:26']).story).toEqual([
      'desk-1 09:25-09:30',
      // called at 9:30, and the breakdown comes right after it
      'desk-1 09:30-09:45',
    ]);
  });

  test('is not missed while there is another one that works', () => {
    const two = breaks({ counters: { desk: { count: 2, failures: often } } });
    const alone = downOf(two, 0).find(({ from, to }) =>
      downOf(two, 1).every((other) => other.to < from || other.from > to),
    )!;
    const minute = Math.ceil(alone.from);
    expect(minute).toBeLessThan(alone.to);
    const { visits } = dayOf(two, [clockText(minute)]);
    expect(visits[0]).toMatchObject({ start: minute, clerk: 'desk-2' });
  });

  test('has been so for thirty minutes of open hall only: a lunch closure does not count', () => {
    const day = dayOf(
      breaks({
        day: {
          hours: [
            { from: '09:00', to: '09:20' },
            { from: '10:00', to: '12:00' },
          ],
          opens: null,
          closes: null,
        },
      }),
      ['10:08'],
    );
    expect(day.story).toEqual(['desk-1 10:08-10:23']);
  });

  test('is repaired after closing too, for whoever is inside, and does not break down again', () => {
    const late = breaks({ day: { closes: '10:15' } });
    const { story } = dayOf(late, new Array<string>(8).fill('10:12'));
    expect(story[0]).toBe('desk-1 10:20-10:25');
    expect(story[7]).toBe('desk-1 10:55-11:00');
  });

  test('does so whoever comes, and whatever else changes', () => {
    const one = downOf(breaks({ counters: { desk: { failures: often } } }), 0);
    expect(one.length).toBeGreaterThan(3);
    const three = breaks({ counters: { desk: { count: 3, failures: often } } });
    expect(downOf(three, 0, ['09:01', '09:02', '10:00', '10:01', '11:30'])).toEqual(one);
  });
});

describe('clerks at counters that break down', () => {
  const room = (count: number, headcount: number, more: object = {}): Scenario =>
    defineScenario({
      ...hall(),
      counters: { count, failures },
      staff: {
        clerk: { headcount, skills: ['pay'], shift: { from: '09:00', to: '10:35' }, ...more },
      },
    } as Scenario);

  test('wait there with their customer, beyond the shift too', () => {
    const day = dayOf(room(1, 1), ['10:18']);
    // broken 9:30-9:40, 10:10-10:20, and then from 10:50
    expect(day.story).toEqual(['clerk-1 10:20-10:25']);
    const late = dayOf(room(1, 1, { shift: { from: '09:00', to: '09:35' } }), ['09:28']);
    expect(late.story).toEqual(['clerk-1 09:28-09:43']);
    expect([late.log.staffed[0], late.log.overtime[0]]).toEqual([35, 8]);
  });

  test('are staffed and not busy while they wait for the repair', () => {
    const day = dayOf(room(1, 1), []);
    expect(lives(day)).toEqual([
      '1 idle 9:00',
      '1 down 9:30',
      '1 idle 9:40',
      '1 down 10:10',
      '1 idle 10:20',
      '1 off 10:35',
    ]);
    expect(day.log.staffed[0]).toBe(95);
  });

  test('go on a break all the same, and find the counter repaired', () => {
    const tea = { tea: { from: '09:32', length: '4 min' } };
    const day = dayOf(room(1, 1, { breaks: tea }), ['09:33']);
    expect(day.story).toEqual(['clerk-1 09:40-09:45']);
    expect(lives(day).slice(0, 5)).toEqual([
      '1 idle 9:00',
      '1 down 9:30',
      '1 break 9:32',
      '1 no-counter 9:36',
      '1 serving 9:40',
    ]);
  });

  test('hand their customer over at the end of the shift, who is served the rest elsewhere', () => {
    const relay = defineScenario({
      ...room(1, 1, { shift: { from: '09:00', to: '09:35' } }),
      rules: { atShiftEnd: 'hand-over' },
      staff: {
        early: { headcount: 1, skills: ['pay'], shift: { from: '09:00', to: '09:35' } },
        late: { headcount: 1, skills: ['pay'], shift: { from: '09:35', to: '12:00' } },
      },
    });
    const day = dayOf(relay, ['09:28']);
    expect(day.story).toEqual(['late-1 09:28-09:43']);
  });
});

describe('a kiosk that breaks down', () => {
  const kiosks = {
    count: 1,
    services: { pay: { time: { fixed: '4 min' } } },
    failures,
  };

  test('breaks a try off, which has failed: on to the counters', () => {
    const day = dayOf(hall({ kiosks }), ['09:28']);
    expect(day.story).toEqual(['kiosk 09:28-09:30, desk-1 09:30-09:35']);
  });

  test('is not waited for by newcomers who can go to a counter, but by those in its line', () => {
    const day = dayOf(hall({ kiosks }), ['09:28', '09:29', '09:31']);
    expect(day.story).toEqual([
      'kiosk 09:28-09:30, desk-1 09:30-09:35',
      'kiosk 09:40-09:44',
      'desk-1 09:35-09:40',
    ]);
  });

  test('tells how long it was broken while the hall was open', () => {
    const { log } = dayOf(hall({ kiosks, day: { closes: '10:15' } }), []);
    expect(log.kiosksDown).toBe(15);
  });
});
