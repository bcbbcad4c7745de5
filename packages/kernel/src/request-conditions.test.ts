import { describe, expect, it } from 'vitest';
import { Interrupted, type Process, type Resource, Simulation } from './index.js';

/** Holds a desk from now on for a time. */
function* keeping(sim: Simulation, desk: Resource, time: number): Process {
  yield desk.request();
  yield sim.hold(time);
  desk.release();
}

describe('any of a request and something else', () => {
  it('is granted in time, or the request leaves its line', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const seen: unknown[] = [];
    function* customer(patience: number): Process {
      const outcome = yield sim.any(desk.request(), sim.timeout(patience));
      seen.push([sim.now, patience, outcome, desk.waiting]);
      if (outcome !== 'granted') return;
      yield sim.hold(2);
      desk.release();
    }
    sim.start(keeping(sim, desk, 5));
    for (const patience of [9, 3]) sim.start(customer(patience));
    sim.run();
    expect(seen).toEqual([
      [3, 3, 'happened', 1],
      [5, 9, 'granted', 0],
    ]);
    expect([sim.now, desk.busy, desk.waiting]).toEqual([7, 0, 0]);
  });

  it('serves and loses the same customers at the same times as the option patience', () => {
    const told = (byOption: boolean): unknown[] => {
      const sim = new Simulation({ seed: 'two ways' });
      const desk = sim.resource('desk', { capacity: 2 });
      const [gaps, works, patiences] = ['gaps', 'works', 'patiences'].map((name) =>
        sim.stream(name),
      );
      const seen: unknown[] = [];
      function* customer(patience: number, work: number): Process {
        const asked = byOption
          ? desk.request({ patience })
          : sim.any(desk.request(), sim.timeout(patience));
        const outcome = yield asked;
        seen.push([sim.now, outcome === 'granted']);
        if (outcome !== 'granted') return;
        yield sim.hold(work);
        desk.release();
      }
      sim.start(function* () {
        for (let i = 0; i < 2000; i++) {
          yield sim.hold(gaps!.exponential(1));
          sim.start(customer(patiences!.exponential(2), works!.exponential(2.2)));
        }
      });
      sim.run();
      return seen;
    };
    expect(told(false)).toEqual(told(true));
  });

  it('is over as the request is, where that is all there was to wait for', () => {
    const sim = new Simulation();
    const full = sim.resource('full', { capacity: 0, limit: 0 });
    const shut = sim.resource('shut', { capacity: 0 });
    const seen: unknown[] = [];
    sim.start(function* () {
      seen.push(yield sim.any(full.request()), sim.now);
      seen.push(yield sim.any(full.request(), shut.request({ patience: 4 })), sim.now);
      seen.push(yield sim.any(shut.request({ patience: 1 }), sim.timeout(3)), sim.now);
    });
    sim.run();
    expect(seen).toEqual(['rejected', 0, 'reneged', 4, 'happened', 7]);
  });

  it('is left with the line by a process that is interrupted, and can be waited for again', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { capacity: 0 });
    const bell = sim.signal('bell');
    const seen: unknown[] = [];
    const handle = sim.start(function* () {
      const either = sim.any(desk.request(), bell);
      try {
        yield either;
      } catch (error) {
        seen.push(error instanceof Interrupted, desk.waiting);
      }
      seen.push(yield either, sim.now);
    });
    sim.run({ until: 2 });
    expect(desk.waiting).toBe(1);
    handle.interrupt();
    sim.run({ until: 5 });
    bell.fire();
    sim.run();
    expect(seen).toEqual([true, 0, 'happened', 5]);
  });

  it('can be sent away, or moved to another line, like any request', () => {
    const sim = new Simulation();
    const desks = ['a', 'b'].map((name) => sim.resource(name, { capacity: 0 }));
    const [a, b] = desks as [Resource, Resource];
    const seen: unknown[] = [];
    const handle = sim.start(function* () {
      seen.push(yield sim.any(a.request(), sim.timeout(9)), b.busy);
      b.release();
      seen.push(yield sim.any(a.request(), sim.timeout(9)), sim.now);
    });
    sim.run({ until: 1 });
    expect([a.line()[0] === handle, a.move(handle, b), a.waiting, b.waiting]).toEqual([
      true,
      true,
      0,
      1,
    ]);
    b.setCapacity(1);
    sim.run({ until: 3 });
    expect([a.leave(handle), a.waiting]).toEqual([true, 0]);
    sim.run();
    expect(seen).toEqual(['granted', 1, 'happened', 10]);
  });

  it('may lose its units to a more urgent one after they were granted', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    const seen: unknown[] = [];
    sim.start(function* () {
      seen.push(yield sim.any(desk.request({ priority: 2 }), sim.timeout(9)));
      try {
        yield sim.hold(8);
      } catch (error) {
        seen.push(error instanceof Interrupted && error.remaining);
      } finally {
        desk.release();
      }
    });
    sim.start(function* () {
      yield sim.hold(3);
      yield desk.serve(1, { priority: 1 });
    });
    sim.run();
    expect([seen, desk.busy]).toEqual([['granted', 5], 0]);
  });
});

