import { describe, expect, test } from 'vitest';
import { fixed, network, type NetworkSpec, type StationSpec } from './index.js';

/** What became of each visit, by hand: customer, station, start and end of service, outcome. */
function story(
  times: readonly number[],
  stations: Readonly<
    Record<string, Partial<StationSpec> & { readonly service: StationSpec['service'] }>
  >,
  routes: NetworkSpec['routes'] = {},
) {
  const seen: string[] = [];
  const complete = Object.entries(stations).map(([id, one]): [string, StationSpec] => [
    id,
    { servers: 1, ...one },
  ]);
  const result = network({
    sources: { door: { arrivals: { times }, to: 'a' } },
    stations: Object.fromEntries(complete),
    routes,
  }).run({
    until: 1_000,
    onVisit: ({ number, station, began, ended, outcome }) =>
      seen.push(`${number}${station} ${began}-${ended} ${outcome}`),
  });
  return { seen, result };
}

describe('who finds no place', () => {
  const full = { service: fixed(10), places: 1 };

  test('leaves the network, as is the default', () => {
    const { seen, result } = story([0, 1], { a: full });
    expect(seen).toEqual(['0a 0-10 served']);
    expect([result.stations['a']!.rejected, result.sojourn.count]).toEqual([1, 2]);
  });

  test('goes elsewhere where it is said, and is counted at both', () => {
    const { seen, result } = story([0, 1], {
      a: { ...full, whenFull: { to: 'b' } },
      b: { service: fixed(2) },
    });
    expect(seen).toEqual(['1b 1-3 served', '0a 0-10 served']);
    expect([result.stations['a']!.rejected, result.stations['b']!.served]).toEqual([1, 1]);
  });

  test('in a circle of full stations is stopped with the place', () => {
    const circle = () =>
      story([0, 1, 2], {
        a: { ...full, whenFull: { to: 'b' } },
        b: { ...full, whenFull: { to: 'a' } },
      });
    expect(circle).toThrow(
      /At 2, station "[ab]": whenFull sends customers round .* cannot go on\.$/,
    );
  });
});

describe('who is blocked', () => {
  const block = 'block' as const;

  test('holds the server until there is a place, and the first to wait for it comes in first', () => {
    const { seen, result } = story(
      [0, 0, 0, 0],
      {
        a: { servers: 2, service: fixed(1) },
        b: { service: fixed(10), places: 1, whenFull: block },
      },
      { a: { b: 1 } },
    );
    // 0 is served at b from 1 on; 1, then 2 hold a server each, so that 3 is served at a only at 11
    expect(seen).toEqual([
      '0a 0-1 served',
      '1a 0-1 served',
      '2a 1-2 served',
      '0b 1-11 served',
      '3a 11-12 served',
      '1b 11-21 served',
      '2b 21-31 served',
      '3b 31-41 served',
    ]);
    const { blocked } = result.stations['a']!.level;
    expect(blocked * result.span).toBeCloseTo(10 + 19 + 19, 9);
  });

  test('blocks others in turn, and one place that comes free lets them all go on', () => {
    const { seen } = story(
      [0, 0, 0],
      {
        a: { service: fixed(1) },
        b: { service: fixed(1), places: 1, whenFull: block },
        c: { service: fixed(10), places: 1, whenFull: block },
      },
      { a: { b: 1 }, b: { c: 1 } },
    );
    // 0 at c 2-12; 1 at b 2-3, blocked till 12; 2 at a 2-3, blocked till 12
    expect(seen).toEqual([
      '0a 0-1 served',
      '1a 1-2 served',
      '0b 1-2 served',
      '1b 2-3 served',
      '2a 2-3 served',
      '0c 2-12 served',
      '2b 12-13 served',
      '1c 12-22 served',
      '2c 22-32 served',
    ]);
  });

  test('from outside is rejected, and who comes back to the same station is not', () => {
    const { seen, result } = story(
      [0, 1],
      { a: { service: fixed(2), places: 1, whenFull: block } },
      { a: ({ visits }) => (visits < 3 ? 'a' : undefined) },
    );
    expect(seen).toEqual(['0a 0-2 served', '0a 2-4 served', '0a 4-6 served']);
    expect(result.stations['a']!.rejected).toBe(1);
  });
});

test('who loses patience goes where it is said', () => {
  const { seen } = story([0, 1], {
    a: { service: fixed(10), patience: fixed(3), impatientTo: 'b' },
    b: { service: fixed(2) },
  });
  expect(seen).toEqual(['1a NaN-4 abandoned', '1b 4-6 served', '0a 0-10 served']);
});

describe('when the number of servers falls', () => {
  const steps = [
    [0, 3],
    [4, 1],
    [20, 3],
  ] as const;

  test('those in service finish', () => {
    const { seen } = story([0, 1, 2, 3], { a: { service: fixed(10), servers: { steps } } });
    expect(seen).toEqual(['0a 0-10 served', '1a 1-11 served', '2a 2-12 served', '3a 12-22 served']);
  });

  test('or those who started last stop, and go on first', () => {
    const servers = { steps, atDecrease: 'interrupt' } as const;
    const { seen } = story([0, 1, 2, 3], { a: { service: fixed(10), servers } });
    // 1 and 2 stop at 4 with 7 and 8 left; 1 goes on at 10, and at 17 the other
    expect(seen).toEqual(['0a 0-10 served', '1a 1-17 served', '2a 2-25 served', '3a 20-30 served']);
  });
});

test('whoever started last stops, of whatever class', () => {
  const ends: string[] = [];
  network({
    sources: {
      low: { arrivals: { times: [0] }, to: 'a' },
      high: { arrivals: { times: [1] }, to: 'a' },
    },
    stations: {
      a: {
        servers: {
          steps: [
            [0, 2],
            [4, 1],
          ],
          atDecrease: 'interrupt',
        },
        service: fixed(10),
        discipline: 'priority',
        priority: { low: 2, high: 1 },
      },
    },
  }).run({ customers: 2, onVisit: (visit) => ends.push(`${visit.class} ${visit.ended}`) });
  expect(ends).toEqual(['low 10', 'high 17']);
});

test('a wait as long as a threshold is not over it', () => {
  const { over } = network({
    sources: { door: { arrivals: { times: [0, 1, 2] }, to: 'a' } },
    stations: { a: { servers: 1, service: fixed(3) } },
  }).run({ customers: 3, over: [1.9, 2, 4] }).stations.a.wait;
  expect(over).toEqual([2 / 3, 1 / 3, 0]);
});
