import { describe, expect, it } from 'vitest';
import { type Awaitable, type Interrupted, Simulation } from './index.js';

describe('a signal', () => {
  it('wakes those who wait, in order, with its value, and leaves nothing behind', () => {
    const sim = new Simulation();
    const news = sim.signal<string>('news');
    const heard: string[] = [];
    for (const name of ['a', 'b']) {
      sim.start(function* () {
        heard.push(`${name} ${yield* news} ${sim.now}`);
        heard.push(`${name} ${yield* news} ${sim.now}`);
      });
    }
    sim.start(function* () {
      yield sim.hold(1);
      news.fire('one');
      news.fire('unheard, as nobody waits again yet');
      expect(news.happened).toBe(false);
      yield sim.hold(1);
      news.fire('two');
    });
    sim.run();
    expect(heard).toEqual(['a one 1', 'b one 1', 'a two 2', 'b two 2']);
  });

  it('that stays holds nobody up until it is reset', () => {
    const sim = new Simulation();
    const open = sim.signal<number>('open', { stays: true });
    const seen: unknown[] = [];
    sim.start(function* () {
      open.fire(7);
      seen.push(yield open, yield* open, open.happened);
      open.reset();
      seen.push(open.happened);
      yield open;
      seen.push('never');
    });
    sim.run();
    expect(seen).toEqual(['happened', 7, true, false]);
  });

  it('can be fired by a handler, and may have no value', () => {
    const sim = new Simulation();
    const bell = sim.signal();
    let at = NaN;
    sim.start(function* () {
      yield bell;
      at = sim.now;
    });
    sim.schedule(
      3,
      sim.on('ring', () => bell.fire()),
    );
    sim.run();
    expect(at).toBe(3);
  });
});

describe('any', () => {
  it('brings the first to happen, and leaves no event of the others behind', () => {
    const sim = new Simulation();
    const bell = sim.signal();
    const late = sim.timeout(50);
    let first: Awaitable | undefined;
    sim.start(function* () {
      first = yield* sim.any(late, bell);
    });
    sim.schedule(
      3,
      sim.on('ring', () => bell.fire()),
    );
    sim.run();
    expect(first).toBe(bell);
    expect(sim.now).toBe(3);
  });

  it('lets the end of a service go before a timeout of the same time, and that before arrivals', () => {
    const sim = new Simulation();
    const order: string[] = [];
    const desk = sim.resource('desk');
    sim.start(function* () {
      yield sim.hold(5);
      order.push('arrival');
    });
    sim.start(function* () {
      yield sim.timeout(5);
      order.push('timeout');
    });
    sim.start(function* () {
      yield desk.request();
      yield sim.hold(5);
      desk.release();
      order.push('completion');
    });
    sim.run();
    expect(order).toEqual(['completion', 'timeout', 'arrival']);
  });

  it('of what has happened takes no time; of nothing is refused', () => {
    const sim = new Simulation();
    const open = sim.signal('open', { stays: true });
    open.fire();
    let at = NaN;
    sim.start(function* () {
      expect(yield* sim.any(sim.timeout(3), open)).toBe(open);
      at = sim.now;
    });
    sim.run();
    expect([at, sim.now]).toEqual([0, 0]);
    expect(() => sim.any()).toThrow(/any\(\) of nothing never happens/);
    expect(() => sim.any(new Simulation().signal())).toThrow(TypeError);
  });

  it('forgets a process that is interrupted, and can be waited for again', () => {
    const sim = new Simulation();
    const bell = sim.signal();
    const seen: string[] = [];
    const handle = sim.start(function* () {
      const either = sim.any(bell, sim.timeout(10));
      try {
        yield either;
      } catch (error) {
        seen.push(`${(error as Interrupted).message} at ${sim.now}`);
      }
      yield either;
      seen.push(`again at ${sim.now}`);
    });
    sim.schedule(
      4,
      sim.on('call', () => handle.interrupt()),
    );
    sim.run();
    expect(seen).toEqual(['Interrupted with 0 to go at 4', 'again at 10']);
  });

  it('leaves no event behind of a wait that was broken off', () => {
    const sim = new Simulation();
    const handle = sim.start(function* () {
      yield sim.any(sim.signal(), sim.timeout(50));
    });
    sim.schedule(
      4,
      sim.on('call', () => handle.cancel()),
    );
    sim.run();
    expect(sim.now).toBe(4);
  });

  it('and all can be nested', () => {
    const sim = new Simulation();
    const times: number[] = [];
    sim.start(function* () {
      yield sim.all(sim.timeout(2), sim.any(sim.timeout(9), sim.timeout(5)));
      times.push(sim.now);
      yield sim.any(sim.all(sim.timeout(4), sim.timeout(1)), sim.timeout(6));
      times.push(sim.now);
    });
    sim.run();
    expect(times).toEqual([5, 9]);
  });
});

describe('all', () => {
  it('waits for the last, counts a thing that is named twice once, and of nothing takes no time', () => {
    const sim = new Simulation();
    const times: number[] = [];
    const bell = sim.signal();
    sim.start(function* () {
      yield sim.all();
      times.push(sim.now);
      yield sim.all(bell, bell, sim.timeout(1));
      times.push(sim.now);
    });
    sim.schedule(
      8,
      sim.on('ring', () => bell.fire()),
    );
    sim.run();
    expect(times).toEqual([0, 8]);
  });
});

describe('a timeout', () => {
  it('counts from when it is made, and lies in the calendar only while somebody waits', () => {
    const sim = new Simulation();
    const times: number[] = [];
    sim.start(function* () {
      const tea = sim.timeout(5);
      sim.timeout(100);
      yield sim.hold(2);
      expect(tea.happened).toBe(false);
      yield tea;
      times.push(sim.now);
      yield tea;
      times.push(sim.now);
    });
    sim.run();
    expect(times).toEqual([5, 5]);
    expect(sim.now).toBe(5);
  });

  it.each([-1, NaN, Infinity])('of %d is refused', (time) => {
    expect(() => new Simulation().timeout(time)).toThrow(
      `timeout is ${time}: give a finite number`,
    );
  });
});
