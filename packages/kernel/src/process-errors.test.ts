import { describe, expect, it } from 'vitest';
import { type Process, Simulation, SimulationError } from './index.js';

/** What running throws. */
function failure(sim: Simulation): SimulationError {
  try {
    sim.run();
  } catch (error) {
    if (error instanceof SimulationError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The message of what running one process throws. */
function complaint(body: (sim: Simulation) => Process): string {
  const sim = new Simulation();
  sim.start(body(sim), { name: 'Ann' });
  return failure(sim).message;
}

describe('an error in a process', () => {
  it('says when and in which process, keeps the cause, and the simulation can go on', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const cause = new TypeError('no such form');
    const seen: number[] = [];
    const clerk = sim.start(function* clerk() {
      yield desk.request();
      yield sim.hold(3);
      throw cause;
    });
    sim.start(function* next() {
      yield desk.request();
      seen.push(sim.now);
      yield sim.hold(1);
      desk.release();
    });
    sim.start(function* boss() {
      yield clerk;
      seen.push(sim.now);
    });
    const error = failure(sim);
    expect(error.message).toBe('At 3, clerk (process 0): no such form. The simulation can go on.');
    expect(error).toMatchObject({ time: 3, where: 'clerk (process 0)', cause, canGoOn: true });
    expect(clerk.state).toBe('failed');
    expect(sim.run()).toBe('empty');
    expect(seen).toEqual([3, 3]);
    expect([sim.now, desk.busy]).toEqual([4, 0]);
  });

  it('may be anything that can be thrown', () => {
    expect(
      complaint(function* (sim) {
        yield sim.hold(1);
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- people do
        throw 'a text';
      }),
    ).toBe('At 1, Ann (process 0): a text. The simulation can go on.');
  });
});

describe('refused with a clear error, in the process that does it,', () => {
  it.each([-1, NaN, Infinity, -Infinity])('is a hold of %d', (time) => {
    expect(
      complaint(function* (sim) {
        yield sim.hold(time);
      }),
    ).toContain(
      `At 0, Ann (process 0): time of hold is ${time}: give a finite number of at least 0.`,
    );
  });

  it('is a command that is not yielded, before the next one and at the end', () => {
    expect(
      complaint(function* (sim) {
        sim.hold(1);
        yield sim.hold(2);
      }),
    ).toMatch(/At 0, .*: hold was called, but the command before it was never yielded/);
    expect(
      complaint(function* (sim) {
        yield sim.hold(1);
        sim.hold(2);
      }),
    ).toMatch(/At 1, .*: it ended with a command that was called but not yielded/);
  });

  it('is a yield* of a command, with the way out; what else has the wrong type is not taken for one', () => {
    expect(
      complaint(function* (sim) {
        yield* sim.hold(1) as unknown as Process;
      }),
    ).toMatch(/^At 0, .*itera.* \(yield a command, not yield\*\)/);
    expect(
      complaint(function* (sim) {
        yield sim.any(sim.hold(1) as never, sim.timeout(2));
      }),
    ).toMatch(/^At 0, .*any takes signals, [^*]*$/);
  });

  it('is a command that is not yielded before something else is', () => {
    expect(
      complaint(function* (sim) {
        sim.hold(1);
        yield sim.timeout(2);
      }),
    ).toMatch(/a command was called, but an object was yielded/);
  });

  it('is a release without a request, or of more than was asked for', () => {
    expect(
      complaint(function* (sim) {
        yield sim.hold(1);
        sim.resource('desk').release();
      }),
    ).toMatch(/it releases "desk", but holds nothing of it/);
    expect(
      complaint(function* (sim) {
        const desk = sim.resource('desk', { capacity: 3 });
        yield desk.request({ units: 2 });
        desk.release(3);
      }),
    ).toMatch(/units of "desk" is 3: the latest request was for 2/);
  });

  it('is a second release of the same units', () => {
    expect(
      complaint(function* (sim) {
        const desk = sim.resource('desk');
        yield desk.request();
        desk.release();
        desk.release();
      }),
    ).toMatch(/it releases "desk", but holds nothing of it/);
  });

  it('is an end while units are held, which are given back', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { capacity: 3 });
    sim.start(function* forgetful() {
      yield desk.request({ units: 2 });
      yield sim.hold(1);
    });
    expect(failure(sim).message).toMatch(
      /At 1, forgetful \(process 0\): it ended while it held 2 of "desk"/,
    );
    expect(desk.busy).toBe(0);
  });

  it('is a wait for its own end or for a thing of another simulation', () => {
    const sim = new Simulation();
    const self = sim.start(function* (): Process {
      yield self;
    });
    expect(() => sim.run()).toThrow(/it waits for its own end/);
    expect(
      complaint(function* () {
        yield new Simulation().signal();
      }),
    ).toMatch(/a thing of another simulation/);
  });
});

describe('a wrong way to wait', () => {
  it('fails in the process that asked for the service, not in the one that made room', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const seen: string[] = [];
    const cause = new Error('no such form');
    const first = sim.start(function* first() {
      yield desk.serve(2);
      seen.push(`first served ${sim.now}`);
    });
    const second = sim.start(function* second() {
      try {
        yield desk.serve(() => {
          throw cause;
        });
      } finally {
        seen.push(`second out ${sim.now}`);
      }
    });
    sim.start(function* third() {
      yield desk.serve(3);
      seen.push(`third served ${sim.now}`);
    });
    expect(failure(sim)).toMatchObject({ time: 2, where: 'second (process 1)', cause });
    sim.run();
    expect(seen).toEqual(['first served 2', 'second out 2', 'third served 5']);
    expect([first.state, second.state]).toEqual(['ended', 'failed']);
    expect([desk.busy, desk.waiting]).toEqual([0, 0]);
  });

  it('fails in the process that was moved to a free server, whoever moved it', () => {
    const sim = new Simulation();
    const [left, right] = [sim.resource('left'), sim.resource('right')];
    const seen: string[] = [];
    sim.start(function* () {
      yield left.serve(9);
    });
    const moved = sim.start(function* moved() {
      try {
        yield left.serve(() => NaN);
      } catch (error) {
        seen.push((error as Error).message);
        yield left.serve(1);
        seen.push(`served ${sim.now}`);
      }
    });
    sim.start(function* () {
      yield sim.hold(3);
      expect(left.move(moved, right)).toBe(true);
      expect([left.waiting, right.busy]).toEqual([0, 0]);
      yield right.serve(2);
      seen.push(`mover served ${sim.now}`);
    });
    sim.run();
    expect(seen).toEqual([
      'time of a service of "right" is NaN: give a finite number of at least 0.',
      'mover served 5',
      'served 10',
    ]);
    expect(moved.state).toBe('ended');
  });
});

describe('outside any process', () => {
  it('a command is refused, and a start of what is no process', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    expect(() => sim.hold(1)).toThrow(/hold belongs into a process/);
    expect(() => desk.request()).toThrow(/At 0, outside any process: request belongs into/);
    expect(() => desk.release()).toThrow(/release belongs into a process/);
    expect(() => sim.start((() => 5) as unknown as Process)).toThrow(
      /start\(the function without a name itself\): give what a generator function returns/,
    );
    expect(() => sim.start({} as Process)).toThrow(TypeError);
  });
});
