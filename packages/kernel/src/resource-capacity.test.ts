import { describe, expect, it } from 'vitest';
import { type CapacityRule, fixed, Interrupted, type Process, Simulation } from './index.js';

/** Customers who arrive at 0 for 10 each, at two servers of which one goes at 4 and comes at 20. */
function afterCut(rule: CapacityRule, minded: boolean): string[] {
  const sim = new Simulation();
  const desk = sim.resource('desk', {
    schedule: [
      [0, 2],
      [4, 1],
      [20, 2],
    ],
    rule,
  });
  const seen: string[] = [];
  function* customer(name: string): Process {
    if (!minded) {
      seen.push(`${name} ${yield desk.serve(10)} ${sim.now}`);
      return;
    }
    yield desk.request();
    try {
      yield sim.hold(10);
      desk.release();
      seen.push(`${name} released ${sim.now}`);
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      seen.push(`${name} sent away ${sim.now} with ${error.remaining}`);
    }
  }
  for (const name of ['a', 'b', 'c']) sim.start(customer(name));
  sim.run();
  return seen;
}

describe('when capacity falls', () => {
  it('those in service finish first, by the rule finish', () => {
    expect(afterCut('finish', false)).toEqual(['a served 10', 'b served 10', 'c served 20']);
    expect(afterCut('finish', true)).toEqual(['a released 10', 'b released 10', 'c released 20']);
  });

  it('the last to start goes back to the front and on later, by the rule hand-over', () => {
    expect(afterCut('hand-over', false)).toEqual(['a served 10', 'b served 16', 'c served 26']);
    expect(afterCut('hand-over', true)).toEqual([
      'a released 10',
      'b released 16',
      'c released 26',
    ]);
  });

  it('the last to start is treated as if preempted, by the rule interrupt', () => {
    expect(afterCut('interrupt', false)).toEqual(['a served 10', 'b served 16', 'c served 26']);
    expect(afterCut('interrupt', true)).toEqual([
      'b sent away 4 with 6',
      'a released 10',
      'c released 20',
    ]);
  });
});

describe('capacity', () => {
  it('changed by code takes the waiting at once', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { capacity: 0 });
    const seen: number[] = [];
    for (let i = 0; i < 3; i++) {
      sim.start(function* () {
        yield desk.request();
        seen.push(sim.now);
        yield sim.hold(1);
        desk.release();
      });
    }
    sim.schedule(
      5,
      sim.on('open', () => desk.setCapacity(2)),
    );
    sim.run();
    expect(seen).toEqual([5, 5, 6]);
    expect(() => desk.setCapacity(-1)).toThrow(/capacity of "desk" is -1/);
  });

  it('that comes at the same time as patience ends, or somebody new, comes before', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', {
      schedule: [
        [0, 0],
        [9, 1],
      ],
    });
    const seen: string[] = [];
    function* customer(comes: number, patience: number): Process {
      yield sim.hold(comes);
      seen.push(`${comes}: ${yield desk.serve(5, { patience })} ${sim.now}`);
    }
    for (const comes of [1, 2, 9]) sim.start(customer(comes, 9 - comes));
    sim.run();
    // the first is taken at 9, so that the patience of the second ends, and who comes then has none
    expect(seen).toEqual(['2: reneged 9', '9: reneged 9', '1: served 14']);
  });

  it('that goes at the same time as a service ends goes after it', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', {
      schedule: [
        [0, 1],
        [5, 0],
        [9, 1],
      ],
      rule: 'interrupt',
    });
    const seen: string[] = [];
    function* customer(patience: number): Process {
      seen.push(`${yield desk.serve(5, { patience, onPreempt: 'lose' })} ${sim.now}`);
    }
    sim.start(customer(99));
    sim.start(customer(99));
    sim.run();
    // the second gets the server at 5, and it goes at the same moment
    expect(seen).toEqual(['served 5', 'preempted 5']);
  });

  it('in a schedule whose times do not rise is refused', () => {
    const sim = new Simulation();
    expect(() =>
      sim.resource('desk', {
        schedule: [
          [0, 1],
          [0, 2],
        ],
      }),
    ).toThrow(/schedule of "desk"\[1\]\[0\] is 0: times must rise/);
  });

  it('that is scheduled before the start of the clock holds at the start', () => {
    const sim = new Simulation({ start: 100 });
    const desk = sim.resource('desk', {
      schedule: [
        [0, 1],
        [60, 3],
        [120, 2],
      ],
    });
    expect(desk.capacity).toBe(3);
    sim.run();
    expect([sim.now, desk.capacity]).toEqual([120, 2]);
  });
});

