import { describe, expect, it } from 'vitest';
import { type Process, type ResourceOptions, Simulation } from './index.js';

/** Small days worked out by hand: when service started (null: abandoned), and when each left. */
interface Day {
  readonly name: string;
  readonly desk: ResourceOptions;
  readonly arrivals: readonly number[];
  readonly services: readonly number[];
  readonly patience?: readonly (number | null)[];
  readonly classes?: readonly number[];
  readonly start: readonly (number | null)[];
  readonly leave: readonly number[];
}

const days: readonly Day[] = [
  {
    name: 'one counter',
    desk: {},
    arrivals: [0, 1, 3, 4, 10],
    services: [4, 3, 2, 5, 1],
    start: [0, 4, 7, 9, 14],
    leave: [4, 7, 9, 14, 15],
  },
  {
    name: 'two counters, one line',
    desk: { capacity: 2 },
    arrivals: [0, 1, 2, 3, 9, 9.5, 12],
    services: [7, 4, 6, 2, 5, 3, 1],
    start: [0, 1, 5, 7, 9, 11, 14],
    leave: [7, 5, 11, 9, 14, 14, 15],
  },
  {
    name: 'one counter, priority',
    desk: { line: 'priority' },
    arrivals: [0, 1, 2, 3, 4, 5],
    services: [5, 4, 3, 2, 6, 1],
    classes: [2, 2, 1, 2, 1, 1],
    start: [0, 15, 5, 19, 8, 14],
    leave: [5, 19, 8, 21, 14, 15],
  },
  {
    name: 'one counter, patience',
    desk: {},
    arrivals: [0, 1, 2, 3, 4, 11],
    services: [6, 5, 4, 3, 2, 1],
    patience: [null, 10, 3, 20, 4.5, 2],
    start: [0, 6, null, 11, null, null],
    leave: [6, 11, 5, 14, 8.5, 13],
  },
  {
    name: 'patience that ends when the counter becomes free',
    desk: {},
    arrivals: [0, 1, 1, 1, 6],
    services: [5, 2, 2, 2, 2],
    patience: [null, 4, 5, 3, null],
    start: [0, 5, null, null, 7],
    leave: [5, 7, 6, 4, 9],
  },
];

/** By hold and release, or served by the resource. */
function run(day: Day, served: boolean): { start: (number | null)[]; leave: number[] } {
  const sim = new Simulation();
  const desk = sim.resource('desk', day.desk);
  const start: (number | null)[] = day.arrivals.map(() => null);
  const leave: number[] = [];
  function* customer(i: number): Process {
    const options = { patience: day.patience?.[i] ?? Infinity, priority: day.classes?.[i] ?? 0 };
    const service = (): number => {
      start[i] = sim.now;
      return day.services[i]!;
    };
    if (served) {
      yield desk.serve(service, options);
    } else if ((yield desk.request(options)) === 'granted') {
      yield sim.hold(service());
      desk.release();
    }
    leave[i] = sim.now;
  }
  sim.start(function* door() {
    for (const [i, time] of day.arrivals.entries()) {
      yield sim.hold(time - sim.now);
      sim.start(customer(i));
    }
  });
  sim.run();
  return { start, leave };
}

describe.each(days)('the day by hand: $name', (day) => {
  it.each([
    ['by hold and release', false],
    ['by serve', true],
  ])('comes out exactly, %s', (_, served) => {
    expect(run(day, served)).toEqual({ start: day.start, leave: day.leave });
  });
});
