import { expect, test } from 'vitest';
import { type Arrivals, network, type NetworkSpec, SpecError } from './index.js';

/** Every key that a network can have. */
const EVERYTHING: NetworkSpec = {
  sources: {
    gaps: {
      arrivals: {
        every: { family: 'exponential', mean: 2 },
        from: 0,
        until: 100,
        batch: { family: 'fixed', value: 1 },
      },
      to: 'desk',
      class: 'guest',
    },
    states: {
      arrivals: {
        mmpp: {
          rates: [1, 2],
          switch: [
            [0, 1],
            [1, 0],
          ],
          initial: [0.5, 0.5],
        },
        from: 0,
      },
      to: { desk: 0.5, hall: 0.2 },
    },
    rates: { arrivals: { rates: [[0, 1]], repeat: 10 }, to: 'desk' },
    knots: { arrivals: { knots: [[0, 1]], repeat: 10 }, to: 'desk' },
    times: { arrivals: { times: [1, 2] }, to: 'desk' },
  },
  population: { desk: 3 },
  stations: {
    desk: {
      servers: { steps: [[0, 1]], atDecrease: 'interrupt' },
      service: {
        byClass: {
          guest: { family: 'discrete', outcomes: [[1, 1]] },
          states: { family: 'coxian', means: [1, 2], onward: [0.5] },
          rates: { family: 'phaseType', initial: [1], generator: [[-1]] },
          knots: { family: 'mixture', parts: [[1, { family: 'measured', values: [1, 2] }]] },
          times: { family: 'hyperexponential', branches: [[1, 1]] },
          desk: { family: 'shifted', by: 1, spread: { family: 'beta', mean: 0.5, cv: 0.1 } },
        },
      },
      discipline: 'priority',
      priority: { guest: 1 },
      patience: { family: 'weibull', shape: 1, scale: 2 },
      impatientTo: 'hall',
      places: 10,
      whenFull: { to: 'hall' },
      joins: [1, 0.5],
    },
    hall: {
      servers: 2,
      service: { family: 'truncatedNormal', mean: 1, sd: 1, from: 0, to: 4 },
      places: 100,
      whenFull: 'block',
    },
  },
  routes: { desk: { hall: 0.1 }, hall: { byClass: { guest: { desk: 0.1 } } } },
};

type Path = readonly [string, ...string[]];

function places(value: unknown, above: readonly string[] = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]): Path[] => {
    const path: Path = [...(above as []), key];
    return [path, ...places(one, path)];
  });
}

/** A copy with another value at a place. */
function changed(from: unknown, [key, next, ...rest]: Path, value: unknown): unknown {
  const copy: Record<string, unknown> | unknown[] = Array.isArray(from)
    ? [...(from as unknown[])]
    : { ...(from as object) };
  const at = copy as Record<string, unknown>;
  at[key] = next === undefined ? value : changed(at[key], [next, ...rest], value);
  return copy;
}

test('whatever stands at whatever place of a network, it is legal or refused with a sentence of ours', () => {
  network(EVERYTHING);
  let refused = 0;
  for (const path of places(EVERYTHING)) {
    for (const value of [1, -1, NaN, null, 'text', [], {}, [null], undefined]) {
      try {
        network(changed(EVERYTHING, path, value) as NetworkSpec);
      } catch (error) {
        refused++;
        expect(error, path.join('.')).toBeInstanceOf(SpecError);
        expect(
          (error as Error).message,
          `${path.join('.')} = ${JSON.stringify(value)}`,
        ).not.toMatch(/Cannot|not iterable|is not a|\[object/);
      }
    }
  }
  expect(refused).toBeGreaterThan(500);
});

test.each([
  ['priority', { priority: { door: 1 } }, 'discipline'],
  ['impatientTo', { impatientTo: 'desk' }, 'patience'],
  ['whenFull', { whenFull: 'block' }, 'places'],
] as const)('%s means nothing alone, and is refused', (key, keys, missing) => {
  const spec: NetworkSpec = {
    sources: { door: { arrivals: { times: [1] }, to: 'desk' } },
    stations: { desk: { servers: 1, service: { family: 'fixed', value: 1 }, ...keys } },
  };
  expect(() => network(spec)).toThrow(`desk.${key} is`);
  expect(() => network(spec)).toThrow(`it has no effect without ${missing}.`);
});

test('a clock too far from 0 for its steps is refused instead of standing still for ever', () => {
  const run = (arrivals: Arrivals): unknown =>
    network({
      sources: { door: { arrivals, to: 'desk' } },
      stations: { desk: { servers: 1, service: { family: 'fixed', value: 1 } } },
    }).run({ customers: 3 });
  const stuck = /has no digits for steps of/;
  expect(() => run({ every: { family: 'exponential', mean: 1 }, from: 1e17 })).toThrow(stuck);
  expect(() =>
    run({
      mmpp: {
        rates: [1, 2],
        switch: [
          [0, 1],
          [1, 0],
        ],
      },
      from: 1e17,
    }),
  ).toThrow(stuck);
});
