import { describe, expect, it } from 'vitest';
import {
  type Arrivals,
  arrivalTimes,
  exponential,
  fixed,
  network,
  poisson,
  type Process,
  Simulation,
} from './index.js';

const MANNERS: readonly [string, Arrivals][] = [
  ['at a constant rate', { ...poisson(0.9), until: 300 }],
  ['in gaps of a spread, in batches', { every: exponential(4), batch: fixed(3), until: 300 }],
  [
    'at rates that change',
    {
      rates: [
        [0, 0.2],
        [60, 2],
      ],
      until: 150,
    },
  ],
  [
    'at the rates of a Markov chain',
    {
      mmpp: {
        rates: [0.1, 3],
        switch: [
          [0, 0.1],
          [0.2, 0],
        ],
      },
      until: 200,
    },
  ],
  ['at listed times', { times: [1, 1, 2.5, 7] }],
];

describe('arrival times in a process', () => {
  it.each(MANNERS)('%s are those of the source of a network, to the bit', (_, arrivals) => {
    const seed = 'door';
    const joined: number[] = [];
    network({
      sources: { door: { arrivals, to: 'desk' } },
      stations: { desk: { servers: 1000, service: fixed(0) } },
    }).run({ seed, until: 1000, onVisit: ({ joined: time }) => joined.push(time) });

    const sim = new Simulation({ seed });
    const came: number[] = [];
    function* door(): Process {
      for (const time of arrivalTimes(arrivals, sim.stream('door/arrivals'))) {
        yield sim.holdUntil(time);
        came.push(sim.now);
      }
    }
    sim.start(door);
    sim.run();
    expect(came.length).toBeGreaterThan(3);
    expect(came).toEqual(joined);
  });

  it('do not move the stream, and need not be read to their end', () => {
    const stream = new Simulation().stream('door');
    const [first] = arrivalTimes(poisson(2), stream);
    expect(stream.index).toBe(0);
    expect(first).toBe(0.5 * stream.exponential(1));
  });

  it('are refused before the first if they make no sense', () => {
    expect(() => arrivalTimes({ rates: [[0, -1]] }, new Simulation().stream('a'))).toThrow(
      /arrivals\.rates/,
    );
  });
});
