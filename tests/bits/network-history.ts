import {
  coxian,
  erlang,
  exponential,
  fixed,
  gamma,
  lognormal,
  network,
  type Discipline,
  type NetworkSpec,
  type Observation,
  poisson,
} from '@hallsim/kernel';
import { BitHash } from './hash.js';

const ORDERS: readonly Discipline[] = [
  'fifo',
  'lifo',
  'random',
  'priority',
  'preemptive-resume',
  'preemptive-restart',
  'preemptive-lose',
  'accumulating',
];

/** A hall of two desks and an office, of which stations may be given otherwise. */
const hall = (desks: Partial<NetworkSpec['stations'][string]>): NetworkSpec => ({
  sources: {
    general: { arrivals: poisson(0.9), to: { desks: 0.8, office: 0.1 } },
    vip: { arrivals: { every: gamma(4, 0.5), batch: fixed(2) }, to: 'desks' },
  },
  stations: {
    desks: {
      servers: 4,
      service: { byClass: { general: lognormal(3, 0.7), vip: fixed(2) } },
      ...desks,
    },
    office: { servers: 1, service: coxian([1, 4], [0.3]) },
  },
  routes: { desks: { office: 0.2 } },
});

/** Two lines, one behind the other. */
const LINES: NetworkSpec = {
  sources: { door: { arrivals: poisson(0.5), to: 'first' } },
  stations: {
    first: { servers: 2, service: exponential(3) },
    second: { servers: 1, service: erlang(1.5, 2), patience: exponential(20) },
  },
  routes: { first: { second: 1 } },
};

/**
 * Networks by each of the ways in which they may run: event by event with every discipline,
 * impatience, a schedule and blocking; first come, first served in one loop; by a recursion. Returns the
 * fingerprint of every visit or, where visits are not told, of what was counted.
 */
export function networkHistory(): string {
  const hash = new BitHash();
  const priority = { general: 2, vip: 1 };
  const patience = exponential(8);
  const eventful = [
    ...ORDERS.map((discipline) => hall({ discipline, priority, patience })),
    hall({ discipline: 'processor-sharing' }),
    hall({ discipline: ({ waited, joined }) => (waited > 5 ? joined : -joined) }),
    hall({
      servers: {
        steps: [
          [0, 5],
          [200, 1],
          [300, 4],
        ],
        atDecrease: 'interrupt',
      },
    }),
    hall({ places: 9, whenFull: 'block', joins: [1, 1, 1, 1, 1, 0.7] }),
  ];
  for (const spec of eventful) {
    network(spec).run({
      seed: 'riverside',
      customers: 400,
      onVisit: ({ number, joined, began, started, ended, work, outcome }) =>
        hash.addAll([number, joined, began, started, ended, work, outcome.length]),
    });
  }
  const counted: [NetworkSpec, readonly Observation[]][] = [
    [hall({}), ['visits', 'levels']],
    [hall({ patience }), []],
    [LINES, []],
  ];
  for (const [spec, observe] of counted) {
    const { stations, sojourn, time } = network(spec).run({
      seed: 'riverside',
      customers: 5_000,
      warmUp: 100,
      quantiles: [0.5, 0.95],
      over: [5],
      observe,
    });
    hash.addAll([time, sojourn.mean]);
    for (const { wait, timeMean, level } of Object.values(stations)) {
      hash.addAll([wait.mean, wait.variance, wait.probability, ...wait.over, ...wait.quantiles]);
      hash.addAll([timeMean, level.present, level.utilisation]);
    }
  }
  return hash.toString();
}
