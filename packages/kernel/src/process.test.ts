import { describe, expect, it } from 'vitest';
import { type Process, Simulation } from './index.js';

/** A simulation, and what was said in it and when. */
function diary(): { sim: Simulation; said: string[]; say: (what: string) => void } {
  const sim = new Simulation();
  const said: string[] = [];
  return { sim, said, say: (what) => said.push(`${sim.now} ${what}`) };
}

describe('a process', () => {
  it('begins at once, after the present step and before any other event of the instant', () => {
    const { sim, said, say } = diary();
    function* child(): Process {
      say('child begins');
      yield sim.hold(1);
      say('child ends');
    }
    function* parent(): Process {
      yield sim.hold(2);
      sim.start(child);
      say('parent goes on');
      yield sim.hold(0);
      say('parent ends');
    }
    sim.start(parent());
    sim.schedule(
      2,
      sim.on('bell', () => say('bell')),
      0,
      1,
    );
    sim.run();
    expect(said).toEqual([
      '2 parent goes on',
      '2 child begins',
      '2 parent ends',
      '2 bell',
      '3 child ends',
    ]);
  });

  it('holds until a time of the clock, to the bit, and not until one that is past', () => {
    const { sim, said, say } = diary();
    sim.start(function* () {
      yield sim.hold(0.2);
      yield sim.holdUntil(0.9);
      say('there');
      yield sim.holdUntil(0.9);
      say('still there');
      yield sim.holdUntil(0.5);
    });
    expect(() => sim.run()).toThrow(
      'At 0.9, process 0: time of holdUntil is 0.5: give a finite number of at least 0.9.',
    );
    expect(said).toEqual(['0.9 there', '0.9 still there']);
  });

  it('may have parts that return a value, which yield* gives', () => {
    const { sim, said, say } = diary();
    function* lunch(minutes: number): Process<number> {
      yield sim.hold(minutes);
      return 2 * minutes;
    }
    sim.start(function* () {
      const bill: number = yield* lunch(3);
      say(`paid ${bill}`);
    });
    sim.start(lunch(1)); // what a process of its own returns is for nobody
    sim.run();
    expect(said).toEqual(['3 paid 6']);
  });

  it('that holds for 0 lets the others of the instant go first', () => {
    const { sim, said, say } = diary();
    function* clock(name: string): Process {
      say(`${name} 1`);
      yield sim.hold(0);
      say(`${name} 2`);
    }
    sim.start(clock('a'));
    sim.start(clock('b'));
    sim.run();
    expect(said).toEqual(['0 a 1', '0 b 1', '0 a 2', '0 b 2']);
  });

  it('learns by its yield what became of its wait', () => {
    const sim = new Simulation();
    const outcomes: string[] = [];
    const bell = sim.signal();
    sim.start(function* () {
      outcomes.push(yield sim.hold(1));
      outcomes.push(yield bell);
    });
    sim.schedule(
      5,
      sim.on('ring', () => bell.fire()),
    );
    sim.run();
    expect(outcomes).toEqual(['elapsed', 'happened']);
  });

  it('can be waited for, before and after its end', () => {
    const { sim, said, say } = diary();
    function* child(): Process {
      yield sim.hold(3);
    }
    sim.start(function* () {
      const handle = sim.start(child);
      expect(handle.state).toBe('active');
      yield handle;
      say(handle.state);
      yield handle;
      say('again');
    });
    sim.run();
    expect(said).toEqual(['3 ended', '3 again']);
  });

  it('that waits for many children goes on when the last has ended', () => {
    const { sim, said, say } = diary();
    function* child(time: number): Process {
      yield sim.hold(time);
    }
    sim.start(function* () {
      yield sim.all(...[4, 9, 2].map((time) => sim.start(child(time))));
      say('all are back');
    });
    sim.run();
    expect(said).toEqual(['9 all are back']);
  });

  it('is named after its function, by its option, or by its number', () => {
    const sim = new Simulation();
    function* customer(): Process {
      yield sim.hold(1);
    }
    expect(sim.start(customer).name).toBe('customer (process 0)');
    expect(sim.start(customer(), { name: 'Ann' }).name).toBe('Ann (process 1)');
    expect(sim.start(customer()).name).toBe('process 2');
    sim.run();
  });

  it('goes on as if nothing had been, however the run is divided', () => {
    function story(ends: number[]): string[] {
      const { sim, said, say } = diary();
      const desk = sim.resource('desk');
      const gaps = sim.stream('gaps');
      sim.start(function* door() {
        for (let i = 0; i < 20; i++) {
          yield sim.hold(gaps.exponential(1));
          sim.start(function* () {
            const outcome = yield desk.request({ patience: 1 });
            say(`${i} ${outcome}`);
            if (outcome !== 'granted') return;
            yield sim.hold(1);
            desk.release();
          });
        }
      });
      for (const end of ends) sim.run({ until: end });
      sim.run();
      return said;
    }
    expect(story([0, 3, 3, 7.5, 11])).toEqual(story([]));
  });
});