describe('the first free of two desks', () => {
  it('is told by yield*, and the line of the other one is left', () => {
    const sim = new Simulation();
    const [a, b] = [sim.resource('a'), sim.resource('b')];
    const seen: unknown[] = [];
    sim.start(keeping(sim, a, 7));
    sim.start(keeping(sim, b, 4));
    sim.start(function* () {
      const here = a.request();
      const there = b.request();
      const first = yield* sim.any(here, there);
      seen.push(first === there, sim.now, a.waiting, b.busy);
      b.release();
    });
    sim.run();
    expect(seen).toEqual([true, 4, 0, 1]);
    expect([a.busy, b.busy]).toEqual([0, 0]);
  });

  it('is the one named first where both are free, and the other is given back', () => {
    const sim = new Simulation();
    const [a, b] = [sim.resource('a'), sim.resource('b')];
    const next: number[] = [];
    sim.start(function* () {
      const outcome = yield sim.any(a.request(), b.request());
      expect([outcome, a.busy, b.busy]).toEqual(['granted', 1, 0]);
      yield sim.hold(1);
      a.release();
    });
    sim.start(function* () {
      yield b.request();
      next.push(sim.now);
      b.release();
    });
    sim.run();
    expect(next).toEqual([0]);
  });
});

describe('all of several requests', () => {
  it('holds what is granted until the last is', () => {
    const sim = new Simulation();
    const [clerk, room] = [sim.resource('clerk'), sim.resource('room')];
    const seen: unknown[] = [];
    sim.start(keeping(sim, room, 6));
    sim.start(function* () {
      seen.push(yield sim.all(clerk.request(), room.request(), sim.timeout(1)), sim.now);
      clerk.release();
      room.release();
    });
    sim.run({ until: 3 });
    expect([clerk.busy, room.waiting]).toEqual([1, 1]);
    sim.run();
    expect(seen).toEqual(['granted', 6]);
    expect([clerk.busy, room.busy]).toEqual([0, 0]);
  });

  it('is all or nothing: when one loses patience, the others are given back', () => {
    const sim = new Simulation();
    const [clerk, room] = [sim.resource('clerk'), sim.resource('room')];
    const seen: unknown[] = [];
    sim.start(keeping(sim, room, 6));
    sim.start(function* () {
      const both = sim.all(clerk.request(), room.request({ patience: 2 }));
      seen.push(yield both, sim.now, clerk.busy, room.waiting);
    });
    sim.run();
    expect(seen).toEqual(['reneged', 2, 0, 0]);
  });

  it('is given up as a whole when something else comes first', () => {
    const sim = new Simulation();
    const [clerk, room] = [sim.resource('clerk'), sim.resource('room', { capacity: 0 })];
    const seen: unknown[] = [];
    sim.start(function* () {
      const both = sim.all(clerk.request(), room.request());
      seen.push(yield sim.any(both, sim.timeout(5)), sim.now, clerk.busy, room.waiting);
    });
    sim.run();
    expect(seen).toEqual(['happened', 5, 0, 0]);
  });

  it('keeps what it was granted when it is interrupted, and leaves the lines', () => {
    const sim = new Simulation();
    const [clerk, room] = [sim.resource('clerk'), sim.resource('room', { capacity: 0 })];
    const seen: unknown[] = [];
    const handle = sim.start(function* () {
      try {
        yield sim.all(clerk.request(), room.request());
      } catch {
        seen.push(clerk.busy, room.waiting);
        clerk.release();
      }
    });
    sim.run({ until: 1 });
    handle.interrupt();
    sim.run();
    expect([seen, clerk.busy]).toEqual([[1, 0], 0]);
  });
});

describe('a process that is over', () => {
  it.each(['cancelled', 'ended'])('because it was %s has left every line', (how) => {
    const sim = new Simulation();
    const [a, b] = [sim.resource('a'), sim.resource('b', { capacity: 0 })];
    const handle = sim.start(function* () {
      const both = sim.all(a.request(), b.request());
      if (how === 'cancelled') yield both;
      else a.release();
    });
    sim.run({ until: 1 });
    if (how === 'cancelled') handle.cancel();
    expect([handle.state, a.busy, b.waiting]).toEqual([how, 0, 0]);
  });
});

describe('said is that', () => {
  const message = (body: (sim: Simulation, desk: Resource) => Process): string => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    sim.start(body(sim, desk));
    try {
      sim.run();
    } catch (error) {
      expect([desk.busy, desk.waiting]).toEqual([0, 0]);
      return (error as Error).message;
    }
    return 'nothing';
  };

  it('only requests go into conditions', () => {
    const wrong = /any takes signals.*requests.*option patience/;
    expect(
      message(function* (sim, desk) {
        yield sim.any(desk.serve(4), sim.timeout(1));
      }),
    ).toMatch(wrong);
    expect(
      message(function* (sim) {
        yield sim.any(sim.hold(4));
      }),
    ).toMatch(wrong);
    expect(
      message(function* (sim, desk) {
        const turn = desk.request();
        yield turn;
        yield sim.any(turn);
      }),
    ).toMatch(wrong);
  });

  it('a request was made and neither yielded nor made a part of a condition', () => {
    expect(
      message(function* (_, desk) {
        desk.request();
        yield desk.request();
      }),
    ).toMatch(/a command was called, but only another one was yielded/);
    expect(
      message(function* (sim, desk) {
        desk.request();
        yield sim.hold(1);
      }),
    ).toMatch(/hold was called, but the command before it was never yielded/);
    expect(
      message(function* (sim, desk) {
        const first = desk.request();
        desk.request();
        yield sim.any(first);
      }),
    ).toMatch(/a command was called, but an object was yielded/);
  });
});
