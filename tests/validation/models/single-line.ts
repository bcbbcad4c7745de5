import type {
  Arrivals,
  Network,
  NetworkResult,
  NetworkRunOptions,
  PerClass,
  Spread,
  StationSpec,
  VisitResult,
} from '@hallsim/kernel';
import { type Case, classes, number, type SpreadParams, spreadParams } from '../cases.js';
import type { Answer, Estimate, Measurement } from '../row.js';
import { rate, spreadOf } from '../spreads.js';
import { AIM, longRun, MOST, ofCustomers, ofTime, WARM_UP, WIDE_AIM } from '../steady.js';
import type { World } from '../world.js';

/** A line of customers before the servers of one desk. */
interface Line {
  readonly arrivals: Arrivals;
  readonly arrivalsPerMinute: number;
  readonly desk: StationSpec;
  /** Whether the waits of the line can follow by recursion. */
  readonly recursive: boolean;
}

const poissonOf = (perMinute: number): Arrivals => ({ every: rate(perMinute) });

/** Waits, levels and shares of one line: which number of the result a metric is. */
function ofLine(one: Case, world: World, line: Line): Measurement {
  const net = world.network({
    sources: { door: { arrivals: line.arrivals, to: 'desk' } },
    stations: { desk: line.desk },
  });
  const visits = (
    read: (desk: VisitResult) => number,
    options: Pick<NetworkRunOptions, 'over' | 'quantiles'> = {},
    changes: Partial<Measurement> = {},
  ) =>
    ofCustomers(net, ({ stations }) => read(stations.desk), options, {
      atMost: line.recursive ? MOST.recursion : MOST.events,
      ...changes,
    });
  const levels = (read: (result: NetworkResult<'desk'>) => number) =>
    ofTime(net, line.arrivalsPerMinute, read);
  const wide = { aim: WIDE_AIM, atLeast: 200_000 };
  const came = ({ joined, rejected, balked }: VisitResult) => joined + rejected + balked;
  switch (one.metric) {
    case 'utilisation':
      return levels(({ stations }) => stations.desk.level.utilisation);
    case 'meanNumberInSystem':
      return levels(({ stations }) => stations.desk.level.present);
    case 'meanBusyServers':
      return levels(({ stations }) => stations.desk.level.busy);
    case 'meanWait':
    case 'meanWaitAdmitted':
    case 'meanWaitJoined':
    case 'meanWaitServed':
      return visits(({ wait }) => wait.mean);
    case 'meanWaitAll':
      return visits(({ wait }) => wait.allMean);
    case 'meanWaitAbandoned':
      return visits(({ wait }) => wait.abandonedMean);
    case 'varianceWait':
      return visits(({ wait }) => wait.variance, {}, wide);
    case 'probWait':
      // who gives up has waited
      return visits((desk) => (desk.wait.probability * desk.served + desk.abandoned) / desk.joined);
    case 'probAbandon':
      return visits(({ abandoned, joined }) => abandoned / joined);
    case 'probBlocked':
      return visits((desk) => desk.rejected / came(desk));
    case 'probBalk':
      return visits((desk) => desk.balked / came(desk));
    case 'probWaitExceeds':
      return visits(({ wait }) => wait.over[0] ?? NaN, { over: [number(one, 't_min')] });
    case 'serviceLevel':
      return visits(({ wait }) => 1 - (wait.over[0] ?? NaN), { over: [number(one, 't_min')] });
    case 'probServedWithin':
      return visits(({ wait, served, joined }) => ((1 - (wait.over[0] ?? NaN)) * served) / joined, {
        over: [number(one, 't_min')],
      });
    case 'probTimeInQueueExceeds': {
      const limit = number(one, 't_min');
      return longRun((seed, replication, size) => {
        let longer = 0;
        net.run({
          seed,
          replication,
          customers: size,
          warmUp: WARM_UP,
          observe: [],
          onVisit: ({ number: nth, joined, started, ended, outcome }) => {
            const inLine = (outcome === 'served' ? started : ended) - joined;
            if (nth >= WARM_UP && inLine > limit) longer++;
          },
        });
        return longer / size;
      });
    }
    case 'waitQuantile95':
      return quantileOf(net, 0.95);
    case 'waitQuantile':
      return quantileOf(net, number(one, 'q'));
    default:
      throw new Error(`${one.id}: no measurement of ${one.metric}`);
  }
}

/**
 * A quantile of the wait: twice that of all customers of a replication minus the mean of those of its
 * two halves, which are the same customers, run again. It has no bias of the order of one over the
 * number of customers (M. H. Quenouille, Biometrika 43, 1956), which in the tail would be felt.
 */
function quantileOf(net: Network<'desk'>, p: number): Measurement {
  const estimate: Estimate = (seed, replication, size) => {
    const half = Math.floor(size / 2);
    const quantile = (skipped: number, customers: number) =>
      net.run({
        seed,
        replication,
        customers,
        warmUp: WARM_UP + skipped,
        observe: [],
        quantiles: [p],
      }).stations.desk.wait.quantiles[0] ?? NaN;
    return 2 * quantile(0, 2 * half) - (quantile(0, half) + quantile(half, half)) / 2;
  };
  return longRun(estimate, { aim: WIDE_AIM, atLeast: 100_000, atMost: MOST.recursion });
}