describe('a simulation', () => {
  it('gives the same stream for the same name, and numbers by seed, name and replication', () => {
    const first = (seed: string | number, replication: number, name: string): number =>
      new Simulation({ seed, replication }).stream(name).at(0);
    const sim = new Simulation({ seed: 42 });
    expect(sim.stream('gaps')).toBe(sim.stream('gaps'));
    expect(first(42, 0, 'gaps')).toBe(first('42', 0, 'gaps'));
    const numbers = [first(42, 0, 'gaps'), first(42, 1, 'gaps'), first(42, 0, 'work')];
    expect(new Set([...numbers, first(43, 0, 'gaps')]).size).toBe(4);
  });

  it('starts its clock where it is told, and refuses a replication that is not a whole number', () => {
    expect(new Simulation({ start: 510 }).now).toBe(510);
    expect(() => new Simulation({ replication: 0.5 })).toThrow(
      /replication of "simulation" is 0.5/,
    );
  });

  it('knows the process whose code runs', () => {
    const sim = new Simulation();
    const handle = sim.start(function* (): Process {
      expect(sim.active).toBe(handle);
      yield sim.hold(1);
    });
    expect(sim.active).toBeUndefined();
    sim.run();
    expect(sim.active).toBeUndefined();
  });

  it('gives places in its tables away only after the last wake of who had them', () => {
    const { sim, said, say } = diary();
    const bell = sim.signal();
    const first = sim.start(function* () {
      yield bell;
      say('never');
    });
    sim.start(function* () {
      yield sim.hold(1);
      bell.fire();
      first.cancel();
      sim.start(function* () {
        yield sim.hold(1);
        say('second');
      });
    });
    sim.run();
    expect(said).toEqual(['2 second']);
  });
});

describe('the first example', () => {
  it('reads as in SimPy: a desk of two, patience, and a door that never closes', () => {
    const sim = new Simulation({ seed: 42 });
    const desk = sim.resource('desk', { capacity: 2 });
    const gaps = sim.stream('gaps');
    const work = sim.stream('work');
    let lost = 0;
    let served = 0;
    function* customer(): Process {
      if ((yield desk.request({ patience: 12 })) === 'reneged') {
        lost++;
        return;
      }
      yield sim.hold(work.exponential(4));
      desk.release();
      served++;
    }
    function* door(): Process {
      for (;;) {
        yield sim.hold(gaps.exponential(2.2));
        sim.start(customer());
      }
    }
    sim.start(door());
    expect(sim.run({ until: 480 })).toBe('until');
    expect(sim.now).toBe(480);
    expect(served + lost + desk.busy + desk.waiting).toBeGreaterThan(150);
    expect(desk.busy).toBeLessThanOrEqual(2);
  });
});
