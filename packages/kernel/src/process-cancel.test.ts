import { describe, expect, it } from 'vitest';
import { type Process, type ProcessHandle, Simulation } from './index.js';

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

describe('cancel', () => {
  it('ends a process within the call: finally runs, what it holds is given back, nothing resumes', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { capacity: 3 });
    const seen: string[] = [];
    treat(
      sim,
      function* () {
        yield desk.request({ units: 2 });
        try {
          yield sim.hold(10);
          seen.push('never');
        } finally {
          seen.push(`finally at ${sim.now}, ${desk.busy} busy`);
        }
      },
      4,
      (it) => {
        expect(it.cancel()).toBe(true);
        expect(it.state).toBe('cancelled');
        expect(desk.busy).toBe(0);
        expect(it.cancel()).toBe(false);
      },
    );
    sim.run();
    expect(seen).toEqual(['finally at 4, 2 busy']);
    expect(sim.now).toBe(4);
  });

  it('lets finally release what it holds, and whoever waits gets it', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const seen: number[] = [];
    treat(
      sim,
      function* () {
        yield desk.request();
        try {
          yield sim.hold(10);
        } finally {
          desk.release();
        }
      },
      4,
      (it) => it.cancel(),
    );
    sim.start(function* () {
      yield desk.request();
      seen.push(sim.now);
      desk.release();
    });
    sim.run();
    expect(seen).toEqual([4]);
  });

  it('of a process that has not begun, or waits in a line, or was just granted, loses nothing', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const victims: ProcessHandle[] = [];
    function* customer(): Process {
      yield desk.request();
      yield sim.hold(2);
      desk.release();
      victims.pop()?.cancel();
    }
    const unborn = sim.start(customer);
    unborn.cancel();
    sim.start(customer);
    const waiting = sim.start(customer);
    victims.push(sim.start(customer));
    sim.start(customer);
    sim.schedule(
      1,
      sim.on('cancel', () => waiting.cancel()),
    );
    sim.run();
    expect([sim.now, desk.busy, desk.waiting]).toEqual([4, 0, 0]);
  });

  it('wakes those who wait for the end', () => {
    const sim = new Simulation();
    let at = NaN;
    const handle = treat(
      sim,
      function* () {
        yield sim.hold(10);
      },
      4,
      (it) => it.cancel(),
    );
    sim.start(function* () {
      yield handle;
      at = sim.now;
    });
    sim.run();
    expect(at).toBe(4);
  });

  it('refuses a yield in the finally block, of oneself, and between a command and its yield', () => {
    const sim = new Simulation();
    treat(
      sim,
      function* () {
        try {
          yield sim.hold(10);
        } finally {
          yield sim.hold(1);
        }
      },
      4,
      (it) => it.cancel(),
    );
    const self = sim.start(function* (): Process {
      yield sim.hold(5);
      self.cancel();
    });
    const other = sim.start(function* (): Process {
      yield sim.hold(50);
    });
    sim.start(function* (): Process {
      yield sim.hold(6);
      const token = sim.hold(1);
      other.cancel();
      yield token;
    });
    expect(() => sim.run()).toThrow(/At 4, process 0: .*cannot wait in its finally block/);
    expect(() => sim.run()).toThrow(/At 5, process 1: a process cannot cancel itself/);
    expect(() => sim.run()).toThrow(/At 6, process 3: cancel was called between a command and/);
    expect(sim.run()).toBe('empty');
    expect(sim.now).toBe(50);
  });
});
