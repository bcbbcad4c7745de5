import { describe, expect, test } from 'vitest';
import { defineScenario, mergePatch, type Scenario } from '@hallsim/scenario';
import { dayOf, hall, type ToldDay } from '../test/hand-made-day.js';
import { CLERK_STATES } from './clerk-state.js';

/** One counter by the roster and up to two more: one opens when two wait, one closes when nobody does. */
const elastic = (rule: object = {}, change: object = {}): Scenario =>
  hall({
    counters: {
      desk: {
        count: 3,
        elastic: { more: 2, opensWhen: { waiting: 2 }, closesWhen: { waiting: 0 }, ...rule },
      },
    },
    ...change,
  });

/** That hall with other counters by the roster. */
const onRoster = (scenario: Scenario, usual: object): Scenario =>
  defineScenario(mergePatch(scenario, { counters: { desk: { open: { usual } } } }) as Scenario);

/** Counters beyond the roster, from when on: `1 9:02`. */
function extra({ log: { extra: log } }: ToldDay): string[] {
  return Array.from({ length: log.length }, (_, i) => `${log.open[i]} ${clock(log.from[i]!)}`);
}

const clock = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

describe('a counter beyond the roster', () => {
  test('opens at once when so many wait, and closes at the end of a service when few enough do', () => {
    const day = dayOf(elastic(), ['09:00', '09:01', '09:02']);
    expect(day.story).toEqual(['desk-1 09:00-09:05', 'desk-2 09:02-09:07', 'desk-1 09:05-09:10']);
    expect(extra(day)).toEqual(['1 9:02', '0 9:07']);
  });

  test('is not one more than the rule allows, nor than there are', () => {
    const guests = new Array<string>(9).fill('09:00');
    expect(extra(dayOf(elastic(), guests))).toContain('2 9:00');
    expect(extra(dayOf(elastic({ more: 1 }), guests)).map((step) => step[0])).toEqual(['1', '0']);
    const later = onRoster(elastic(), { '09:00': 1, '09:30': 2 });
    const crowd = extra(dayOf(later, new Array<string>(9).fill('09:30')));
    expect(crowd.map((step) => step[0])).toEqual(['1', '0']);
  });

  test('calls when it has been made ready', () => {
    const day = dayOf(elastic({ setUp: '2 min' }), ['09:00', '09:01', '09:01']);
    expect(day.story).toEqual(['desk-1 09:00-09:05', 'desk-2 09:03-09:08', 'desk-1 09:05-09:10']);
    const { states } = day.log;
    const did = Array.from(
      { length: states.length },
      (_, i) =>
        `${states.unit[i]! + 1} ${CLERK_STATES[states.state[i]!]} ${clock(states.from[i]!)}`,
    );
    // which of them it is in the end does not matter: the one with the lowest number takes the next
    expect(did.slice(0, 4)).toEqual([
      '1 serving 9:00',
      '3 setting-up 9:01',
      '3 off 9:03',
      '2 serving 9:03',
    ]);
  });

  test('stays open as long as it has to', () => {
    const day = dayOf(elastic({ staysAtLeast: '10 min' }), ['09:00', '09:01', '09:02', '09:08']);
    // at 9:07 and 9:10 nobody waits, but it has not been ten minutes
    expect(extra(day)).toEqual(['1 9:02', '0 9:13']);
  });

  test('opens for people for each open counter, those that are being made ready counted in', () => {
    const rule = { opensWhen: { waitingPerCounter: 2 }, closesWhen: { waitingPerCounter: 0 } };
    const four = ['09:00', '09:01', '09:01', '09:01', '09:01'];
    const day = dayOf(elastic({ ...rule, setUp: '1 min' }), four);
    expect(extra(day).slice(0, 2)).toEqual(['1 9:02', '2 9:02']);
    expect(
      extra(dayOf(elastic({ ...rule, setUp: '1 min' }), four.slice(0, 4))).slice(0, 1),
    ).toEqual(['1 9:02']);
  });

  test('opens for somebody who has waited long, when the hall looks', () => {
    const rule = { opensWhen: { wait: '3 min' }, every: '2 min' };
    // looks at 9:02, 9:04, …
    const day = dayOf(elastic(rule), ['09:00', '09:00']);
    expect(day.story).toEqual(['desk-1 09:00-09:05', 'desk-2 09:04-09:09']);
    // at 9:06 nobody waits
    expect(extra(day)).toEqual(['1 9:04', '0 9:06']);
  });

  test('that was going to close after its customer stays open when it is wanted again', () => {
    const rule = { more: 1, setUp: '3 min', every: '1 min' };
    const day = dayOf(elastic(rule), ['09:00', '09:00', '09:00', '09:06', '09:06']);
    // nobody waits at 9:05, when both are busy
    expect(extra(day).slice(0, 3)).toEqual(['1 9:04', '0 9:05', '1 9:06']);
    expect(day.story[3]).toBe('desk-2 09:09-09:14');
  });

  test('is staffed while it is open, and works overtime when it finishes a customer after that', () => {
    const day = dayOf(elastic({ every: '3 min' }), ['09:00', '09:01', '09:02']);
    // looks at 9:03: opens, serves 9:03-9:08; at 9:06 nobody waits
    expect(extra(day)).toEqual(['1 9:03', '0 9:06']);
    expect([day.log.staffed[0], day.log.overtime[0]]).toEqual([3, 2]);
  });

  test('closes for a lunch closure, and what is being made ready does not open', () => {
    const lunch = {
      day: {
        hours: [
          { from: '09:00', to: '09:10' },
          { from: '10:00', to: '12:00' },
        ],
        opens: null,
        closes: null,
      },
    };
    const guests = ['09:05', '09:06', '09:07', '09:08', '09:08'];
    const day = dayOf(elastic({ setUp: '2 min' }, lunch), guests);
    // the second would have been ready at 9:10; the rule looks again when the first service of the afternoon ends
    expect(extra(day)).toEqual(['1 9:09', '0 9:10', '1 10:07', '0 10:10']);
  });

  test('stays open after closing for those inside, and none opens any more', () => {
    const late = { day: { closes: '09:10' } };
    const guests = ['09:07', '09:08', '09:09', '09:09', '09:09', '09:09'];
    const day = dayOf(elastic({ more: 1 }, late), guests);
    expect(extra(day)).toEqual(['1 9:09']);
    expect(day.story.at(-1)).toBe('desk-2 09:19-09:24');
    const none = dayOf(elastic({ setUp: '5 min' }, late), guests);
    expect(extra(none)).toEqual([]);
  });

  test('does not close at the very moment of closing, when a service ends and somebody waits', () => {
    const rule = { closesWhen: { waiting: 1 } };
    const late = {
      day: { closes: '09:10' },
      counters: { desk: { open: { usual: { '09:00': 0 } } } },
    };
    const day = dayOf(defineScenario(mergePatch(elastic(rule), late) as Scenario), [
      '09:05',
      '09:05',
    ]);
    expect(day.story).toEqual(['desk-1 09:05-09:10', 'desk-1 09:10-09:15']);
  });

  test('becomes one of the roster when that opens all there are', () => {
    const rising = onRoster(elastic({ staysAtLeast: '1 h' }), { '09:00': 1, '09:20': 3 });
    const day = dayOf(rising, ['09:00', '09:01', '09:02']);
    expect(extra(day)).toEqual(['1 9:02', '0 9:20']);
  });
});
