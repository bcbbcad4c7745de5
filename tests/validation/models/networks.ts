import type { Arrivals, NetworkResult, StationLevels } from '@hallsim/kernel';
import { type Case, number, numbers } from '../cases.js';
import type { Answer, Measurement } from '../row.js';
import { rate } from '../spreads.js';
import { longRun, ofCustomers, ofTime, WARM_UP } from '../steady.js';
import type { World } from '../world.js';

const poissonOf = (perMinute: number): Arrivals => ({ every: rate(perMinute) });

/** People who come, are served, go away for a while and come again. */
export function finiteSource(one: Case, world: World): Answer {
  const net = world.network({
    population: { away: number(one, 'population') },
    stations: {
      away: { servers: 'infinite', service: rate(number(one, 'lambda_each_per_min')) },
      desk: { servers: number(one, 'servers'), service: rate(number(one, 'mu_per_min')) },
    },
    routes: { away: { desk: 1 }, desk: { away: 1 } },
  });
  const perMinute = 0.27; // about: it only turns customers into minutes
  return one.metric === 'throughput'
    ? ofTime(net, perMinute, ({ stations, span }) => stations.desk.served / span)
    : ofTime(net, perMinute, ({ stations }) => stations.desk.wait.mean);
}

/** Those who find all servers busy try again after a while. */
export function retrial(one: Case, world: World): Answer {
  const servers = number(one, 'servers');
  const arrivals = number(one, 'lambda_per_min');
  const net = world.network({
    sources: { door: { arrivals: poissonOf(arrivals), to: 'desk' } },
    stations: {
      desk: {
        servers,
        service: rate(number(one, 'mu_per_min')),
        places: servers,
        whenFull: { to: 'orbit' },
      },
      orbit: { servers: 'infinite', service: rate(number(one, 'retrialRateEach_per_min')) },
    },
    routes: { orbit: { desk: 1 } },
  });
  if (one.metric === 'meanOrbit') {
    return ofTime(net, arrivals, ({ stations }) => stations.orbit.level.present);
  }
  if (one.metric === 'meanWait') {
    return ofCustomers(
      net,
      ({ stations }, size) => (stations.orbit.timeMean * stations.orbit.joined) / size,
      { observe: ['visits'] },
    );
  }
  return longRun((seed, replication, size) => {
    let blocked = 0;
    net.run({
      seed,
      replication,
      customers: size,
      warmUp: WARM_UP,
      observe: [],
      onVisit: (visit) => {
        // whose first visit is to the orbit was turned away at the first attempt
        if (visit.station === 'orbit' && visit.visit === 0 && visit.number >= WARM_UP) blocked++;
      },
    });
    return blocked / size;
  });
}

/** An open network of two stations with feedback. */
export function jackson(one: Case, world: World): Answer {
  const [external, serviceRates, servers] = ['external_per_min', 'mu_per_min', 'servers'].map(
    (name) => numbers(one, name) as [number, number],
  ) as [[number, number], [number, number], [number, number]];
  const routing = one.params['routing'] as readonly (readonly [number, number])[];
  const [[, onward], [back]] = routing as [[number, number], [number, number]];
  const net = world.network({
    sources: {
      street: { arrivals: poissonOf(external[0]), to: 'reception' },
      lift: { arrivals: poissonOf(external[1]), to: 'counters' },
    },
    stations: {
      reception: { servers: servers[0], service: rate(serviceRates[0]) },
      counters: { servers: servers[1], service: rate(serviceRates[1]) },
    },
    routes: { reception: { counters: onward }, counters: { reception: back } },
  });
  const perMinute = external[0] + external[1];
  if (one.metric === 'meanTimeInHall') {
    return ofCustomers(net, ({ sojourn }) => sojourn.mean, { observe: ['visits'] });
  }
  const station = one.metric.endsWith('[0]') ? 'reception' : 'counters';
  return ofTime(net, perMinute, ({ stations }) => stations[station].level.present);
}