describe('servers that break down', () => {
  type Rule = 'resume' | 'restart' | 'lose' | 'finish';

  function visits(rule: Rule, whenIdle: boolean, minded = false): string[] {
    const sim = new Simulation();
    const desk = sim.resource('desk', {
      breakdowns: { up: fixed(4), repair: fixed(3), rule, whenIdle },
    });
    const seen: string[] = [];
    function* customer(): Process {
      if (!minded) {
        seen.push(`${yield desk.serve(5)} ${sim.now}`);
        return;
      }
      yield desk.request();
      try {
        yield sim.hold(5);
        seen.push(`released ${sim.now}`);
        desk.release();
      } catch (error) {
        seen.push(`sent away ${sim.now} with ${(error as Interrupted).remaining}`);
      }
    }
    sim.start(function* () {
      yield sim.hold(1);
      sim.start(customer);
      sim.start(customer);
    });
    sim.run({ until: 40 });
    return seen;
  }

  it('let the customer go on, start again, be lost or finish', () => {
    // works 1-5, repaired at 8, 1 left: 9; works 9-12, repaired at 15, 2 left: 17
    expect(visits('resume', false)).toEqual(['served 9', 'served 17']);
    expect(visits('restart', false)).toEqual([]);
    expect(visits('lose', false)).toEqual(['preempted 5', 'preempted 12']);
    expect(visits('finish', false)).toEqual(['served 6', 'served 14']);
  });

  it('interrupt or stop a process that minds its own time', () => {
    expect(visits('resume', false, true)).toEqual(['released 9', 'released 17']);
    expect(visits('lose', false, true)).toEqual(['sent away 5 with 1', 'sent away 12 with 1']);
    expect(visits('finish', false, true)).toEqual(['released 6', 'released 14']);
  });

  it('may break down while idle, too', () => {
    // up 0-4, 7-11, 14-18: served 1-4 and 7-9, then 9-11 and 14-17
    expect(visits('resume', true)).toEqual(['served 9', 'served 17']);
    expect(visits('lose', true)).toEqual(['preempted 4', 'preempted 11']);
  });

  it('age by what they have worked since their repair, not by what they idled', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { breakdowns: { up: fixed(4), repair: fixed(10) } });
    const seen: number[] = [];
    for (const arrival of [0, 5, 10]) {
      sim.start(function* () {
        yield sim.hold(arrival);
        yield desk.serve(1.5);
        seen.push(sim.now);
      });
    }
    sim.run();
    // it has worked for 3 when the last comes at 10, breaks down at 11, and is repaired at 21
    expect(seen).toEqual([1.5, 6.5, 21.5]);
  });

  it('that are repaired at the moment at which patience ends serve', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', {
      breakdowns: { up: fixed(2), repair: fixed(3), whenIdle: true },
    });
    const seen: string[] = [];
    sim.start(function* () {
      yield sim.hold(3);
      seen.push(`${yield desk.serve(1, { patience: 2 })} ${sim.now}`);
    });
    sim.run({ until: 6.5 });
    expect(seen).toEqual(['served 6']);
  });

  it('are as many as the capacity, each with a clock of its own, and leave the rest at work', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', {
      capacity: 2,
      breakdowns: { up: fixed(4), repair: fixed(100) },
    });
    const seen: number[] = [];
    for (const arrival of [0, 3]) {
      sim.start(function* () {
        yield sim.hold(arrival);
        yield desk.serve(3.5);
        seen.push(sim.now);
      });
    }
    sim.run({ until: 50 });
    // the second server begins at 3 and works till 6.5
    expect(seen).toEqual([3.5, 6.5]);
    expect([desk.capacity, desk.free]).toEqual([2, 2]);
  });

  it('cannot be combined with changes of capacity or requests for several', () => {
    const sim = new Simulation();
    const breakdowns = { up: fixed(4), repair: fixed(3) };
    expect(() => sim.resource('a', { schedule: [[0, 1]], breakdowns })).toThrow(
      /schedule of "a" is .*: leave it out where servers break down/,
    );
    const desk = sim.resource('b', { breakdowns });
    expect(() => desk.setCapacity(2)).toThrow(/constant where servers break down/);
    sim.start(function* () {
      yield desk.request({ units: 2 });
    });
    expect(() => sim.run({ until: 1 })).toThrow(/units of "b" is 2: ask for 1 where servers/);
  });
});
