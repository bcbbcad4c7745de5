import { type Queue, type QueueSpec, readQueue } from '@hallsim/planning';

/** A queue whose formula is exact, so that its intervals can be held against it. */
export interface System {
  readonly id: string;
  /** Kendall's notation. */
  readonly what: string;
  /** Work that comes, as a share of what the servers can do. */
  readonly load: number;
  readonly seeds: number;
  readonly queue: Queue;
}

type Parts = Omit<QueueSpec, 'customers' | 'warmUp' | 'replications' | 'seed' | 'confidence'>;

const E1 = 'exponential 1 min';
/** Share `part` of the work that `servers` can do, one minute each. */
const poisson = (servers: number, part: number): string =>
  `${Number((60 * servers * part).toFixed(6))} per hour`;
const line = (servers: number, part: number, service = E1): Parts => ({
  arrivals: poisson(servers, part),
  service,
  servers,
});
const gaps = (servers: number, arrivals: string): Parts => ({ arrivals, service: E1, servers });
const TWO = (servers: number, part: number) => ({
  first: { arrivals: poisson(servers, 0.4 * part), priority: 1 },
  second: { arrivals: poisson(servers, 0.6 * part), priority: 2 },
});
const UNLIKE = (part: number) => ({
  firm: { arrivals: poisson(1, 0.2 * part), service: 'fixed 2 min', priority: 1, rate: 3 },
  person: { arrivals: poisson(1, 0.6 * part), service: E1, priority: 2, rate: 1 },
});

/**
 * Every system: id, Kendall's notation, customers of each replication after a warm-up of a quarter as
 * many, and the question. A busy line forgets slowly: with one server at a load of 95 % neighbouring
 * waits are as good as 1500 copies of one, at 90 % 340, at 80 % 70. Replications are at least some ten
 * times as long, so that each says something of its own and what is left of the empty start is small.
 */
