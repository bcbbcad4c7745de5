import { describe, expect, test } from 'vitest';
import { Calendar, SimulationError, type EventKind, type RunLimits } from '@hallsim/kernel';

/** A calendar that stands at 5 and has one kind of event, "call". */
function atFive() {
  const calendar = new Calendar(5);
  const calls: number[] = [];
  const call = calendar.on('call', (entity) => calls.push(entity));
  return { calendar, calls, call };
}

function thrownBy(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}

describe('wrong arguments are refused with their value and leave nothing behind', () => {
  const bad: [what: string, act: (calendar: Calendar, call: EventKind) => unknown][] = [
    ['"call" is -1 at 5', (calendar, call) => calendar.schedule(-1, call)],
    ['"call" is NaN at 5', (calendar, call) => calendar.schedule(NaN, call)],
    ['"call" is Infinity at 5', (calendar, call) => calendar.schedule(Infinity, call)],
    [
      '"call" is 4.5, but the clock stands at 5',
      (calendar, call) => calendar.scheduleAt(4.5, call),
    ],
    ['"call" is NaN, but', (calendar, call) => calendar.scheduleAt(NaN, call)],
    ['"call" is Infinity, but', (calendar, call) => calendar.scheduleAt(Infinity, call)],
    ['"call" is -Infinity, but', (calendar, call) => calendar.scheduleAt(-Infinity, call)],
    ['"call" is 4.5, but', (calendar, call) => calendar.post(4.5, call)],
    ['"call" is NaN, but', (calendar, call) => calendar.post(NaN, call)],
    ['"call" is Infinity, but', (calendar, call) => calendar.post(Infinity, call)],
    ['no event kind 2;', (calendar) => calendar.post(6, 2 as EventKind)],
    ['entity -2147483649', (calendar, call) => calendar.post(6, call, -2147483649)],
    ['no event kind 1;', (calendar) => calendar.schedule(1, 1 as EventKind)],
    ['no event kind -1;', (calendar) => calendar.scheduleAt(6, -1 as EventKind)],
    ['no event kind 0.5;', (calendar) => calendar.schedule(1, 0.5 as EventKind)],
    ['no event kind NaN;', (calendar) => calendar.atOnce(NaN as EventKind)],
    ['no event kind undefined;', (calendar) => calendar.atOnce(undefined as never)],
    ['"call" has entity 0.5', (calendar, call) => calendar.schedule(1, call, 0.5)],
    ['entity 2147483648', (calendar, call) => calendar.scheduleAt(6, call, 2147483648)],
    ['"call" has entity NaN', (calendar, call) => calendar.atOnce(call, NaN)],
    ['rank -2147483649;', (calendar, call) => calendar.schedule(1, call, 3, -2147483649)],
    ['rank Infinity;', (calendar, call) => calendar.schedule(1, call, 3, Infinity)],
    ['depart: NaN customers', (calendar) => calendar.depart(NaN)],
    ['depart: -1 customers', (calendar) => calendar.depart(-1)],
    ['depart: 1.5 customers', (calendar) => calendar.depart(1.5)],
    ['depart: 2 customers', (calendar) => calendar.depart('2' as never)],
    ['depart: Infinity customers', (calendar) => calendar.depart(Infinity)],
  ];

  test.each(bad)('%s', (message, act) => {
    const { calendar, calls, call } = atFive();
    const error = thrownBy(() => act(calendar, call));
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toContain(message);
    expect([calendar.pending, calendar.departed, calendar.run(), calls]).toEqual([
      0,
      0,
      'empty',
      [],
    ]);
  });

  test.each<[string, RunLimits]>([
    ['until is 4.9; give a number, not before the clock, which stands at 5', { until: 4.9 }],
    ['until is 9; give a number', { until: '9' as unknown as number }],
    ['until is null; give a number', { until: null as unknown as number }],
    ['run.signal is {}: give an AbortSignal', { signal: new AbortController() as never }],
    ['until is NaN', { until: NaN }],
    ['until is -Infinity', { until: -Infinity }],
    ['events is -1', { events: -1 }],
    ['events is 1.5', { events: 1.5 }],
    ['events is NaN', { events: NaN }],
    ['events is Infinity', { events: Infinity }],
    ['customers is -1', { customers: -1 }],
    ['customers is 0.5', { customers: 0.5 }],
  ])('run: %s', (message, limits) => {
    const { calendar, calls, call } = atFive();
    calendar.schedule(0, call);
    const error = thrownBy(() => calendar.run(limits));
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toContain(message);
    expect([calendar.now, calls]).toEqual([5, []]);
  });

  test.each([NaN, Infinity, -Infinity])('a clock that starts at %s', (start) => {
    expect(() => new Calendar(start)).toThrow(`start at ${start}`);
  });

  test('a delay that is finite but reaches beyond the largest number', () => {
    const { calendar, call } = atFive();
    calendar.schedule(1.7e308, call);
    calendar.run();
    expect(() => calendar.schedule(1.7e308, call)).toThrow('"call" is 1.7e+308 at 1.7e+308');
    expect([calendar.pending, calendar.nextTime]).toEqual([0, Infinity]);
  });
});

