import { describe, expect, it } from 'vitest';
import { Interrupted, type Process, type ProcessHandle, Simulation } from './index.js';

/** Starts a process and lets it be treated at a time. */
function treat(
  sim: Simulation,
  process: () => Process,
  time: number,
  treatment: (handle: ProcessHandle) => void,
): ProcessHandle {
  const handle = sim.start(process);
  sim.schedule(
    time,
    sim.on('treatment', () => treatment(handle)),
  );
  return handle;
}

describe('interrupt', () => {
  it('throws the cause and the time left into a hold, which is then over', () => {
    const sim = new Simulation();
    const seen: unknown[] = [];
    const handle = treat(
      sim,
      function* () {
        try {
          yield sim.hold(10);
        } catch (error) {
          if (!(error instanceof Interrupted)) throw error;
          seen.push(sim.now, error.cause, error.remaining);
          yield sim.hold(error.remaining);
          seen.push(sim.now);
        }
      },
      4,
      (it) => expect(it.interrupt('phone')).toBe(true),
    );
    sim.run();
    expect(seen).toEqual([4, 'phone', 6, 10]);
    expect(handle.state).toBe('ended');
  });

  it('takes a process out of a line, and its place goes to the next', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const served: string[] = [];
    function* customer(name: string): Process {
      try {
        yield desk.request();
      } catch {
        served.push(`${name} left at ${sim.now}`);
        return;
      }
      yield sim.hold(5);
      desk.release();
      served.push(`${name} at ${sim.now}`);
    }
    sim.start(customer('a'));
    treat(
      sim,
      () => customer('b'),
      2,
      (it) => it.interrupt(),
    );
    sim.start(customer('c'));
    sim.run();
    expect(served).toEqual(['b left at 2', 'a at 5', 'c at 10']);
  });

  it('keeps what the process holds', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    treat(
      sim,
      function* () {
        yield desk.request();
        try {
          yield sim.hold(9);
        } catch {
          expect(desk.busy).toBe(1);
          desk.release();
        }
      },
      1,
      (it) => it.interrupt(),
    );
    sim.run();
    expect(desk.busy).toBe(0);
  });

  it('of a process that is about to be woken comes after its news, at its next wait', () => {
    const sim = new Simulation();
    const bell = sim.signal();
    const seen: string[] = [];
    treat(
      sim,
      function* () {
        seen.push(yield bell);
        try {
          yield sim.hold(5);
        } catch {
          seen.push(`interrupted at ${sim.now}`);
        }
      },
      3,
      (it) => {
        bell.fire();
        it.interrupt();
      },
    );
    sim.run();
    expect(seen).toEqual(['happened', 'interrupted at 3']);
  });

  it('several times at one instant is thrown several times', () => {
    const sim = new Simulation();
    const causes: unknown[] = [];
    treat(
      sim,
      function* () {
        for (let i = 0; i < 3; i++) {
          try {
            yield sim.hold(5);
          } catch (error) {
            causes.push((error as Interrupted).cause);
          }
        }
      },
      3,
      (it) => [1, 2, 3].forEach((cause) => it.interrupt(cause)),
    );
    sim.run();
    expect(causes).toEqual([1, 2, 3]);
  });

  it('of a process that is over is refused by false', () => {
    const sim = new Simulation();
    const handle = sim.start(function* () {
      yield sim.hold(1);
    });
    sim.run();
    expect(handle.interrupt()).toBe(false);
    expect(handle.cancel()).toBe(false);
    expect(sim.pending).toBe(0);
  });

  it('of itself is an error in the process', () => {
    const sim = new Simulation();
    const handle = sim.start(function* (): Process {
      yield sim.hold(1);
      handle.interrupt();
    });
    expect(() => sim.run()).toThrow(/At 1, process 0: a process cannot interrupt itself/);
  });

  it('that nobody catches ends the process with an error that says so', () => {
    const sim = new Simulation();
    treat(
      sim,
      function* sleeper() {
        yield sim.hold(10);
      },
      4,
      (it) => it.interrupt('alarm'),
    );
    expect(() => sim.run()).toThrow(
      'At 4, sleeper (process 0): nobody caught: Interrupted with 6 to go: alarm',
    );
  });
});
