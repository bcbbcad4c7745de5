import { describe, expect, test } from 'vitest';
import { Calendar, type EventHandle, type EventKind, type TraceRecord } from '@hallsim/kernel';

/** A calendar whose events note their time and entity. */
function noting(start?: number) {
  const calendar = new Calendar(start);
  const notes: [time: number, entity: number][] = [];
  const note = calendar.on('note', (entity) => notes.push([calendar.now, entity]));
  return { calendar, notes, note };
}

describe('order', () => {
  test('events happen by time, at one time by rank, at one rank in the order of scheduling', () => {
    const { calendar, notes, note } = noting();
    calendar.schedule(2, note, 1);
    calendar.schedule(1, note, 2);
    calendar.schedule(1, note, 3);
    calendar.schedule(1, note, 4, -1);
    calendar.post(1, note, 5);
    calendar.scheduleAt(1, note, 6);
    expect(calendar.run()).toBe('empty');
    expect(notes.map(([, entity]) => entity)).toEqual([4, 2, 3, 5, 6, 1]);
  });

  test('what is to happen at once happens before any other event of the instant, first in, first out', () => {
    const { calendar, notes, note } = noting();
    const nested = calendar.on('nested', (entity) => {
      notes.push([calendar.now, entity]);
      calendar.atOnce(note, entity + 2);
    });
    const start = calendar.on('start', () => {
      calendar.schedule(0, note, 90, -1);
      for (let entity = 0; entity < 2; entity++) calendar.atOnce(nested, entity);
    });
    calendar.schedule(1, start);
    calendar.schedule(1, note, 91);
    calendar.run();
    expect(notes.map(([, entity]) => entity)).toEqual([0, 1, 2, 3, 90, 91]);
  });

  test('an event scheduled without delay comes after those of its rank that are due already', () => {
    const { calendar, notes, note } = noting();
    calendar.schedule(
      1,
      calendar.on('first', () => calendar.schedule(0, note, 2)),
    );
    calendar.schedule(1, note, 1);
    calendar.run();
    expect(notes.map(([, entity]) => entity)).toEqual([1, 2]);
  });

  test('a cancelled event does not happen, also when it is cancelled in its own instant', () => {
    const { calendar, notes, note } = noting();
    const handles: EventHandle[] = [];
    const cancel = calendar.on('cancel', (entity) => {
      expect(calendar.isPending(handles[entity]!)).toBe(true);
      expect(calendar.cancel(handles[entity]!)).toBe(true);
      expect(calendar.isPending(handles[entity]!)).toBe(false);
      expect(calendar.cancel(handles[entity]!)).toBe(false);
    });
    calendar.schedule(1, cancel, 0);
    for (let entity = 0; entity < 3; entity++) handles.push(calendar.schedule(1, note, entity));
    expect(calendar.pending).toBe(4);
    calendar.run();
    expect(notes.map(([, entity]) => entity)).toEqual([1, 2]);
    expect(handles.map((handle) => calendar.cancel(handle))).toEqual([false, false, false]);
  });

  test('an event cannot cancel itself: it has happened', () => {
    const calendar = new Calendar();
    const answers: boolean[] = [];
    const own = calendar.on('own', () => answers.push(calendar.cancel(handle)));
    const handle = calendar.schedule(1, own);
    calendar.run();
    expect(answers).toEqual([false]);
  });
});

