import { describe, expect, it } from 'vitest';
import {
  Interrupted,
  type Process,
  type Resource,
  type ServeOptions,
  Simulation,
} from './index.js';

/** Customers [name, arrival, service, options] served by one preemptive server. */
function served(
  customers: readonly (readonly [string, number, number | (() => number), ServeOptions])[],
  capacity = 1,
): string[] {
  const sim = new Simulation();
  const desk = sim.resource('desk', { capacity, line: 'preemptive' });
  const seen: string[] = [];
  for (const [name, arrival, service, options] of customers) {
    sim.start(function* () {
      yield sim.hold(arrival);
      seen.push(`${name} ${yield desk.serve(service, options)} ${sim.now}`);
    });
  }
  sim.run();
  return seen;
}

describe('a preemptive line', () => {
  it('lets a service that was broken off go on where it was, before others of its class', () => {
    expect(
      served([
        ['low', 0, 10, { priority: 2 }],
        ['also low', 1, 1, { priority: 2 }],
        ['high', 4, 3, { priority: 1 }],
      ]),
    ).toEqual(['high served 7', 'low served 13', 'also low served 14']);
  });

  it('lets it start again where that is wanted, with a new time if that is drawn', () => {
    const times = [10, 2];
    expect(
      served([
        ['same', 0, 10, { priority: 2, onPreempt: 'restart' }],
        ['high', 4, 3, { priority: 1 }],
      ]),
    ).toEqual(['high served 7', 'same served 17']);
    expect(
      served([
        ['new', 0, () => times.shift()!, { priority: 2, onPreempt: 'restart' }],
        ['high', 4, 3, { priority: 1 }],
      ]),
    ).toEqual(['high served 7', 'new served 9']);
  });

  it('loses it where that is wanted', () => {
    expect(
      served([
        ['low', 0, 10, { priority: 2, onPreempt: 'lose' }],
        ['high', 4, 3, { priority: 1 }],
      ]),
    ).toEqual(['low preempted 4', 'high served 7']);
  });

  it('takes the server of the least important, of those of the last who began', () => {
    expect(
      served(
        [
          ['a', 0, 10, { priority: 2 }],
          ['b', 1, 10, { priority: 3 }],
          ['c', 2, 10, { priority: 3, onPreempt: 'lose' }],
          ['d', 3, 1, { priority: 1 }],
          ['e', 3, 1, { priority: 2 }],
        ],
        3,
      ),
    ).toEqual(['c preempted 3', 'd served 4', 'e served 4', 'a served 10', 'b served 12']);
  });

  it('does not take the server of an equal, and the end of a service at the same time goes first', () => {
    expect(
      served([
        ['a', 0, 4, { priority: 1 }],
        ['b', 2, 1, { priority: 1 }],
        ['c', 5, 1, { priority: 0 }],
      ]),
    ).toEqual(['a served 4', 'b served 5', 'c served 6']);
  });

  it('does not preempt for a request that asks not to, nor in another line unless it asks to', () => {
    expect(
      served([
        ['low', 0, 10, { priority: 2 }],
        ['polite', 4, 3, { priority: 1, preempt: false }],
      ]),
    ).toEqual(['low served 10', 'polite served 13']);
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const seen: string[] = [];
    function* customer(name: string, options: ServeOptions): Process {
      seen.push(`${name} ${yield desk.serve(5, options)} ${sim.now}`);
    }
    sim.start(customer('first', { priority: 1 }));
    sim.start(customer('second', { priority: 1 }));
    sim.start(customer('rude', { preempt: true }));
    sim.run();
    expect(seen).toEqual(['rude served 5', 'first served 10', 'second served 15']);
  });
});

describe('a process that minds its own time', () => {
  function victim(
    sim: Simulation,
    desk: Resource,
    seen: unknown[],
    onPreempt: 'interrupt' | 'resume',
  ): () => Process {
    return function* () {
      yield desk.request({ priority: 2, onPreempt });
      try {
        yield sim.hold(10);
        seen.push(sim.now);
        desk.release();
      } catch (error) {
        if (!(error instanceof Interrupted)) throw error;
        seen.push(sim.now, error.remaining, error.cause);
      }
    };
  }

  function* important(sim: Simulation, desk: Resource): Process {
    yield sim.hold(4);
    yield desk.request({ priority: 1 });
    yield sim.hold(3);
    desk.release();
  }

  it('is interrupted with what it lost, and has nothing to release', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    const seen: unknown[] = [];
    sim.start(victim(sim, desk, seen, 'interrupt'));
    sim.start(important(sim, desk));
    sim.run();
    expect(seen).toEqual([4, 6, { resource: 'desk', units: 1, since: 0 }]);
    expect(desk.busy).toBe(0);
  });

  it('may have its hold stopped and resumed without noticing', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    const seen: unknown[] = [];
    sim.start(victim(sim, desk, seen, 'resume'));
    sim.start(important(sim, desk));
    sim.run();
    expect(seen).toEqual([13]);
    expect(desk.busy).toBe(0);
  });

  it('that does not know yet that its turn has come just waits on, its patience too', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    const seen: string[] = [];
    sim.start(function* holder() {
      yield desk.request();
      yield sim.hold(5);
      desk.release();
      // now the low one has its turn, but does not know; at once somebody better comes
      seen.push(`${yield desk.serve(2, { priority: 0 })} ${sim.now}`);
    });
    for (const [name, patience] of [
      ['patient', 10],
      ['impatient', 6],
    ] as const) {
      sim.start(function* () {
        const outcome = yield desk.request({ priority: 5, patience });
        seen.push(`${name} ${outcome} ${sim.now}`);
        if (outcome !== 'granted') return;
        yield sim.hold(1);
        desk.release();
      });
    }
    sim.run();
    expect(seen).toEqual(['impatient reneged 6', 'served 7', 'patient granted 7']);
  });

  it('can be interrupted while its hold is stopped, and has lost its units then', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    const seen: unknown[] = [];
    const handle = sim.start(victim(sim, desk, seen, 'resume'));
    sim.start(important(sim, desk));
    sim.schedule(
      5,
      sim.on('call', () => handle.interrupt('phone')),
    );
    sim.run();
    expect(seen).toEqual([5, 6, 'phone']);
    expect([desk.busy, desk.waiting, sim.now]).toEqual([0, 0, 7]);
  });

  it('can be interrupted after its hold was resumed, and keeps its units then', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { line: 'preemptive' });
    const seen: unknown[] = [];
    const handle = sim.start(function* () {
      yield desk.request({ priority: 2, onPreempt: 'resume' });
      try {
        yield sim.hold(10);
      } catch (error) {
        seen.push(sim.now, (error as Interrupted).remaining, desk.busy);
        desk.release();
      }
    });
    sim.start(important(sim, desk));
    sim.schedule(
      8,
      sim.on('call', () => handle.interrupt()),
    );
    sim.run();
    expect(seen).toEqual([8, 5, 1]);
    expect([desk.busy, desk.waiting, sim.now]).toEqual([0, 0, 8]);
  });
});