/** A closed network: each cycle goes by the first station, and on to the others by visit ratio. */
export function closed(one: Case, world: World): Answer {
  const ratios = numbers(one, 'visitRatios');
  const times = numbers(one, 'meanService_min');
  const servers = one.params['servers'] as readonly (number | 'infinite')[];
  const names = one.params['stations'] as readonly string[];
  const [first = ''] = names;
  const net = world.network({
    population: { [first]: number(one, 'population') },
    stations: Object.fromEntries(
      names.map((name, i) => [
        name,
        { servers: servers[i] ?? 0, service: rate(1 / (times[i] ?? NaN)) },
      ]),
    ),
    // to the next station with the ratio of their visits, else around again
    routes: Object.fromEntries(
      names.map((name, i) => {
        const next = names[i + 1];
        const onward = (ratios[i + 1] ?? 0) / (ratios[i] ?? 1);
        return [
          name,
          next === undefined || onward === 0
            ? { [first]: 1 }
            : { [next]: onward, ...(onward < 1 ? { [first]: 1 - onward } : {}) },
        ];
      }),
    ),
  });
  const perMinute = 0.4; // about: it only turns customers into minutes
  const [, index] = /\[(\d)\]/.exec(one.metric) ?? [];
  const measured = names[Number(index ?? 0)] ?? '';
  return index === undefined
    ? ofTime(net, perMinute, ({ stations, span }) => (stations[measured]?.served ?? NaN) / span)
    : ofTime(net, perMinute, ({ stations }) => stations[measured]?.timeMean ?? NaN);
}

/** Two stations in a row with few places between them: the first server is held by who cannot go on. */
export function tandem(one: Case, world: World): Answer {
  const arrivals = number(one, 'lambda_per_min');
  const net = world.network({
    sources: { door: { arrivals: poissonOf(arrivals), to: 'first' } },
    stations: {
      first: { servers: number(one, 'servers1'), service: rate(number(one, 'mu1')) },
      second: {
        servers: number(one, 'servers2'),
        service: rate(number(one, 'mu2')),
        places: number(one, 'places2'),
        whenFull: 'block',
      },
    },
    routes: { first: { second: 1 } },
  });
  const held = ({ present, waiting, busy }: StationLevels) => present - waiting - busy;
  switch (one.metric) {
    case 'meanTimeInSystem':
      return ofCustomers(net, ({ sojourn }) => sojourn.mean, { observe: ['visits'] });
    case 'meanWaitStation1':
      return ofCustomers(net, ({ stations }) => stations.first.wait.mean);
    default:
      return ofTime(net, arrivals, ({ stations }) => held(stations.first.level));
  }
}

/** The first of two stations always has work; there are a server and a buffer behind it. */
export function saturated(one: Case, world: World): Answer {
  const places = number(one, 'buffer') + 1;
  const net = world.network({
    // one customer held, the second station full, and still one at work
    population: { first: places + 2 },
    stations: {
      first: { servers: 1, service: rate(number(one, 'mu1')) },
      second: { servers: 1, service: rate(number(one, 'mu2')), places, whenFull: 'block' },
    },
    routes: { first: { second: 1 }, second: { first: 1 } },
  });
  return ofTime(net, 0.2, ({ stations, span }) => stations.second.served / span);
}

/** Those who find all kiosks taken go to the counters. */
export function kioskOverflow(one: Case, world: World): Answer {
  const kiosks = number(one, 'kiosks');
  const able = number(one, 'kioskAbleFraction');
  const net = world.network({
    sources: {
      door: {
        arrivals: poissonOf(number(one, 'lambda_per_min')),
        to: { kiosks: able, counters: 1 - able },
      },
    },
    stations: {
      kiosks: {
        servers: kiosks,
        service: rate(number(one, 'kioskMu')),
        places: kiosks,
        whenFull: { to: 'counters' },
      },
      counters: { servers: number(one, 'counters'), service: rate(number(one, 'counterMu')) },
    },
  });
  return one.metric === 'probKioskFull'
    ? ofCustomers(net, ({ stations: { kiosks: k } }) => k.rejected / (k.rejected + k.joined))
    : ofCustomers(net, ({ stations }) => stations.counters.wait.mean);
}

/** One line per counter; who comes joins the shorter one. */
export function shortestLine(one: Case, world: World): Answer {
  const desk = { servers: 1, service: rate(number(one, 'mu_per_min')) };
  const net = world.network({
    sources: { street: { arrivals: poissonOf(number(one, 'lambda_per_min')), to: 'door' } },
    stations: {
      door: { servers: 'infinite', service: { family: 'fixed', value: 0 } },
      left: desk,
      right: desk,
    },
    routes: {
      door: (customer, hall) => {
        const [left, right] = [hall.present('left'), hall.present('right')];
        const toLeft = left === right ? customer.uniform() < 0.5 : left < right;
        return toLeft ? 'left' : 'right';
      },
    },
  });
  const both = ({ stations: { left, right } }: NetworkResult<'door' | 'left' | 'right'>) =>
    (left.wait.mean * left.served + right.wait.mean * right.served) / (left.served + right.served);
  const measurement: Measurement = ofCustomers(net, both);
  return measurement;
}