/** The line that the parameters of a case declare. */
export function line(one: Case, world: World): Answer {
  const { params } = one;
  const { discipline, patience, capacity } = params;
  const last = discipline === 'LCFS non-preemptive';
  const random = discipline === 'random order';
  let arrivals: Arrivals;
  let arrivalsPerMinute: number;
  if ('interarrival' in params) {
    const gaps = spreadParams(one, 'interarrival');
    arrivals = { every: spreadOf(gaps) };
    arrivalsPerMinute = 1 / Number(gaps['mean_min'] ?? gaps['value_min']);
  } else {
    arrivalsPerMinute = number(one, 'lambda_per_min');
    arrivals = poissonOf(arrivalsPerMinute);
  }
  const desk: StationSpec = {
    servers: number(one, 'servers'),
    service:
      'service' in params
        ? spreadOf(spreadParams(one, 'service'))
        : rate(number(one, 'mu_per_min')),
    ...(last ? { discipline: 'lifo' } : random ? { discipline: 'random' } : {}),
    ...(typeof capacity === 'number' ? { places: capacity } : {}),
    ...(patience === undefined ? {} : { patience: spreadOf(patience as SpreadParams) }),
  };
  const recursive = !last && !random && capacity === undefined;
  return ofLine(one, world, { arrivals, arrivalsPerMinute, desk, recursive });
}

/** Customers who join by what they see: 1 / (n - 3 + 2) once all three servers are busy. */
export function balking(one: Case, world: World): Answer {
  const servers = number(one, 'servers');
  return ofLine(one, world, {
    arrivals: poissonOf(number(one, 'lambda_per_min')),
    arrivalsPerMinute: number(one, 'lambda_per_min'),
    desk: {
      servers,
      service: rate(number(one, 'mu_per_min')),
      joins: (present) => (present < servers ? 1 : 1 / (present - servers + 2)),
    },
    recursive: false,
  });
}

/** Customers who come in groups and are served one by one. */
export function batches(one: Case, world: World): Answer {
  const { pmf } = spreadParams(one, 'batchSize') as unknown as { pmf: Record<string, number> };
  const outcomes = Object.entries(pmf).map(([size, p]) => [Number(size), p] as const);
  const groups = number(one, 'batchRate_per_min');
  return ofLine(one, world, {
    arrivals: { every: rate(groups), batch: { family: 'discrete', outcomes } },
    arrivalsPerMinute: groups * outcomes.reduce((sum, [size, p]) => sum + size * p, 0),
    desk: { servers: number(one, 'servers'), service: rate(number(one, 'mu_per_min')) },
    recursive: true,
  });
}

/** Arrivals whose rate is that of a state that changes by chance. */
export function modulated(one: Case, world: World): Answer {
  const rates = one.params['rates_per_min'] as readonly number[];
  const [onward, back] = one.params['switch_per_min'] as readonly [number, number];
  return ofLine(one, world, {
    arrivals: {
      mmpp: {
        rates,
        switch: [
          [0, onward],
          [back, 0],
        ],
      },
    },
    arrivalsPerMinute: number(one, 'meanRate'),
    desk: { servers: number(one, 'servers'), service: rate(number(one, 'mu_per_min')) },
    recursive: true,
  });
}

/** Classes of customers with priorities before one desk. */
export function priorities(one: Case, world: World): Answer {
  const all = classes(one);
  const rule = String(one.params['discipline']);
  const discipline = rule.startsWith('preemptive-resume')
    ? 'preemptive-resume'
    : rule.startsWith('accumulating')
      ? 'accumulating'
      : 'priority';
  const service: PerClass<Spread> =
    'mu_per_min' in one.params
      ? rate(number(one, 'mu_per_min'))
      : { byClass: Object.fromEntries(all.map(({ name, service: law }) => [name, spreadOf(law)])) };
  const net = world.network({
    sources: Object.fromEntries(
      all.map(({ name, lambda_per_min }) => [
        name,
        { arrivals: poissonOf(lambda_per_min), to: 'desk' },
      ]),
    ),
    stations: {
      desk: {
        servers: number(one, 'servers'),
        service,
        discipline,
        priority: Object.fromEntries(
          all.map(({ name, priority, slope }) => [
            name,
            discipline === 'accumulating' ? slope : priority,
          ]),
        ),
      },
    },
  });
  const name = /\[class (\d)\]/.exec(one.metric)?.[1];
  const inSystem = one.metric.startsWith('meanTimeInSystem');
  return ofCustomers(
    net,
    ({ stations }) => {
      const { wait, timeMean } = stations.desk.byClass[`c${name}`] as VisitResult;
      return inSystem ? timeMean : wait.mean;
    },
    inSystem ? { observe: ['visits'] } : {},
    { aim: AIM },
  );
}
