import { describe, expect, it } from 'vitest';
import { type Process, Simulation } from './index.js';

describe('a store of an amount', () => {
  it('lets nobody overtake who waits for much', () => {
    const sim = new Simulation();
    const tank = sim.level('tank', { capacity: 100, start: 10 });
    const seen: string[] = [];
    function* car(name: string, amount: number): Process {
      yield tank.get(amount);
      seen.push(`${name} ${sim.now}`);
    }
    sim.start(car('big', 50));
    sim.start(car('small', 5));
    sim.start(function* () {
      yield sim.hold(3);
      yield tank.put(60);
      seen.push(`truck ${sim.now}`);
    });
    sim.run();
    expect(seen).toEqual(['truck 3', 'big 3', 'small 3']);
    expect(tank.level).toBe(15);
  });

  it('lets who brings wait until there is room', () => {
    const sim = new Simulation();
    const tank = sim.level('tank', { capacity: 10 });
    const seen: string[] = [];
    sim.start(function* () {
      yield tank.put(8);
      yield tank.put(8);
      seen.push(`put ${sim.now}`);
    });
    sim.start(function* () {
      yield sim.hold(5);
      yield tank.get(6);
      seen.push(`got ${sim.now}`);
    });
    sim.run();
    expect(seen).toEqual(['got 5', 'put 5']);
    expect(tank.level).toBe(10);
  });

  it('loses the impatient, whose place goes to the next', () => {
    const sim = new Simulation();
    const tank = sim.level('tank', { start: 5 });
    const seen: string[] = [];
    sim.start(function* () {
      seen.push(`${yield tank.get(9, { patience: 2 })} ${sim.now}`);
    });
    sim.start(function* () {
      seen.push(`${yield tank.get(5)} ${sim.now}`);
    });
    sim.run({ until: 1 });
    expect([tank.getting, tank.putting]).toEqual([2, 0]);
    sim.run();
    expect(seen).toEqual(['reneged 2', 'granted 2']);
    expect(tank.level).toBe(0);
  });

  it.each([0, -1, NaN, 11])('refuses an amount of %d', (amount) => {
    const sim = new Simulation();
    const tank = sim.level('tank', { capacity: 10 });
    sim.start(function* () {
      yield tank.get(amount);
    });
    expect(() => sim.run()).toThrow(
      `get of "tank" is ${amount}: give a number above 0, at most 10`,
    );
  });

  it('refuses a capacity or a start that makes no sense', () => {
    const sim = new Simulation();
    expect(() => sim.level('tank', { capacity: 0 })).toThrow(/capacity of "tank" is 0/);
    expect(() => sim.level('tank', { capacity: 5, start: 6 })).toThrow(/start of "tank" is 6/);
  });
});

interface Part {
  readonly size: number;
}

describe('a store of things', () => {
  it('gives the oldest to who came first', () => {
    const sim = new Simulation();
    const shelf = sim.store<Part>('shelf');
    const seen: string[] = [];
    for (const name of ['a', 'b']) {
      sim.start(function* () {
        const part = yield* shelf.take();
        seen.push(`${name} ${part.size} ${sim.now}`);
      });
    }
    sim.start(function* () {
      yield sim.hold(1);
      for (const size of [7, 8, 9]) yield shelf.put({ size });
    });
    sim.run();
    expect(seen).toEqual(['a 7 1', 'b 8 1']);
    expect(shelf.items()).toEqual([{ size: 9 }]);
  });

  it('gives only things that will do, and who waits for one holds nobody up', () => {
    const sim = new Simulation();
    const shelf = sim.store<Part>('shelf');
    const seen: string[] = [];
    sim.start(function* () {
      const part = yield* shelf.take({ filter: ({ size }) => size > 10 });
      seen.push(`big ${part.size} ${sim.now}`);
    });
    sim.start(function* () {
      seen.push(`any ${(yield* shelf.take()).size} ${sim.now}`);
    });
    sim.start(function* () {
      yield shelf.put({ size: 1 });
      yield sim.hold(1);
      yield shelf.put({ size: 2 });
      yield shelf.put({ size: 20 });
    });
    sim.run();
    expect(seen).toEqual(['any 1 0', 'big 20 1']);
    expect(shelf.items()).toEqual([{ size: 2 }]);
  });

  it('lets who brings wait while it is full, and gives undefined to the impatient', () => {
    const sim = new Simulation();
    const shelf = sim.store<string>('shelf', { capacity: 1 });
    const seen: unknown[] = [];
    sim.start(function* () {
      seen.push(yield* shelf.take({ patience: 2 }), sim.now);
      yield shelf.put('x');
      yield shelf.put('y');
      seen.push(sim.now);
    });
    sim.start(function* () {
      yield sim.hold(5);
      expect([shelf.size, shelf.putting, shelf.taking]).toEqual([1, 1, 0]);
      seen.push(yield* shelf.take(), yield* shelf.take());
    });
    sim.run();
    expect(seen).toEqual([undefined, 2, 'x', 'y', 5]);
  });

  it('keeps its order over many things', () => {
    const sim = new Simulation();
    const shelf = sim.store<number>('shelf');
    const taken: number[] = [];
    sim.start(function* () {
      for (let i = 0; i < 1000; i++) {
        yield shelf.put(i);
        if (i % 3 === 2) taken.push(yield* shelf.take());
      }
      while (shelf.size > 0) taken.push(yield* shelf.take());
    });
    sim.run();
    expect(taken).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('leaves nothing behind of a process that is interrupted or cancelled', () => {
    const sim = new Simulation();
    const shelf = sim.store<number>('shelf');
    const handles = [0, 1].map(() =>
      sim.start(function* () {
        try {
          yield* shelf.take();
        } catch {
          return;
        }
      }),
    );
    sim.run();
    handles[0]!.interrupt();
    handles[1]!.cancel();
    sim.run();
    expect([shelf.taking, sim.pending]).toEqual([0, 0]);
  });
});
