import { describe, expect, it } from 'vitest';
import { fixed, Interrupted, type Process, type Resource, Simulation } from './index.js';

/** Asks for the desk, works, and releases in every case, as SimPy's `with` does. */
function* careful(sim: Simulation, desk: Resource, seen: string[]): Process {
  try {
    yield desk.request({ priority: 2 });
    try {
      yield sim.hold(10);
      seen.push(`done ${sim.now}`);
    } finally {
      desk.release();
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    seen.push(`interrupted ${sim.now}, ${error.remaining} to go`);
  }
}

function* important(sim: Simulation, desk: Resource): Process {
  yield sim.hold(4);
  yield desk.serve(3, { priority: 1 });
}

describe('a release in a finally block', () => {
  it('does nothing after the units were taken away, and lets the interrupt through', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    const seen: string[] = [];
    sim.start(careful(sim, desk, seen));
    sim.start(important(sim, desk));
    sim.run({ until: 5 });
    expect(seen).toEqual(['interrupted 4, 6 to go']);
    expect(desk.busy).toBe(1); // by the important one, whose unit was not released
    sim.run();
    expect([sim.now, desk.busy]).toEqual([7, 0]);
  });

  it('does nothing after a cut of the capacity or a breakdown, either', () => {
    const sim = new Simulation();
    const seen: string[] = [];
    const cut = sim.resource('cut', {
      schedule: [
        [0, 1],
        [3, 0],
      ],
      rule: 'interrupt',
    });
    const press = sim.resource('press', {
      breakdowns: { up: fixed(6), repair: fixed(1), rule: 'lose' },
    });
    sim.start(careful(sim, cut, seen));
    sim.start(careful(sim, press, seen));
    sim.run({ until: 9 });
    expect(seen).toEqual(['interrupted 3, 7 to go', 'interrupted 6, 4 to go']);
    expect([cut.busy, press.busy]).toEqual([0, 0]);
  });

  it('does nothing in a process that is interrupted or cancelled while its hold is stopped', () => {
    for (const treatment of ['interrupt', 'cancel'] as const) {
      const sim = new Simulation();
      const desk = sim.resource('desk', { line: 'preemptive' });
      const seen: string[] = [];
      const handle = sim.start(function* () {
        yield desk.request({ priority: 2, onPreempt: 'resume' });
        try {
          yield sim.hold(10);
        } catch (error) {
          seen.push(`${(error as Interrupted).remaining} to go`);
        } finally {
          desk.release();
          seen.push(`out ${sim.now}`);
        }
      });
      sim.start(important(sim, desk));
      sim.schedule(
        5,
        sim.on('call', () => handle[treatment]()),
      );
      sim.run();
      expect(seen).toEqual(treatment === 'cancel' ? ['out 5'] : ['6 to go', 'out 5']);
      expect([desk.busy, desk.waiting, sim.now]).toEqual([0, 0, 7]);
    }
  });

  it('releases after an interrupt that left the units', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const seen: string[] = [];
    const handle = sim.start(careful(sim, desk, seen));
    sim.schedule(
      5,
      sim.on('call', () => handle.interrupt()),
    );
    sim.run();
    expect(seen).toEqual(['interrupted 5, 5 to go']);
    expect(desk.busy).toBe(0);
  });

  it('lets try again who lost the units, each try with a release of its own', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    const seen: string[] = [];
    sim.start(function* () {
      for (let left = 10; left > 0; ) {
        yield desk.request({ priority: 2 });
        try {
          yield sim.hold(left);
          left = 0;
        } catch (error) {
          left = (error as Interrupted).remaining;
          seen.push(`${left} to go`);
        } finally {
          desk.release();
        }
      }
      seen.push(`done ${sim.now}`);
    });
    sim.start(important(sim, desk));
    sim.run();
    expect(seen).toEqual(['6 to go', 'done 13']);
    expect(desk.busy).toBe(0);
  });
});

describe('a release of nothing', () => {
  it('is an error again once the process that lost its units has asked for others', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    sim.start(function* () {
      yield desk.request({ priority: 2 });
      try {
        yield sim.hold(10);
      } catch {
        yield desk.request({ priority: 2 });
      }
      desk.release();
      desk.release();
    });
    sim.start(important(sim, desk));
    expect(() => sim.run()).toThrow(/At 7, process 0: it releases "desk", but holds nothing of it/);
  });

  it('is an error in a process that lost units of another resource', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    const other = sim.resource('other');
    sim.start(function* () {
      yield desk.request({ priority: 2 });
      try {
        yield sim.hold(10);
      } finally {
        other.release();
      }
    });
    sim.start(important(sim, desk));
    expect(() => sim.run()).toThrow(/it releases "other", but holds nothing of it/);
  });
});

describe('a release of some units', () => {
  it('gives these to who waits, and leaves the others', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { capacity: 3 });
    const seen: string[] = [];
    sim.start(function* () {
      yield desk.request({ units: 3 });
      yield sim.hold(2);
      desk.release(1);
      seen.push(`${sim.now}: ${desk.busy} busy`);
      yield sim.hold(3);
      desk.release();
    });
    sim.start(function* () {
      yield desk.request();
      seen.push(`${sim.now}: ${desk.busy} busy, one granted`);
      yield sim.hold(9);
      desk.release();
    });
    sim.run({ until: 6 });
    expect(seen).toEqual(['2: 3 busy', '2: 3 busy, one granted']);
    expect([desk.busy, desk.free]).toEqual([1, 2]);
  });
});
