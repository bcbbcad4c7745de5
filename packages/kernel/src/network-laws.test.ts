import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Discipline,
  exponential,
  network,
  type NetworkSpec,
  poisson,
  type Spread,
  type StationSpec,
  type VisitRecord,
} from './index.js';

const mm = (rate: number, station: StationSpec): NetworkSpec => ({
  sources: { door: { arrivals: poisson(rate), to: 'desk' } },
  stations: { desk: station },
});

/** Every visit of a run, copied. */
function visits(spec: NetworkSpec, options: { seed: string; customers?: number; until?: number }) {
  const all: VisitRecord[] = [];
  const result = network(spec).run({ ...options, onVisit: (visit) => all.push({ ...visit }) });
  return { all, result };
}

describe('recursion and events are one engine', () => {
  const spread: fc.Arbitrary<Spread> = fc.constantFrom<Spread>(
    { family: 'exponential', mean: 1 },
    { family: 'fixed', value: 1 } as const,
    { family: 'lognormal', mean: 1.3, cv: 0.8 } as const,
    { family: 'gamma', mean: 0.7, cv: 0.5 } as const,
    { family: 'uniform', from: 0.5, to: 1 } as const,
  );
  test('a first-come station gives the same waits to the last bit, ties and impatience included', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.record({ every: spread, class: fc.constantFrom('a', 'b') }), {
          minLength: 1,
          maxLength: 3,
        }),
        spread,
        fc.option(spread),
        fc.integer({ min: 0, max: 50 }),
        fc.string(),
        (servers, flows, service, patience, warmUp, seed) => {
          const sources: NetworkSpec['sources'] = Object.fromEntries(
            flows.map(({ every, class: ofClass }, i) => [
              `door-${i}`,
              { arrivals: { every }, class: ofClass, to: 'desk' },
            ]),
          );
          const desk: StationSpec = {
            servers,
            service,
            ...(patience === null ? {} : { patience }),
          };
          const line = network({ sources, stations: { desk } });
          const options = {
            seed,
            customers: 700,
            warmUp,
            quantiles: [0.5, 0.95],
            over: [1],
            observe: [],
          };
          const fast = line.run(options);
          expect(fast.end).toBe('customers');
          expect(fast).toEqual(line.runByEvents(options));
        },
      ),
      { seed: 1, numRuns: 150 },
    );
  });
});

describe('recursion passes customers on', () => {
  const spread: fc.Arbitrary<Spread> = fc.constantFrom<Spread>(
    { family: 'exponential', mean: 1 },
    { family: 'fixed', value: 1 },
    { family: 'lognormal', mean: 1.3, cv: 0.8 },
  );
  const station = fc
    .record({
      servers: fc.integer({ min: 1, max: 6 }),
      service: spread,
      patience: fc.option(spread),
    })
    .map(
      ({ servers, service, patience }): StationSpec => ({
        servers,
        service,
        ...(patience === null ? {} : { patience }),
      }),
    );

  test('lines behind lines give the same waits to the last bit as events', () => {
    fc.assert(
      fc.property(
        fc.tuple(station, station, station, station, station),
        fc.record({
          every: spread,
          batch: fc.constantFrom(undefined, { family: 'fixed', value: 2 } as const),
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 30 }),
        fc.string(),
        ([a, b, c, d, e], { every, batch }, share, warmUp, seed) => {
          const arrivals = { every, ...(batch === undefined ? {} : { batch }) };
          const line = network({
            sources: {
              first: { arrivals, to: 'a' },
              second: { arrivals: { every: { family: 'exponential', mean: 2 } }, to: 'a' },
              other: { arrivals: poisson(0.5), to: 'e' },
            },
            stations: { a, b, c, d, e },
            routes: {
              a: { byClass: { first: { b: share, c: (1 - share) / 2 }, second: { c: 1 } } },
              c: { d: 0.9 },
            },
          });
          const options = {
            seed,
            customers: 400,
            warmUp,
            quantiles: [0.5],
            over: [1],
            observe: [],
          };
          expect(line.run(options)).toEqual(line.runByEvents(options));
        },
      ),
      { seed: 1, numRuns: 120 },
    );
  });

  test.each([1, 2, 4, 5, 20])(
    'also where the last of a whole number of crowds are at %i servers, as many as go on at once',
    (servers) => {
      for (const [behind, customers] of [
        [1, 1024],
        [3, 1024],
        [7, 1536],
      ] as const) {
        const line = network({
          sources: { door: { arrivals: poisson(1), to: 'a' } },
          stations: {
            a: { servers, service: exponential(0.9 * servers) },
            b: { servers: behind, service: exponential(0.9 * behind) },
            c: { servers, service: { family: 'fixed', value: 0.8 * servers } },
          },
          routes: { a: { b: 1 }, b: { c: 1 } },
        });
        const options = { seed: `${servers}`, customers, quantiles: [0.5], over: [1], observe: [] };
        expect(line.run(options)).toEqual(line.runByEvents(options));
      }
    },
  );

  test('a recursion stops at the signal, too', () => {
    let looked = 0;
    const signal = {
      get aborted() {
        return ++looked > 2;
      },
    };
    const line = network(mm(1, { servers: 2, service: exponential(1) }));
    const { end, stations } = line.run({ seed: 's', customers: 1e9, observe: [], signal });
    expect(end).toBe('aborted');
    expect(stations.desk!.joined).toBeGreaterThan(0);
    expect(stations.desk!.joined).toBeLessThan(10_000);
  });
});

