import { describe, expect, it } from 'vitest';
import { type Interrupted, type Process, type SharingOptions, Simulation } from './index.js';

/** Customers [arrival, work] of a shared server: when each was done. */
function done(
  options: SharingOptions,
  customers: readonly (readonly [number, number])[],
): string[] {
  const sim = new Simulation();
  const cpu = sim.sharing('cpu', options);
  const seen: string[] = [];
  for (const [index, [arrival, work]] of customers.entries()) {
    sim.start(function* () {
      yield sim.hold(arrival);
      seen.push(`${index} ${yield cpu.serve(work)} ${sim.now}`);
    });
  }
  sim.run();
  return seen;
}

describe('a shared server', () => {
  it('works for all in equal shares', () => {
    // alone 0-2 (2 of 4 done), both 2-4 (1 each): 1 and 1 left, both done at 6
    expect(
      done({}, [
        [0, 4],
        [2, 2],
      ]),
    ).toEqual(['0 served 6', '1 served 6']);
    expect(
      done({}, [
        [0, 4],
        [2, 1],
      ]),
    ).toEqual(['1 served 4', '0 served 5']);
  });

  it('gives nobody more than one can use', () => {
    expect(
      done({ capacity: 2 }, [
        [0, 4],
        [0, 4],
      ]),
    ).toEqual(['0 served 4', '1 served 4']);
    expect(done({ capacity: 2 }, [[0, 4]])).toEqual(['0 served 4']);
    expect(done({ capacity: 2, each: 2 }, [[0, 4]])).toEqual(['0 served 2']);
    expect(
      done({ capacity: 2 }, [
        [0, 4],
        [0, 4],
        [0, 2],
      ]),
    ).toEqual(['2 served 3', '0 served 5', '1 served 5']);
  });

  it('rejects beyond its limit, and serves work of 0 at once', () => {
    expect(
      done({ limit: 1 }, [
        [0, 4],
        [1, 1],
        [5, 0],
      ]),
    ).toEqual(['1 rejected 1', '0 served 4', '2 served 5']);
  });

  it('can be stopped and changed, and lets customers be called away', () => {
    const sim = new Simulation();
    const cpu = sim.sharing('cpu');
    const seen: unknown[] = [];
    function* customer(): Process {
      try {
        seen.push(yield cpu.serve(4), sim.now);
      } catch (error) {
        seen.push((error as Interrupted).remaining, sim.now);
      }
    }
    const first = sim.start(customer);
    sim.start(customer);
    sim.start(function* () {
      yield sim.hold(2);
      cpu.setCapacity(0);
      yield sim.hold(10);
      expect(cpu.processes()).toHaveLength(2);
      first.interrupt();
      expect(cpu.present).toBe(1);
      cpu.setCapacity(0.5);
    });
    sim.run();
    expect(seen).toEqual([3, 12, 'served', 18]);
  });

  it.each([-1, NaN, Infinity])('refuses work of %d, and such a capacity', (value) => {
    expect(() => done({}, [[0, value]])).toThrow(/work of "cpu" is/);
    expect(() => done({ capacity: value }, [])).toThrow(/capacity of "cpu" is/);
  });
});
