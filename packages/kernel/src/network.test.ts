import { describe, expect, test } from 'vitest';
import {
  exponential,
  fixed,
  Network,
  network,
  type NetworkSpec,
  poisson,
  SpecError,
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

describe('at one instant', () => {
  test('a server that is free at t serves the customer whose patience ends at t', () => {
    const { all } = visits(
      {
        sources: { door: { arrivals: { times: [0, 1] }, to: 'desk' } },
        stations: { desk: { servers: 1, service: fixed(5), patience: fixed(4) } },
      },
      { seed: 's', customers: 2 },
    );
    expect(all.map(({ outcome, started }) => [outcome, started])).toEqual([
      ['served', 0],
      ['served', 5],
    ]);
  });

  test('servers that come at t take who waits before patience ends or somebody new comes', () => {
    const servers = {
      steps: [
        [0, 0],
        [9, 1],
      ],
    } as const;
    const { all } = visits(
      {
        sources: { door: { arrivals: { times: [1, 1, 9] }, to: 'desk' } },
        stations: { desk: { servers, service: fixed(5), patience: fixed(8), places: 2 } },
      },
      { seed: 's', customers: 3 },
    );
    expect(all.map(({ number, outcome, ended }) => [number, outcome, ended])).toEqual([
      [1, 'abandoned', 9],
      [0, 'served', 14],
      [2, 'served', 19],
    ]);
  });

  test('who arrives when a service ends meets a free server', () => {
    const { result } = visits(
      {
        sources: { door: { arrivals: { every: fixed(2) }, to: 'desk' } },
        stations: { desk: { servers: 1, service: fixed(2), places: 1 } },
      },
      { seed: 's', customers: 10 },
    );
    expect(result.stations['desk']!.rejected).toBe(0);
  });
});

describe('disciplines, by a day that can be followed by hand', () => {
  // one server; services of 10; the first comes at 0, three wait from 1, 2 and 3 on
  const follow = (desk: Omit<StationSpec, 'servers' | 'service'>) =>
    visits(
      {
        sources: {
          low: { arrivals: { times: [0, 1, 3] }, to: 'desk' },
          high: { arrivals: { times: [2] }, to: 'desk' },
        },
        stations: { desk: { servers: 1, service: fixed(10), ...desk } },
      },
      { seed: 's', customers: 4 },
    ).all.map((visit) => `${visit.class}${visit.number}@${visit.ended}${visit.outcome[0]}`);

  test.each<[string, Omit<StationSpec, 'servers' | 'service'>, string]>([
    ['first come', {}, 'low0@10s low1@20s high0@30s low2@40s'],
    ['last come', { discipline: 'lifo' }, 'low0@10s low2@20s high0@30s low1@40s'],
    [
      'priority',
      { discipline: 'priority', priority: { low: 2, high: 1 } },
      'low0@10s high0@20s low1@30s low2@40s',
    ],
    [
      'preemptive, resumed first',
      { discipline: 'preemptive-resume', priority: { low: 2, high: 1 } },
      'high0@12s low0@20s low1@30s low2@40s',
    ],
    [
      'preemptive, begun anew',
      { discipline: 'preemptive-restart', priority: { low: 2, high: 1 } },
      'high0@12s low0@22s low1@32s low2@42s',
    ],
    [
      'preemptive, lost',
      { discipline: 'preemptive-lose', priority: { low: 2, high: 1 } },
      'low0@2i high0@12s low1@22s low2@32s',
    ],
    // at 10: low1 has 9, high0 8 * 2 = 16; at 20: low1 19, low2 17
    [
      'credit that grows with waiting',
      { discipline: 'accumulating', priority: { low: 1, high: 2 } },
      'low0@10s high0@20s low1@30s low2@40s',
    ],
    [
      'a rule of rank',
      { discipline: ({ joined }) => -joined },
      'low0@10s low2@20s high0@30s low1@40s',
    ],
    ['impatience', { patience: fixed(8.6) }, 'low1@9.6a low0@10s low2@11.6a high0@20s'],
  ])('%s', (_, desk, expected) => {
    expect(follow(desk).join(' ')).toBe(expected);
  });

  test('among equals who joined first is served first, by credit and by a rule of rank', () => {
    const follow = (times: readonly number[][], desk: Partial<StationSpec>) =>
      visits(
        {
          sources: {
            high: { arrivals: { times: times[0]! }, to: 'desk' },
            low: { arrivals: { times: times[1]! }, to: 'desk' },
          },
          stations: { desk: { servers: 1, service: fixed(10), ...desk } },
        },
        { seed: 's', until: 100 },
      ).all.map((visit) => `${visit.class}${visit.number}@${visit.ended}`);
    // at 10 both have a credit of 8
    const credit = { discipline: 'accumulating', priority: { high: 2, low: 1 } } as const;
    expect(follow([[0, 6], [2]], credit)).toEqual(['high0@10', 'low0@20', 'high1@30']);
    expect(
      follow(
        [
          [0, 2],
          [1, 3],
        ],
        { discipline: () => 0 },
      ),
    ).toEqual(['high0@10', 'low0@20', 'high1@30', 'low1@40']);
  });

  test('a visit tells the first start of service from the last, the work, and whether it counts', () => {
    const all: VisitRecord[] = [];
    network({
      sources: {
        low: { arrivals: { times: [0, 30] }, to: 'desk' },
        high: { arrivals: { times: [2, 40] }, to: 'desk' },
      },
      stations: {
        desk: {
          servers: 1,
          service: fixed(10),
          discipline: 'preemptive-resume',
          priority: { low: 2, high: 1 },
        },
      },
    }).run({ customers: 3, warmUp: 1, onVisit: (visit) => all.push({ ...visit }) });
    expect(
      all.map(({ class: of, began, started, ended, work, counted }) => [
        of,
        began,
        started,
        ended,
        work,
        counted,
      ]),
    ).toEqual([
      ['high', 2, 2, 12, 10, true],
      ['low', 0, 12, 20, 10, false],
      ['low', 30, 30, 40, 10, true],
      ['high', 40, 40, 50, 10, true],
    ]);
  });

  test('processor sharing gives everybody present an even part', () => {
    const { all } = visits(
      {
        sources: { door: { arrivals: { times: [0, 4] }, to: 'desk' } },
        stations: { desk: { servers: 1, service: fixed(6), discipline: 'processor-sharing' } },
      },
      { seed: 's', customers: 2 },
    );
    // alone until 4, then half speed: 2 left take 4; the second has then 4 left, alone
    expect(all.map(({ number, ended }) => [number, ended])).toEqual([
      [0, 8],
      [1, 12],
    ]);
  });

  test('service in random order is fair over many customers: same mean as first come, more variance', () => {
    const mean = (discipline: 'fifo' | 'random') =>
      network(mm(0.8, { servers: 1, service: exponential(1), discipline })).runByEvents({
        seed: 'order',
        customers: 200_000,
      }).stations['desk']!.wait;
    const fifo = mean('fifo');
    const random = mean('random');
    expect(random.mean / fifo.mean).toBeCloseTo(1, 2);
    // M/M/1: variance of the wait 24 for first come; 2 (1 - ρ) ... larger for random order
    expect(random.variance / fifo.variance).toBeGreaterThan(1.2);
  });
});

test.each([
  ['rejected', { places: 1 }],
  ['balked', { joins: [1, 0] }],
] as const)('who is %s is counted in their own class', (what, rule) => {
  const { result } = visits(
    {
      sources: {
        first: { arrivals: { times: [0] }, to: 'desk' },
        late: { arrivals: { times: [1, 2] }, to: 'desk' },
      },
      stations: { desk: { servers: 1, service: fixed(10), ...rule } },
    },
    { seed: 's', customers: 3 },
  );
  const { byClass } = result.stations['desk']!;
  expect(byClass['first']![what]).toBe(0);
  expect(byClass['late']![what]).toBe(2);
});

test('a network made by hand runs as a declared one, and takes spreads by their functions alone', () => {
  const spec = mm(0.9, { servers: 1, service: exponential(1) });
  const run = { seed: 's', customers: 500 };
  expect(new Network(spec).run(run)).toEqual(network(spec).run(run));
  const wrong = (change: object): (() => unknown) => {
    return () => new Network({ ...spec, ...change });
  };
  const service = { family: 'exponential', mean: 1 } as const;
  expect(wrong({ stations: { desk: { servers: 1, service } } })).toThrow(
    /desk\.service is .*: give a spread such as exponential\(4\)/,
  );
  for (const arrivals of [{ rates: [[0, 1]] }, { times: [1], batch: fixed(2) }]) {
    expect(wrong({ sources: { door: { arrivals, to: 'desk' } } })).toThrow(
      /door\.arrivals is .*: declare by network\(\)/,
    );
  }
});

test('what is counted at a station, by hand', () => {
  // the first is served 0-4, the second leaves at 3.5, the third is served 4-8
  const servers = {
    steps: [
      [0, 1],
      [5, 3],
    ],
  } as const;
  const { span, sojourn, stations } = network({
    sources: { door: { arrivals: { times: [0, 1, 2] }, to: 'desk' } },
    stations: { desk: { servers, service: fixed(4), patience: fixed(2.5) } },
  }).run({ until: 10, over: [1], quantiles: [0.5] });
  const { joined, served, abandoned, wait, timeMean, level } = stations.desk;
  expect([span, joined, served, abandoned]).toEqual([10, 3, 2, 1]);
  expect(wait).toEqual({
    mean: 1,
    variance: 1,
    probability: 0.5,
    over: [0.5],
    quantiles: [2],
    allMean: 1.5,
    abandonedMean: 2.5,
  });
  expect(level).toEqual({ present: 1.25, waiting: 0.45, busy: 0.8, blocked: 0, utilisation: 0.4 });
  expect([timeMean, sojourn.mean]).toEqual([5, 12.5 / 3]);
});

describe('a trace', () => {
  test('tells of every event of a network before it happens, with customer and station', () => {
    const seen: string[] = [];
    network({
      sources: { door: { arrivals: { times: [0, 1, 2] }, to: 'desk' } },
      stations: {
        desk: {
          servers: {
            steps: [
              [0, 1],
              [9, 2],
            ],
          },
          service: fixed(4),
          patience: fixed(2.5),
        },
        cpu: { servers: 1, service: fixed(1), discipline: 'processor-sharing' },
      },
      routes: { desk: { cpu: 1 } },
    }).run({
      until: 20,
      warmUp: 3,
      trace: ({ time, event, who = '-', what = '-' }) =>
        seen.push(`${time} ${event}: ${who}, ${what}`),
    });
    expect(seen).toEqual([
      '0 arrival: door, -',
      '1 arrival: door, -',
      '2 arrival: door, -',
      '3 end of warm-up: -, -',
      '3.5 end of patience: door 1, desk',
      '4 end of service: door 0, desk',
      '5 end of shared service: -, cpu',
      '8 end of service: door 2, desk',
      '9 end of shared service: -, cpu',
      '9 change of servers: -, desk',
    ]);
  });

  test('changes nothing, and is no other network where it is off', () => {
    const line = network(mm(0.9, { servers: 1, service: exponential(1) }));
    const run = { seed: 's', customers: 300, quantiles: [0.9] };
    let events = 0;
    expect(line.run({ ...run, trace: () => events++ })).toEqual(line.run(run));
    expect(events).toBe(600);
    expect(() => line.run({ ...run, trace: true as never })).toThrow('run.trace is true');
  });
});

describe('what cannot be run is refused, all at once', () => {
  test('with the place, the value and the way out', () => {
    const attempt = () =>
      network({
        sources: { door: { arrivals: { every: { family: 'exponential', mean: -1 } }, to: 'dsk' } },
        stations: {
          desk: {
            servers: -1,
            service: { family: 'exponental', mean: 1 } as never,
            discipline: 'fifoo' as never,
            places: 1.5,
          },
        },
        routes: { desk: { desk: 0.7, kiosk: 0.5 } },
      });
    expect(attempt).toThrow(SpecError);
    try {
      attempt();
    } catch (error) {
      const paths = (error as SpecError).issues.map(({ path }) => path);
      expect(paths).toEqual(
        expect.arrayContaining([
          'sources.door.to.dsk',
          'stations.desk.servers',
          'stations.desk.service',
          'stations.desk.discipline',
          'stations.desk.places',
          'routes.desk.kiosk',
          'routes.desk',
        ]),
      );
      expect(String(error)).toContain('sources.door.to.dsk is "dsk": there is desk.');
    }
  });

  test.each([
    [{}, /say how far/],
    [{ customers: 0 }, /run\.customers is 0/],
    [{ customers: 1.5 }, /run\.customers is 1\.5/],
    [{ until: NaN }, /run\.until is NaN/],
    [{ until: 5, warmUp: 5 }, /run\.warmUp is 5/],
    [{ customers: 5, warmUp: -1 }, /run\.warmUp is -1/],
    [{ customers: 5, quantiles: [1.1] }, /run\.quantiles is \[1\.1\]/],
    [{ customers: 5, quantiles: 0.95 as never }, /run\.quantiles is 0\.95: give a list/],
    [{ customers: '100' as never }, /run\.customers is "100"/],
    [{ until: '100' as never }, /run\.until is "100"/],
    [{ until: 9, replication: 0.5 }, /run\.replication is 0\.5/],
    [{ until: 9, replication: 2 ** 32 }, /run\.replication is 4294967296/],
    [{ until: 9, seed: null as never }, /run\.seed is null/],
    [{ until: 9, seed: NaN }, /run\.seed is NaN: give a text or a finite number/],
    [{ until: 9, onVisit: 1 as never }, /run\.onVisit is 1/],
    [{ until: 9, signal: true as never }, /run\.signal is true/],
    [
      { until: 9, signal: new AbortController() as never },
      /run\.signal is \{\}: .* AbortController/,
    ],
    [{ customers: 5, over: [-1] }, /run\.over is \[-1\]/],
    [{ customers: 5, warmup: 100 }, /run\.warmup is 100: there are seed/],
    [{ customers: 5, observe: ['wait' as never] }, /run\.observe is \["wait"\]/],
    [null as never, /say how far with \{ customers/],
  ])('options %j', (options, message) => {
    expect(() => network(mm(1, { servers: 1, service: fixed(1) })).run(options)).toThrow(message);
  });

  test('customers whom nobody will ever serve stay inside, and the clock has gone on', () => {
    const { inside, time } = network(mm(1, { servers: 0, service: fixed(1) })).run({
      customers: 9,
    });
    expect(inside).toBe(9);
    expect(time).toBeGreaterThan(1);
  });

  test.each<[string, NetworkSpec, RegExp]>([
    [
      'a service that may be negative',
      mm(0.5, { servers: 1, service: { family: 'normal', mean: 1, sd: 1 } }),
      /stations\.desk\.service is \{"family":"normal".* may give -.*truncatedNormal/,
    ],
    [
      'a discipline that is null',
      mm(1, { servers: 1, service: fixed(1), discipline: null as never }),
      /desk\.discipline is null: there are fifo/,
    ],
    ['no network at all', null as never, /network is null: declare \{ sources/],
    [
      'a population beyond the places',
      { stations: { desk: { servers: 1, service: fixed(1), places: 3 } }, population: { desk: 5 } },
      /population\.desk is 5: the station has 3 places/,
    ],
  ])('%s', (_, spec, message) => {
    expect(() => network(spec)).toThrow(message);
  });

  test('a seed may be a number, which is the same as its text', () => {
    const line = network(mm(1, { servers: 1, service: exponential(0.8) }));
    expect(line.run({ seed: 42, customers: 9 })).toEqual(line.run({ seed: '42', customers: 9 }));
  });

  test('waits kept for quantiles belong to one run, though runs share their room', () => {
    const line = network(mm(0.9, { servers: 1, service: exponential(1) }));
    const quantiles = [0.1, 0.5, 0.95];
    const run = (customers: number) => line.run({ customers, quantiles }).stations.desk!.wait;
    const first = run(400);
    expect(run(2_000).quantiles).not.toEqual(first.quantiles);
    expect(run(400)).toEqual(first);
  });

  test('a schedule of servers without a step', () => {
    expect(() => network(mm(1, { servers: { steps: [] }, service: fixed(1) }))).toThrow(
      /desk\.servers\.steps is \[\]: give at least one step/,
    );
  });

  test('a network that nobody can leave runs until a time only', () => {
    const round = network({
      ...mm(1, { servers: 1, service: fixed(1) }),
      routes: { desk: { desk: 1 } },
    });
    expect(() => round.run({ customers: 10 })).toThrow(/station "desk" may never leave/);
    const nobodyGoes = network({
      sources: { door: { arrivals: poisson(1), to: 'desk' } },
      stations: { desk: { servers: 1, service: fixed(1) }, way: { servers: 1, service: fixed(1) } },
      routes: { desk: { desk: 1, way: 0 } },
    });
    expect(() => nobodyGoes.run({ customers: 10 })).toThrow(/station "desk" may never leave/);
    expect(round.run({ until: 100 }).inside).toBeGreaterThan(0);
    // who is left alone neither waits in vain nor loses a service
    const [routes, service] = [{ desk: { desk: 1 } }, fixed(1)];
    for (const rule of [{ patience: fixed(1) }, { discipline: 'preemptive-lose' }] as const) {
      const desk = { servers: 1, service, ...rule };
      expect(() => network({ ...mm(1, desk), routes }).run({ customers: 10 })).toThrow(
        /may never leave/,
      );
    }
    // one in ten turns round, also at an empty desk
    const turnsRound = network({ ...mm(1, { servers: 1, service, joins: [0.9] }), routes });
    expect(turnsRound.run({ customers: 10 }).end).toBe('customers');
    const nobodyServes = mm(1, { servers: 0, service, patience: fixed(1) });
    expect(network({ ...nobodyServes, routes }).run({ customers: 10 }).end).toBe('customers');
    const { sources, stations } = mm(1, { servers: 1, service });
    const staff = { arrivals: poisson(1), to: 'desk' };
    const oneClassStays = { desk: { byClass: { staff: { desk: 1 } } } };
    const both = network({ sources: { ...sources, staff }, stations, routes: oneClassStays });
    expect(() => both.run({ customers: 10 })).toThrow(/station "desk" may never leave/);
    const full = network({
      sources: { door: { arrivals: poisson(1), to: 'desk' } },
      stations: {
        desk: { servers: 1, service, places: 1, whenFull: { to: 'hall' } },
        hall: { servers: 1, service },
      },
      routes: { hall: { hall: 1 } },
    });
    expect(() => full.run({ customers: 10 })).toThrow(/station "hall" may never leave/);
  });

  test('customers who go round without time passing are stopped', () => {
    const circle = network(
      mm(0.5, { servers: 1, service: exponential(1), patience: fixed(0), impatientTo: 'desk' }),
    );
    expect(() => circle.run({ customers: 1000 })).toThrow(/without time passing/);
  });

  test('a population runs until a time, not for a number of customers', () => {
    const closed = network({
      stations: {
        away: { servers: 'infinite', service: exponential(5) },
        desk: { servers: 1, service: exponential(1) },
      },
      routes: { away: { desk: 1 }, desk: { away: 1 } },
      population: { away: 3 },
    });
    expect(() => closed.run({ customers: 10 })).toThrow(/population.*until/);
    const { inside, stations } = closed.run({ until: 1000 });
    expect(inside).toBe(3);
    expect(stations.away.level.present + stations.desk.level.present).toBeCloseTo(3, 9);
  });

  test('a route to nowhere, a rank that is no number and a probability beyond 1 stop the run and say where', () => {
    const run = (spec: NetworkSpec) => () => network(spec).run({ seed: 's', customers: 50 });
    const desk = { servers: 1, service: fixed(2) };
    expect(run({ ...mm(1, desk), routes: { desk: () => 'dsk' } })).toThrow(
      /desk.*"dsk".*no station/s,
    );
    expect(run(mm(1, { ...desk, discipline: () => NaN }))).toThrow(/rule of rank.*desk.*NaN/s);
    expect(run(mm(1, { ...desk, joins: () => 2 }))).toThrow(/joins of station "desk" gave 2/);
    expect(run(mm(1, { ...desk, joins: () => 2 }))).toThrow(/The simulation cannot go on\.$/);
  });
});