describe('what a handler throws', () => {
  test('comes out of run with time, event and entity; the cause is what was thrown', () => {
    const calendar = new Calendar();
    const cause = new TypeError('desk is undefined');
    const fail = calendar.on('sit down', () => {
      throw cause;
    });
    calendar.schedule(2.5, fail, 17);
    const error = thrownBy(() => calendar.run()) as SimulationError;
    expect(error).toBeInstanceOf(SimulationError);
    expect(error.message).toBe(
      'At 2.5, event "sit down" of entity 17: desk is undefined. The simulation can go on.',
    );
    expect({ ...error, cause: error.cause, name: error.name }).toEqual({
      name: 'SimulationError',
      time: 2.5,
      where: 'event "sit down" of entity 17',
      canGoOn: true,
      cause,
    });
  });

  test('ends that event only: the next run goes on with the others', () => {
    const { calendar, calls, call } = atFive();
    const fail = calendar.on('fail', () => {
      calendar.atOnce(call, 1);
      calendar.schedule(1, call, 2);
      throw new Error('no more forms');
    });
    calendar.schedule(1, fail);
    calendar.schedule(1, call, 3);
    expect((thrownBy(() => calendar.run()) as SimulationError).canGoOn).toBe(true);
    expect([calendar.now, calendar.pending, calls]).toEqual([6, 3, []]);
    expect([calendar.run(), calendar.now, calls]).toEqual(['empty', 7, [1, 3, 2]]);
  });

  test.each<[unknown]>([['a text'], [404], [undefined], [null], [Symbol('sign')], [new Error()]])(
    'may be %s',
    (thrown) => {
      const calendar = new Calendar();
      calendar.schedule(
        1,
        calendar.on('fail', () => {
          throw thrown as Error;
        }),
      );
      const error = thrownBy(() => calendar.run());
      expect(error.message).toContain(`At 1, event "fail" of entity 0: ${String(thrown)}. The`);
      expect('cause' in error).toBe(true);
      expect(error.cause).toBe(thrown);
    },
  );

  test('what it did wrong with the calendar is told with its place, too', () => {
    const { calendar, call } = atFive();
    const wrong = calendar.on('wrong', () => calendar.schedule(-2, call));
    calendar.schedule(1, wrong, 3);
    expect(thrownBy(() => calendar.run()).message).toMatch(
      /^At 6, event "wrong" of entity 3: The delay of event "call" is -2 at 6;/,
    );
  });

  test('in a step or in the trace, it is told the same way', () => {
    const { calendar, call } = atFive();
    calendar.trace = () => {
      throw new Error('paper jam');
    };
    calendar.schedule(1, call, 2);
    expect(thrownBy(() => calendar.step()).message).toBe(
      'At 6, event "call" of entity 2: paper jam. The simulation can go on.',
    );
  });
});

test('run inside a run is refused, by the words of the event that tried', () => {
  const { calendar, calls, call } = atFive();
  const again = calendar.on('again', () => calendar.run({ until: 9 }));
  const stepAgain = calendar.on('step again', () => calendar.step());
  calendar.schedule(1, again, 4);
  calendar.schedule(2, stepAgain);
  calendar.schedule(3, call, 8);
  const message =
    'run() was called while the simulation runs; call stop() there. The simulation can go on.';
  expect(thrownBy(() => calendar.run()).message).toBe(
    `At 6, event "again" of entity 4: ${message}`,
  );
  expect(thrownBy(() => calendar.run()).message).toBe(
    `At 7, event "step again" of entity 0: ${message}`,
  );
  expect([calendar.run(), calls]).toEqual(['empty', [8]]);
});

describe('slips of the pen', () => {
  test.each<[unknown, RegExp]>([
    [100, /run is 100: say how far with \{ until: 480 \}/],
    [null, /run is null/],
    [{ end: 100 }, /run\.end is 100: there are until, events/],
  ])('run(%j) says how to write it', (limits, message) => {
    const calendar = new Calendar();
    expect(() => calendar.run(limits as never)).toThrow(message);
  });

  test('a text is no time, and a handler needs a name', () => {
    const calendar = new Calendar();
    const kind = calendar.on('tick', () => undefined);
    expect(() => calendar.schedule('5' as never, kind)).toThrow(/delay of event "tick" is 5/);
    expect(() => calendar.scheduleAt('5' as never, kind)).toThrow(/time of event "tick" is 5/);
    expect(() => calendar.on((() => undefined) as never, undefined as never)).toThrow(
      /name and a handler/,
    );
  });
});
