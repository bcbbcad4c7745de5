import { describe, expect, it } from 'vitest';
import {
  discrete,
  erlang,
  exponential,
  fixed,
  gamma,
  lognormal,
  measured,
  normal,
  type Process,
  Simulation,
  SimulationError,
  uniformBetween,
  weibull,
} from './index.js';

describe('a process that never gives way', () => {
  it('is stopped with its name and the time, and what it held is given back', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    function* restless(): Process {
      yield sim.hold(3);
      for (;;) {
        yield desk.request();
        desk.release();
      }
    }
    sim.start(restless(), { name: 'Ann' });
    sim.start(restless(), { name: 'Bob' });
    const signal = { aborted: false };
    const run = (): unknown => sim.run({ until: 10, signal });
    expect(run).toThrow(SimulationError);
    expect(run).toThrow('At 3, Bob (process 1): it did not wait for 10000000 steps');
    expect([run(), desk.busy, sim.now]).toEqual(['until', 0, 10]);
  });
});

describe('refused is', () => {
  it.each([0, -1])(
    'a time to breakdowns of mean %d, with which the clock would stand still',
    (at) => {
      const up = at === 0 ? fixed(0) : discrete([[at, 1]]);
      expect(() =>
        new Simulation().resource('press', { breakdowns: { up, repair: fixed(0) } }),
      ).toThrow(`breakdowns of press.up is ${at}: give a mean above 0`);
    },
  );

  it('a rule that there is not, of breakdowns, of a schedule and of a change of capacity', () => {
    const sim = new Simulation();
    const rule = 'foo' as 'finish';
    const up = exponential(1);
    expect(() => sim.resource('press', { breakdowns: { up, repair: up, rule } })).toThrow(
      /rule of "breakdowns of press" is "foo": there are resume, restart, lose, finish/,
    );
    const wrong = /rule of "desk" is "foo": there are finish, hand-over, interrupt/;
    expect(() => sim.resource('desk', { schedule: [[5, 1]], rule })).toThrow(wrong);
    expect(() => sim.resource('desk', { rule: 'interrupt' })).toThrow(
      /rule of "desk" is "interrupt": it has no effect without schedule/,
    );
    const desk = sim.resource('desk');
    expect(() => desk.setCapacity(2, rule)).toThrow(wrong);
    expect(desk.capacity).toBe(1);
  });

  it('what should become of the preempted and is not known, by command', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const seen: string[] = [];
    sim.start(function* () {
      for (const ask of [
        () => desk.request({ onPreempt: 'lose' as 'resume' }),
        () => desk.serve(1, { onPreempt: 'interrupt' as 'resume' }),
      ]) {
        try {
          yield ask();
        } catch (error) {
          seen.push((error as RangeError).message);
        }
      }
    });
    sim.run();
    expect(seen).toEqual([
      'onPreempt of "desk" is "lose": there are interrupt, resume.',
      'onPreempt of "desk" is "interrupt": there are resume, restart, lose.',
    ]);
  });

  it.each([2 ** 32, -1, 1.5, NaN, '1' as unknown as number])('replication %s', (replication) => {
    expect(() => new Simulation({ replication })).toThrow(/a whole number from 0 to 4294967295/);
    expect(() => new Simulation({ replication: 2 ** 32 - 1 })).not.toThrow();
  });
});

describe('a move', () => {
  it('is refused to who waits for more units than there are, but not to a closed counter', () => {
    const sim = new Simulation();
    const from = sim.resource('from', { capacity: 0 });
    const small = sim.resource('small');
    const closed = sim.resource('closed', { capacity: 0 });
    const breakdowns = { up: fixed(9), repair: fixed(1) };
    const numbered = sim.resource('numbered', { capacity: 3, breakdowns });
    const pair = sim.start(function* () {
      yield from.request({ units: 2 });
    });
    sim.run({ until: 1 });
    expect([from.move(pair, small), from.move(pair, numbered), from.waiting]).toEqual([
      false,
      false,
      1,
    ]);
    expect([from.move(pair, closed), from.waiting, closed.waiting]).toEqual([true, 0, 1]);
  });
});

describe('a move to a full line', () => {
  it('is refused, and is none to a server that is free though there are no places in line', () => {
    const sim = new Simulation();
    const from = sim.resource('from', { capacity: 0 });
    const full = sim.resource('full', { limit: 1 });
    const free = sim.resource('free', { limit: 0 });
    const waits = (desk: typeof from) =>
      sim.start(function* () {
        yield desk.serve(5);
      });
    const one = waits(from);
    waits(full);
    waits(full);
    sim.run({ until: 1 });
    expect([from.move(one, full), from.waiting, full.waiting]).toEqual([false, 1, 1]);
    expect([from.move(one, free), from.waiting, free.busy]).toEqual([true, 0, 1]);
  });
});

describe('a spread', () => {
  const text = '4' as unknown as number;

  it.each([
    () => exponential(text),
    () => fixed(text),
    () => erlang(text, 2),
    () => gamma(1, text),
    () => normal(text, 1),
    () => uniformBetween(text, text),
    () => measured([text]),
    () => discrete([[1, text]]),
  ])('takes no texts for numbers: %s', (make) => {
    expect(make).toThrow(/^[a-z]+ spreads need .*, not 4/);
  });

  it('has no cv so small or so large that its law is lost', () => {
    for (const cv of [1e-9, 1e300]) {
      expect(() => weibull(1, cv)).toThrow(
        /weibull spreads need a cv from 0.0013 to 370000, not 1e/,
      );
    }
    expect(() => lognormal(1, 1e300)).toThrow('need a cv of at most 1e150, not 1e+300');
  });
});
