import { describe, expect, it } from 'vitest';
import { type Command, type Process, Simulation } from './index.js';

const wrong = (value: unknown): Command => value as Command;

/** Runs one process and returns the message, and the line of this file that it names. */
function told(body: (sim: Simulation) => Process): { message: string; line: number } {
  const sim = new Simulation();
  sim.start(body(sim));
  try {
    sim.run();
  } catch (error) {
    const { message } = error as Error;
    return { message, line: Number(/wrong-yield\.test\.ts:(\d+):/.exec(message)?.[1] ?? NaN) };
  }
  throw new Error('nothing was thrown');
}

/** The line of this file it is called from. */
function here(): number {
  return Number(/wrong-yield\.test\.ts:(\d+)/.exec(new Error().stack!.split('\n')[2]!)![1]);
}

describe('a wrong yield', () => {
  it('names the line of the next call into the simulation', () => {
    let line = NaN;
    const { message, line: named } = told(function* customer(sim) {
      yield sim.hold(1);
      line = here();
      yield wrong(5);
      yield sim.hold(1);
    });
    expect(message).toMatch(/^At 1, process 0: it yielded 5, just before .*customer/);
    expect(named).toBe(line + 2);
  });

  it('names the line of its own if the process cannot bear the answer', () => {
    let line = NaN;
    const { line: named } = told(function* () {
      line = here();
      ((yield wrong(undefined)) as unknown as { on: () => void }).on();
    });
    expect(named).toBe(line + 1);
  });

  it('says that it was the last one where nothing comes behind it that has a line', () => {
    const { message } = told(function* () {
      yield wrong('soon');
    });
    expect(message).toMatch(/it yielded "soon", at its last yield/);
  });

  it('says so where no line can be known', () => {
    const { message } = told(function* () {
      yield wrong('soon');
      yield wrong('later');
    });
    expect(message).toMatch(/it yielded "soon", at an unknown line/);
  });

  it.each<[string, (sim: Simulation) => unknown, RegExp]>([
    ['a resource', (sim) => sim.resource('desk'), /an object named "desk"/],
    // eslint-disable-next-line @typescript-eslint/unbound-method -- that is the mistake
    ['a command that was not called', (sim) => sim.hold, /the function hold itself/],
    ['nothing', () => undefined, /undefined/],
    ['null', () => null, /null/],
    [
      'a generator',
      (sim) => sim.store('shelf').take(),
      /a generator, which is for yield\* or for start/,
    ],
  ])('of %s says what it was', (_, value, words) => {
    const { message } = told(function* (sim) {
      yield wrong(value(sim));
    });
    expect(message).toMatch(words);
    expect(message).toMatch(/yield what hold, request and the like return/);
  });

  it('of a command that was yielded before says so', () => {
    const { message } = told(function* (sim) {
      const token = sim.hold(1);
      yield token;
      yield token;
    });
    expect(message).toMatch(/^At 1, process 0: it yielded a command for the second time/);
  });

  it('lets the finally blocks run, gives back what is held, and ends the process', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    let cleaned = 0;
    const handle = sim.start(function* () {
      yield desk.request();
      try {
        yield wrong(5);
        yield sim.hold(1);
      } finally {
        desk.release();
        cleaned++;
      }
    });
    expect(() => sim.run()).toThrow(/it yielded 5/);
    expect([cleaned, desk.busy, handle.state]).toEqual([1, 0, 'failed']);
    expect(sim.run()).toBe('empty');
    expect(sim.now).toBe(0);
  });

  it('ends a process that catches everything, too', () => {
    const sim = new Simulation();
    const handle = sim.start(function* () {
      for (;;) {
        try {
          yield wrong(5);
          yield sim.hold(1);
        } catch {
          yield sim.hold(1);
        }
      }
    });
    expect(() => sim.run()).toThrow(/it yielded 5/);
    expect(handle.state).toBe('failed');
    expect(sim.run()).toBe('empty');
    expect(sim.now).toBe(0);
  });
});
