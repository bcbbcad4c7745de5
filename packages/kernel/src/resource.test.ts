import { describe, expect, it } from 'vitest';
import { type Process, type Resource, Simulation } from './index.js';

/** Customers of one resource: [arrival, service, options]. Returns who had which outcome when. */
type Customer = readonly [
  arrival: number,
  service: number,
  options?: Parameters<Resource['request']>[0],
];

function visit(
  options: Parameters<Simulation['resource']>[1],
  customers: readonly Customer[],
): string[] {
  const sim = new Simulation();
  const desk = sim.resource('desk', options);
  const seen: string[] = [];
  function* customer(index: number, service: number, request: Customer[2]): Process {
    const outcome = yield desk.request(request);
    seen.push(`${index} ${outcome} ${sim.now}`);
    if (outcome !== 'granted') return;
    yield sim.hold(service);
    desk.release();
  }
  sim.start(function* door() {
    for (const [index, [arrival, service, request]] of customers.entries()) {
      yield sim.hold(arrival - sim.now);
      sim.start(customer(index, service, request));
    }
  });
  sim.run();
  return seen;
}

describe('a resource', () => {
  it('serves first come, first served unless it is told otherwise', () => {
    const customers: Customer[] = [
      [0, 10],
      [1, 1],
      [2, 1],
      [3, 1],
    ];
    expect(visit({}, customers)).toEqual([
      '0 granted 0',
      '1 granted 10',
      '2 granted 11',
      '3 granted 12',
    ]);
    expect(visit({ line: 'last-come' }, customers)).toEqual([
      '0 granted 0',
      '3 granted 10',
      '2 granted 11',
      '1 granted 12',
    ]);
  });

  it('by priority: the smallest number, then first come', () => {
    const seen = visit({ line: 'priority' }, [
      [0, 10, { priority: 9 }],
      [1, 1, { priority: 2 }],
      [2, 1, { priority: 1 }],
      [3, 1, { priority: 2 }],
      [4, 1, { priority: 1 }],
    ]);
    expect(seen.map((line) => line[0])).toEqual(['0', '2', '4', '1', '3']);
  });

  it('by a rank asked whenever a unit is free: priority that grows with the wait', () => {
    const rates = [1, 3];
    const seen = visit({ rank: (who, now) => (who.joined - now) * rates[who.priority]! }, [
      [0, 10],
      [2, 4, { priority: 0 }],
      [8, 4, { priority: 1 }],
      [9, 1, { priority: 1 }],
      [12, 1, { priority: 0 }],
    ]);
    // at 10: 8, 6, 3 points; at 14: 18, 15, 2
    expect(seen.map((line) => line[0])).toEqual(['0', '1', '2', '3', '4']);
    const steep = visit({ rank: (who, now) => (who.joined - now) * [1, 5][who.priority]! }, [
      [0, 10],
      [2, 4, { priority: 0 }],
      [8, 4, { priority: 1 }],
    ]);
    expect(steep.map((line) => line[0])).toEqual(['0', '2', '1']);
  });

  it('refuses a rank that is no number, with its time, and goes on', () => {
    expect(() =>
      visit({ rank: () => NaN }, [
        [0, 2],
        [1, 1],
      ]),
    ).toThrow(/At 2, process 1: rank of "desk" is NaN: give a number for process 2/);
  });

  it('at random: the same for the same seed, and everybody in the end', () => {
    const customers: Customer[] = Array.from({ length: 9 }, (_, i) => [i / 10, 1]);
    const seen = visit({ line: 'random' }, customers).map((line) => Number(line[0]));
    expect(visit({ line: 'random' }, customers).map((line) => Number(line[0]))).toEqual(seen);
    expect(seen).not.toEqual([...seen].sort());
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('serves whose patience ends when the server becomes free, and loses others', () => {
    const customers: Customer[] = [
      [0, 5],
      [1, 2, { patience: 4 }],
      [1, 2, { patience: 5 }],
      [1, 2, { patience: 3 }],
      [6, 2],
    ];
    expect(visit({}, customers)).toEqual([
      '0 granted 0',
      '3 reneged 4',
      '1 granted 5',
      '2 reneged 6',
      '4 granted 7',
    ]);
  });

  it('with patience 0 serves only who finds a free server', () => {
    expect(
      visit({}, [
        [0, 5, { patience: 0 }],
        [1, 5, { patience: 0 }],
        [5, 5, { patience: 0 }],
      ]),
    ).toEqual(['0 granted 0', '1 reneged 1', '2 granted 5']);
  });

  it('with a limit rejects who finds the line full', () => {
    const customers: Customer[] = [
      [0, 5],
      [1, 5],
      [2, 5],
      [5, 5],
    ];
    expect(visit({ limit: 1 }, customers)).toEqual([
      '0 granted 0',
      '2 rejected 2',
      '1 granted 5',
      '3 granted 10',
    ]);
    expect(visit({ limit: 0 }, customers)).toEqual([
      '0 granted 0',
      '1 rejected 1',
      '2 rejected 2',
      '3 granted 5',
    ]);
  });

  it('gives several units at once, and nobody overtakes who waits for many', () => {
    expect(
      visit({ capacity: 3 }, [
        [0, 4, { units: 2 }],
        [1, 1, { units: 3 }],
        [2, 1, { units: 1 }],
      ]),
    ).toEqual(['0 granted 0', '1 granted 4', '2 granted 5']);
  });

  it('leaves units spare for others', () => {
    expect(
      visit({ capacity: 2, line: 'priority' }, [
        [0, 4, { priority: 2, spare: 1 }],
        [1, 1, { priority: 2, spare: 1 }],
        [2, 1, { priority: 1 }],
      ]),
    ).toEqual(['0 granted 0', '2 granted 2', '1 granted 4']);
  });

  it('without a server lets everybody wait', () => {
    expect(
      visit({ capacity: 0 }, [
        [0, 1, { patience: 3 }],
        [1, 1],
      ]),
    ).toEqual(['0 reneged 3']);
  });

  it('tells who is in line, so that customers may balk', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk', { capacity: 1 });
    let balked = 0;
    function* customer(): Process {
      if (desk.waiting > 1) {
        balked++;
        return;
      }
      yield desk.request();
      yield sim.hold(1);
      desk.release();
    }
    for (let i = 0; i < 5; i++) sim.start(customer);
    sim.run({ until: 0.5 });
    expect([desk.capacity, desk.busy, desk.free, desk.waiting, balked]).toEqual([1, 1, 0, 2, 2]);
    expect(desk.line().map(({ name }) => name)).toEqual([
      'customer (process 1)',
      'customer (process 2)',
    ]);
  });

  it('lets a customer be taken from one line into another: jockeying, the patience running on', () => {
    const sim = new Simulation();
    const desks = [sim.resource('left'), sim.resource('right')];
    const seen: string[] = [];
    function* customer(name: string, desk: Resource, service: number): Process {
      const outcome = yield desk.serve(service, { patience: 6 });
      seen.push(`${name} ${outcome} ${sim.now}`);
      const [left, right] = desks as [Resource, Resource];
      const last = left.line().at(-1);
      if (left.waiting > right.waiting && last !== undefined) left.move(last, right);
    }
    sim.start(customer('a', desks[0]!, 9));
    sim.start(customer('b', desks[0]!, 2));
    sim.start(customer('c', desks[0]!, 5));
    sim.start(customer('d', desks[1]!, 3));
    sim.run();
    // d ends at 3 and c, the last on the left, is served on the right at once; b's patience ends
    expect(seen).toEqual(['d served 3', 'b reneged 6', 'c served 8', 'a served 9']);
  });

  it('serves who stood behind one who is moved or sent away and waits for more than is free', () => {
    for (const how of ['move', 'leave'] as const) {
      const sim = new Simulation();
      const desk = sim.resource('desk', { capacity: 2 });
      const other = sim.resource('other', { capacity: 0 });
      const asks = (units: number) =>
        sim.start(function* () {
          if ((yield desk.request({ units })) === 'left') return;
          yield sim.hold(9);
          desk.release();
        });
      asks(1);
      const pair = asks(2);
      asks(1);
      sim.run({ until: 1 });
      expect([desk.busy, desk.waiting]).toEqual([1, 2]);
      expect(how === 'move' ? desk.move(pair, other) : desk.leave(pair)).toBe(true);
      sim.run({ until: 2 });
      expect([desk.busy, desk.waiting]).toEqual([2, 0]);
    }
  });

  it('takes a process out of the line, which learns that it left', () => {
    const sim = new Simulation();
    const desk = sim.resource('desk');
    const seen: string[] = [];
    function* customer(): Process {
      seen.push(`${yield desk.serve(5, { patience: 30 })} ${sim.now}`);
    }
    const first = sim.start(customer);
    const second = sim.start(customer);
    sim.schedule(
      2,
      sim.on('call away', () => {
        expect(desk.leave(first)).toBe(false);
        expect(desk.leave(second)).toBe(true);
        expect(desk.leave(second)).toBe(false);
      }),
    );
    sim.run();
    expect(seen).toEqual(['left 2', 'served 5']);
    expect(sim.now).toBe(5);
  });
});