describe('run', () => {
  test('the horizon is half-open: what is due exactly then is the first thing of the next run', () => {
    const { calendar, notes, note } = noting();
    for (const time of [1, 2, 3]) calendar.scheduleAt(time, note, time);
    expect([calendar.run({ until: 2 }), calendar.now, notes]).toEqual(['until', 2, [[1, 1]]]);
    expect([calendar.run({ until: 2 }), notes.length, calendar.nextTime]).toEqual(['until', 1, 2]);
    expect([calendar.run({ until: 2.5 }), calendar.now, notes.length]).toEqual(['until', 2.5, 2]);
    expect([calendar.run(), calendar.now, notes.length]).toEqual(['empty', 3, 3]);
    expect([calendar.run({ until: 9 }), calendar.now, calendar.nextTime]).toEqual([
      'until',
      9,
      Infinity,
    ]);
  });

  test('what is to happen at once is left for the next run when the clock stands at the horizon', () => {
    const { calendar, notes, note } = noting(5);
    calendar.atOnce(note, 1);
    expect([calendar.run({ until: 5 }), notes.length, calendar.nextTime]).toEqual(['until', 0, 5]);
    expect([calendar.run({ until: 6 }), notes]).toEqual(['until', [[5, 1]]]);
  });

  test('a number of events may be asked for; step is a run of one', () => {
    const { calendar, notes, note } = noting();
    for (const time of [1, 2, 3, 4]) calendar.scheduleAt(time, note, time);
    expect([calendar.run({ events: 2 }), notes.length, calendar.now]).toEqual(['events', 2, 2]);
    expect([calendar.run({ events: 0 }), notes.length]).toEqual(['events', 2]);
    expect([calendar.step(), calendar.step(), calendar.step(), calendar.now]).toEqual([
      true,
      true,
      false,
      4,
    ]);
  });

  test('a number of customers gone may be asked for, counted from the call', () => {
    const calendar = new Calendar();
    const leave = calendar.on('leave', (customers) => calendar.depart(customers));
    for (const customers of [1, 0, 3, 1, 1]) calendar.schedule(calendar.pending, leave, customers);
    expect([calendar.run({ customers: 2 }), calendar.departed]).toEqual(['customers', 4]);
    expect([calendar.run({ customers: 1 }), calendar.departed]).toEqual(['customers', 5]);
    expect([calendar.run({ customers: 9 }), calendar.departed]).toEqual(['empty', 6]);
  });

  test('the first limit that is reached ends it', () => {
    const { calendar, notes, note } = noting();
    for (let time = 1; time < 9; time++) calendar.scheduleAt(time, note, time);
    expect([calendar.run({ until: 3, events: 5 }), notes.length]).toEqual(['until', 2]);
    expect([calendar.run({ until: 9, events: 5 }), notes.length]).toEqual(['events', 7]);
  });

  test('the model may stop it after the present event; the next run goes on', () => {
    const { calendar, notes, note } = noting();
    const stop = calendar.on('stop', () => {
      calendar.atOnce(note, 1);
      calendar.stop();
    });
    calendar.schedule(1, stop);
    expect([calendar.run(), notes, calendar.pending]).toEqual(['stopped', [], 1]);
    expect([calendar.run(), notes]).toEqual(['empty', [[1, 1]]]);
    calendar.stop();
    calendar.schedule(1, note, 2);
    expect([calendar.run(), notes.length]).toEqual(['empty', 2]);
  });

  test('an abort signal ends it within 1,024 events, before the first if it was aborted already', () => {
    const calendar = new Calendar();
    const controller = new AbortController();
    let happened = 0;
    const tick: EventKind = calendar.on('tick', () => {
      if (++happened === 1_500) controller.abort();
      calendar.schedule(1, tick);
    });
    calendar.schedule(1, tick);
    expect(calendar.run({ signal: controller.signal })).toBe('aborted');
    expect(happened).toBe(2_048);
    expect([calendar.run({ signal: controller.signal }), happened]).toEqual(['aborted', 2_048]);
    expect([calendar.run({ events: 2 }), happened]).toEqual(['events', 2_050]);
  });

  test('without events it moves the clock to the horizon, or nowhere', () => {
    const calendar = new Calendar(7);
    expect([calendar.run(), calendar.now, calendar.step(), calendar.now]).toEqual([
      'empty',
      7,
      false,
      7,
    ]);
    expect([calendar.run({ until: Infinity }), calendar.now]).toEqual(['empty', 7]);
    expect([calendar.run({ until: 8 }), calendar.now]).toEqual(['until', 8]);
  });
});

describe('trace', () => {
  test('shows every event before it happens, with its name, and what happens at once as such', () => {
    const { calendar, notes, note } = noting();
    const before: [TraceRecord, number][] = [];
    calendar.trace = (record) => before.push([record, notes.length]);
    calendar.schedule(
      2,
      calendar.on('door', () => calendar.atOnce(note, 8)),
      7,
    );
    calendar.run();
    expect(before).toEqual([
      [{ time: 2, event: 'door', entity: 7, atOnce: false }, 0],
      [{ time: 2, event: 'note', entity: 8, atOnce: true }, 0],
    ]);
  });

  test('may be switched on and off by the model', () => {
    const { calendar, note } = noting();
    const seen: number[] = [];
    const toggle = calendar.on('toggle', (on) => {
      calendar.trace = on === 1 ? ({ time }) => seen.push(time) : undefined;
    });
    for (const time of [1, 3, 5]) calendar.scheduleAt(time, note);
    calendar.scheduleAt(2, toggle, 1);
    calendar.scheduleAt(4, toggle, 0);
    calendar.run();
    expect(seen).toEqual([3, 4]);
  });
});

test('two calendars have nothing in common: a handler may run another one', () => {
  const outer = noting();
  const inner = noting(100);
  inner.calendar.schedule(1, inner.note, 1);
  const run = outer.calendar.on('run', () => inner.calendar.run());
  outer.calendar.schedule(1, run);
  expect([outer.calendar.run(), outer.calendar.now, inner.notes]).toEqual(['empty', 1, [[101, 1]]]);
});