const LIST: readonly (readonly [string, string, number, Parts])[] = [
  ['mm1-50', 'M/M/1', 1000, line(1, 0.5)],
  ['mm1-70', 'M/M/1', 1000, line(1, 0.7)],
  ['mm1-80', 'M/M/1', 2400, line(1, 0.8)],
  ['mm1-90', 'M/M/1', 6000, line(1, 0.9)],
  ['mm1-95', 'M/M/1', 20000, line(1, 0.95)],
  ['mm1-80-lifo', 'M/M/1, last come first served', 2400, { ...line(1, 0.8), discipline: 'lifo' }],
  ['mm1-80-random', 'M/M/1, in random order', 2400, { ...line(1, 0.8), discipline: 'random' }],
  ['mm2-60', 'M/M/2', 1200, line(2, 0.6)],
  ['mm2-90', 'M/M/2', 6000, line(2, 0.9)],
  ['mm3-75', 'M/M/3', 2000, line(3, 0.75)],
  ['mm5-80', 'M/M/5', 2800, line(5, 0.8)],
  ['mm5-90', 'M/M/5', 6000, line(5, 0.9)],
  ['mm5-95', 'M/M/5', 20000, line(5, 0.95)],
  ['mm5-90-random', 'M/M/5, in random order', 6000, { ...line(5, 0.9), discipline: 'random' }],
  ['mm10-85', 'M/M/10', 4000, line(10, 0.85)],
  ['mm20-90', 'M/M/20', 6000, line(20, 0.9)],
  ['mm50-95', 'M/M/50', 20000, line(50, 0.95)],
  ['md1-50', 'M/D/1', 1000, line(1, 0.5, 'fixed 1 min')],
  ['md1-80', 'M/D/1', 1600, line(1, 0.8, 'fixed 1 min')],
  ['md1-90', 'M/D/1', 4000, line(1, 0.9, 'fixed 1 min')],
  ['me4-85', 'M/E4/1', 2800, line(1, 0.85, 'erlang 1 min k 4')],
  ['mg1-gamma-80', 'M/G/1, gamma cv 0.7', 2400, line(1, 0.8, 'gamma 1 min cv 0.7')],
  ['mg1-lognormal-80', 'M/G/1, lognormal cv 0.8', 2400, line(1, 0.8, 'lognormal 1 min cv 0.8')],
  ['mg1-lognormal-90', 'M/G/1, lognormal cv 1.2', 8000, line(1, 0.9, 'lognormal 1 min cv 1.2')],
  ['mg1-weibull-75', 'M/G/1, Weibull cv 0.5', 1600, line(1, 0.75, 'weibull 1 min cv 0.5')],
  ['mg1-uniform-85', 'M/G/1, uniform', 2400, line(1, 0.85, 'uniform 0.5 min to 1.5 min')],
  ['mh1-60', 'M/H2/1, cv 2', 3200, line(1, 0.6, 'hyperexponential 1 min cv 2')],
  ['mh1-80', 'M/H2/1, cv 2', 6000, line(1, 0.8, 'hyperexponential 1 min cv 2')],
  [
    'mg1-lifo',
    'M/E2/1, last come first served',
    2400,
    { ...line(1, 0.8, 'erlang 1 min k 2'), discipline: 'lifo' },
  ],
  ['md2-80', 'M/D/2', 1600, line(2, 0.8, 'fixed 1 min')],
  ['md5-90', 'M/D/5', 4000, line(5, 0.9, 'fixed 1 min')],
  ['md10-95', 'M/D/10', 12000, line(10, 0.95, 'fixed 1 min')],
  ['me2-3-85', 'M/E2/3', 2800, line(3, 0.85, 'erlang 1 min k 2')],
  ['mh2-4-80', 'M/H2/4, cv 1.5', 4000, line(4, 0.8, 'hyperexponential 1 min cv 1.5')],
  ['dm1-80', 'D/M/1', 1600, gaps(1, 'fixed 1.25 min')],
  ['dm5-91', 'D/M/5', 4000, gaps(5, 'fixed 0.22 min')],
  ['em1-83', 'E3/M/1', 2400, gaps(1, 'erlang 1.2 min k 3')],
  ['gm4-83', 'G/M/4, gamma cv 0.7', 2400, gaps(4, 'gamma 0.3 min cv 0.7')],
  ['lm1-80', 'G/M/1, lognormal cv 1.5', 3200, gaps(1, 'lognormal 1.25 min cv 1.5')],
  ['hm2-71', 'H2/M/2, cv 1.5', 2400, gaps(2, 'hyperexponential 0.7 min cv 1.5')],
  ['mm1k-90', 'M/M/1/6', 1000, { ...line(1, 0.9), capacity: 6 }],
  ['mm4k-95', 'M/M/4/12', 1200, { ...line(4, 0.95), capacity: 12 }],
  ['mm5k-80', 'M/M/5/8', 1600, { ...line(5, 0.8), capacity: 8 }],
  ['mm8-loss', 'M/M/8/8', 1000, { ...line(8, 0.9), capacity: 8 }],
  [
    'mg5-loss',
    'M/G/5/5, lognormal cv 1.5',
    1000,
    { ...line(5, 0.8, 'lognormal 1 min cv 1.5'), capacity: 5 },
  ],
  ['mm4km', 'M/M/4/9+M', 1200, { ...line(4, 0.95), capacity: 9, patience: 'exponential 3 min' }],
  ['erla-1', 'M/M/1+M', 1200, { ...line(1, 0.9), patience: 'exponential 4 min' }],
  ['erla-5', 'M/M/5+M', 1200, { ...line(5, 0.95), patience: 'exponential 2 min' }],
  ['erla-5-long', 'M/M/5+M', 4000, { ...line(5, 0.9), patience: 'exponential 10 min' }],
  [
    'erla-20',
    'M/M/20+M',
    1600,
    { ...line(20, 0.95), patience: 'exponential 1 min', over: ['6 s'] },
  ],
  [
    'erla-4-lifo',
    'M/M/4+M, last come first served',
    1200,
    { ...line(4, 0.9), patience: 'exponential 2 min', discipline: 'lifo' },
  ],
  ['mmd-4', 'M/M/4+D', 1200, { ...line(4, 0.95), patience: 'fixed 2 min' }],
  [
    'mmg-4-weibull',
    'M/M/4+G, Weibull cv 0.5',
    1600,
    { ...line(4, 0.9), patience: 'weibull 3 min cv 0.5' },
  ],
  [
    'mmg-6-lognormal',
    'M/M/6+G, lognormal cv 1',
    1200,
    { ...line(6, 0.95), patience: 'lognormal 2 min cv 1' },
  ],
  [
    'mmg-3-uniform',
    'M/M/3+G, uniform',
    1200,
    { ...line(3, 0.9), patience: 'uniform 0 min to 6 min' },
  ],
  ['batch-2', 'M^2/M/1', 2400, { ...line(1, 0.35), batch: 2 }],
  ['batch-3', 'M^3/M/5', 4000, { ...line(5, 0.8 / 3), batch: 3 }],
  ['classes-fifo', 'M/G/1, two classes in one line', 3200, { servers: 1, classes: UNLIKE(0.8) }],
  [
    'priority-1',
    'M/G/1, two priorities',
    3200,
    { servers: 1, classes: UNLIKE(0.8), discipline: 'priority' },
  ],
  [
    'priority-5',
    'M/M/5, two priorities',
    4000,
    { servers: 5, service: E1, classes: TWO(5, 0.85), discipline: 'priority' },
  ],
  [
    'preemptive-1',
    'M/G/1, two priorities that interrupt',
    3200,
    { servers: 1, classes: UNLIKE(0.75), discipline: 'preemptive-resume' },
  ],
  [
    'preemptive-3',
    'M/M/3, two priorities that interrupt',
    3200,
    { servers: 3, service: E1, classes: TWO(3, 0.8), discipline: 'preemptive-resume' },
  ],
  [
    'accumulating-1',
    'M/G/1, accumulating priority',
    3200,
    { servers: 1, classes: UNLIKE(0.8), discipline: 'accumulating' },
  ],
  [
    'priority-leave',
    'M/M/4+M, two priorities',
    2000,
    {
      servers: 4,
      service: E1,
      patience: 'exponential 2 min',
      classes: TWO(4, 0.95),
      discipline: 'priority',
    },
  ],
];

/** Runs of one system, and the replications of each. */
const SEEDS = 400;
export const REPLICATIONS = 20;

/** All systems. */
export function readSystems(): System[] {
  return LIST.map(([id, what, customers, parts]) => {
    const length = { customers, warmUp: customers / 4, replications: REPLICATIONS };
    const read = readQueue({ over: ['1 min'], ...parts, ...length });
    if (!read.ok) throw new Error(`${id}: ${JSON.stringify(read.issues)}`);
    return { id, what, load: loadOf(read.queue), seeds: SEEDS, queue: read.queue };
  });
}

/** Work that comes, as a share of what the servers can do. */
function loadOf({ classes, servers }: Queue): number {
  const work = classes.reduce((sum, { ratePerMinute, service }) => {
    if ('mean' in service) return sum + ratePerMinute * service.mean;
    if ('value' in service) return sum + ratePerMinute * service.value;
    return sum + (ratePerMinute * (service.from + service.to)) / 2;
  }, 0);
  return Number((work / servers).toPrecision(6));
}