describe('first-come stations in one loop', () => {
  const spread: fc.Arbitrary<Spread> = fc.constantFrom<Spread>(
    { family: 'exponential', mean: 1 },
    { family: 'fixed', value: 1 },
    { family: 'uniform', from: 0.5, to: 1 },
  );
  const perClass = fc.oneof(
    spread,
    fc.record({ a: spread, b: spread }).map((byClass) => ({ byClass })),
  );
  const station = fc.record({ servers: fc.integer({ min: 1, max: 3 }), service: perClass });
  const share = fc.constantFrom(0, 0, 0.25, 0.4, 0.5, 1);
  const shares = fc.tuple(share, share, share).map((row) => {
    const total = Math.max(1, row[0] + row[1] + row[2]);
    return Object.fromEntries(row.map((one, i) => [`s${i}`, one / total]));
  });
  const far = fc.constantFrom(
    { customers: 300 },
    { customers: 300, warmUp: 40 },
    { until: 120 },
    { until: 150, warmUp: 30 },
    { until: 60, customers: 50 },
  );

  test('any routing, classes, sources and ties give the same results to the last bit as events', () => {
    fc.assert(
      fc.property(
        fc.tuple(station, station, station),
        fc.tuple(shares, shares, shares),
        fc.oneof(fc.constant('s0'), shares),
        spread,
        far,
        fc.constantFrom<('visits' | 'levels')[]>([], ['visits'], ['levels'], ['visits', 'levels']),
        fc.string(),
        (stations, routes, to, every, options, observe, seed) => {
          const line = network({
            sources: {
              first: { arrivals: { every }, class: 'a', to },
              second: {
                arrivals: { every, batch: { family: 'fixed', value: 2 } },
                class: 'b',
                to: 's1',
              },
            },
            stations: Object.fromEntries(stations.map((one, i) => [`s${i}`, one])),
            routes: Object.fromEntries(routes.map((one, i) => [`s${i}`, one])),
          });
          const all = { seed, quantiles: [0.5], over: [1], observe, ...options };
          const outcome = (run: () => unknown) => {
            try {
              return run();
            } catch (error) {
              return String(error);
            }
          };
          expect(outcome(() => line.run(all))).toEqual(outcome(() => line.runByEvents(all)));
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  test('who goes round and round for ever is drawn on and on', () => {
    const line = network({
      sources: { door: { arrivals: { times: [0, 1, 2] }, to: 'a' } },
      stations: {
        a: { servers: 1, service: { family: 'exponential', mean: 1 } },
        b: { servers: 2, service: { family: 'lognormal', mean: 1, cv: 0.5 } },
      },
      routes: { a: { b: 1 }, b: { a: 1 } },
    });
    expect(line.run({ until: 300 })).toEqual(line.runByEvents({ until: 300 }));
    expect(line.run({ until: 300 }).inside).toBe(3);
  });

  test('it stops at the signal', () => {
    let looked = 0;
    const signal = {
      get aborted() {
        return ++looked > 2;
      },
    };
    const line = network(mm(1, { servers: 2, service: exponential(1) }));
    expect(line.run({ customers: 1e9, signal }).end).toBe('aborted');
  });
});

describe('conservation and Little, in random networks', () => {
  const station = fc
    .record(
      {
        servers: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant('infinite' as const)),
        service: fc.constant({ family: 'exponential', mean: 1 } as const),
        discipline: fc.constantFrom(
          'fifo',
          'lifo',
          'random',
          'priority',
          'preemptive-resume',
          'accumulating',
        ),
        patience: fc.constant({ family: 'exponential', mean: 5 } as const),
        places: fc.integer({ min: 1, max: 8 }),
        whenFull: fc.constantFrom('reject', 'block'),
      },
      { requiredKeys: ['servers', 'service'] },
    )
    .map(({ whenFull, ...rest }) =>
      whenFull === undefined || rest.places === undefined ? rest : { ...rest, whenFull },
    );
  const spec = fc
    .tuple(
      fc.array(station, { minLength: 1, maxLength: 4 }),
      fc.array(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        { minLength: 4, maxLength: 4 },
      ),
      fc.double({ min: 0.2, max: 2, noNaN: true }),
    )
    .map(([stations, weights, rate]): NetworkSpec => {
      const ids = stations.map((_, i) => `s${i}`);
      const shares = (row: readonly number[]) =>
        Object.fromEntries(ids.map((id, i) => [id, (row[i]! / 4) * 0.9]));
      return {
        sources: {
          a: { arrivals: poisson(rate), to: shares([4, 4, 4, 4].map((x) => x / ids.length)) },
          b: { arrivals: poisson(rate / 2), to: ids[0]! },
        },
        stations: Object.fromEntries(ids.map((id, i) => [id, stations[i] as StationSpec])),
        routes: Object.fromEntries(ids.map((id, i) => [id, shares(weights[i]!)])),
      };
    });

  test('who joins is served, abandons, or is still there; nobody is served twice at once', () => {
    fc.assert(
      fc.property(spec, fc.string(), (declared, seed) => {
        const { all, result } = visits(declared, { seed, until: 200 });
        const inService = new Map<string, { from: number; to: number }[]>();
        for (const visit of all) {
          expect(visit.ended).toBeGreaterThanOrEqual(visit.joined);
          if (visit.outcome === 'served') {
            expect(visit.started).toBeGreaterThanOrEqual(visit.joined);
            const list = inService.get(visit.station) ?? [];
            list.push({ from: visit.started, to: visit.ended });
            inService.set(visit.station, list);
          }
        }
        for (const [id, station] of Object.entries(result.stations)) {
          expect(station.served + station.abandoned).toBeLessThanOrEqual(station.joined);
          expect(station.level.busy).toBeLessThanOrEqual(
            typeof declared.stations[id]!.servers === 'number'
              ? declared.stations[id]!.servers
              : Infinity,
          );
          if (declared.stations[id]!.places !== undefined) {
            expect(station.level.present).toBeLessThanOrEqual(declared.stations[id]!.places);
          }
        }
        expect(result.time).toBe(200);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test("Little's law holds, and servers work as long as services last, once everybody has left", () => {
    fc.assert(
      fc.property(spec, fc.string(), (declared, seed) => {
        const sources = Object.fromEntries(
          Object.entries(declared.sources!).map(([id, source]) => [
            id,
            { ...source, arrivals: { ...source.arrivals, until: 50 } },
          ]),
        );
        const { all, result } = visits({ ...declared, sources }, { seed, until: 5000 });
        fc.pre(result.inside === 0);
        for (const [id, { level }] of Object.entries(result.stations)) {
          const here = all.filter(({ station }) => station === id);
          // a server that is held for want of a place keeps its customer at the station
          if (Object.values(declared.stations).some(({ whenFull }) => whenFull === 'block'))
            continue;
          const time = here.reduce((sum, { joined, ended }) => sum + ended - joined, 0);
          expect(level.present * 5000).toBeCloseTo(time, 6);
          if (declared.stations[id]!.discipline === 'preemptive-resume') continue;
          const work = here.reduce(
            (sum, v) => sum + (v.outcome === 'served' ? v.ended - v.started : 0),
            0,
          );
          expect(level.busy * 5000).toBeCloseTo(work, 6);
          expect(level.waiting * 5000).toBeCloseTo(time - work, 6);
        }
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('no order of service makes one server idle while somebody waits: all finish at one time', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0.3, max: 1.5, noNaN: true }), (seed, rate) => {
        const end = (discipline: Discipline) =>
          network({
            sources: {
              low: { arrivals: poisson(rate / 2), to: 'desk' },
              high: { arrivals: poisson(rate / 2), to: 'desk' },
            },
            stations: {
              desk: {
                servers: 1,
                service: exponential(1),
                discipline,
                priority: { low: 2, high: 1 },
              },
            },
          }).run({ seed, customers: 200 }).time;
        const first = end('fifo');
        for (const discipline of [
          'lifo',
          'random',
          'priority',
          'preemptive-resume',
          'accumulating',
          'processor-sharing',
        ] as const) {
          expect(end(discipline)).toBeCloseTo(first, 6);
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

describe('common random numbers', () => {
  test('one server more shortens no wait of anybody into a longer one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.string(), (servers, seed) => {
        const waits = (count: number) =>
          new Map(
            visits(mm(2, { servers: count, service: exponential(1) }), {
              seed,
              customers: 300,
            }).all.map(({ number, started, joined }) => [number, started - joined]),
          );
        const few = waits(servers);
        const more = waits(servers + 1);
        for (const [number, wait] of more)
          expect(wait).toBeLessThanOrEqual(few.get(number)! + 1e-12);
      }),
      { seed: 1 },
    );
  });

  test('doubling every time doubles every wait, to the bit', () => {
    const scaled = (factor: number) =>
      network({
        sources: { door: { arrivals: { every: exponential(factor) }, to: 'desk' } },
        stations: { desk: { servers: 1, service: exponential(0.8 * factor) } },
      }).runByEvents({ seed: 'scale', customers: 2000 }).stations.desk;
    expect(scaled(4).wait.mean).toBe(4 * scaled(1).wait.mean);
  });
});
