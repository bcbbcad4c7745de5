import type { Arrivals, NetworkSpec, NetworkView } from '@hallsim/kernel';
import { sin } from '../sine.js';
import { type Case, number, numbers, spreadParams } from '../cases.js';
import { withProbe } from '../probes.js';
import type { Answer, Estimate, Measurement } from '../row.js';
import { rate, spreadOf } from '../spreads.js';
import { AIM, longRun, MOST, REPLICATIONS } from '../steady.js';
import type { World } from '../world.js';

/** Straight pieces of a period by which a sine is declared: off by at most 2e-6 of its amplitude. */
const PIECES = 1440;

/** Arrivals whose rate is a sine around a mean. */
function sine(mean: number, amplitude: number, period: number): Arrivals {
  return {
    knots: Array.from({ length: PIECES + 1 }, (_, i) => [
      (i * period) / PIECES,
      mean + amplitude * sin((2 * Math.PI * i) / PIECES),
    ]),
    repeat: period,
  };
}

/**
 * What is seen at one time of each of many periods, after some periods that are left out.
 * @param most periods in one run of the network
 */
function seen(
  world: World,
  spec: (periods: number) => NetworkSpec,
  at: {
    readonly time: number;
    readonly period: number;
    readonly leftOut: number;
    readonly perPeriod: number;
    readonly most?: number;
    readonly unit?: string;
    /** Of a share: how large it is, to see it often enough. */
    readonly share?: number;
    readonly atMost?: number;
  },
  look: (hall: NetworkView) => number,
): Measurement {
  const estimate: Estimate = (seed, replication, size) => {
    const runs = at.most === undefined ? 1 : Math.ceil(size / at.most);
    let sum = 0;
    let left = size;
    for (let run = 0; run < runs; run++) {
      const periods = Math.min(left, at.most ?? size);
      left -= periods;
      const times = Array.from(
        { length: periods },
        (_, nth) => (at.leftOut + nth) * at.period + at.time,
      );
      const until = (at.leftOut + periods + 1) * at.period;
      const net = world.network(
        withProbe(spec(at.leftOut + periods + 1), times, (hall) => (sum += look(hall))),
      );
      net.run({ seed, replication: replication * runs + run, until, observe: [] });
    }
    return sum / size;
  };
  return longRun(estimate, {
    unit: at.unit ?? 'periods',
    customersPerUnit: at.perPeriod,
    atMost: at.atMost ?? MOST.point,
    // what is seen fewer than some hundred times in all has no normal error
    atLeast: Math.max(100, at.share === undefined ? 0 : 400 / at.share / REPLICATIONS),
    aim: AIM,
  });
}

/** Everybody is served at once, by a rate that is a sine or changes in steps. */
export function infiniteServers(one: Case, world: World): Answer {
  const steps = 'lambda_per_min' in one.params;
  const service = spreadOf(spreadParams(one, 'service'));
  const spec = (arrivals: Arrivals): NetworkSpec => ({
    sources: { door: { arrivals, to: 'hall' } },
    stations: { hall: { servers: 'infinite', service } },
  });
  if (steps) {
    const rates = numbers(one, 'lambda_per_min');
    const step = number(one, 'stepMinutes');
    return (i) => {
      const until = (one.times_min ?? [])[i] ?? NaN;
      const shown = rates.slice(0, i + 1);
      // empty at the start of each day: a night in which even the longest services end
      const period = until + 3000;
      const arrivals: Arrivals = {
        rates: [...shown.map((r, k): [number, number] => [k * step, r]), [until, 0]],
        repeat: period,
      };
      return seen(
        world,
        () => spec(arrivals),
        {
          time: until,
          period,
          leftOut: 0,
          perPeriod: shown.reduce((sum, r) => sum + r * step, 0),
          unit: 'days',
        },
        (hall) => hall.present('hall'),
      );
    };
  }
  const period = number(one, 'period_min');
  const mean = number(one, 'lambda_mean');
  const declared = spec(sine(mean, number(one, 'lambda_amplitude'), period));
  const at = (time: number) => ({ time, period, leftOut: 2, perPeriod: mean * period });
  if (one.metric === 'probBusyAtLeast') {
    const least = number(one, 'k');
    return {
      ...seen(
        world,
        () => declared,
        at(number(one, 't_min')),
        (hall) => (hall.present('hall') >= least ? 1 : 0),
      ),
      atMost: MOST.events,
    };
  }
  return (i) =>
    seen(
      world,
      () => declared,
      at((one.times_min ?? [])[i] ?? NaN),
      (hall) => hall.present('hall'),
    );
}

/** A queue whose arrivals go up and down with the time of day, day after day. */
export function periodic(one: Case, world: World): Answer {
  const mean = number(one, 'lambda_mean');
  const period = number(one, 'period_min');
  const servers = number(one, 'servers');
  const spec: NetworkSpec = {
    sources: {
      door: { arrivals: sine(mean, mean * number(one, 'relativeAmplitude'), period), to: 'hall' },
    },
    stations: { hall: { servers, service: rate(number(one, 'mu_per_min')) } },
  };
  const leftOut = 40;
  if (one.metric === 'probWait') {
    const net = world.network(spec);
    return longRun(
      (seed, replication, size) =>
        net.run({
          seed,
          replication,
          until: (leftOut + size) * period,
          warmUp: leftOut * period,
          observe: [],
        }).stations['hall']?.wait.probability ?? NaN,
      { unit: 'periods', customersPerUnit: mean * period, atLeast: 100 },
    );
  }
  return (i) =>
    seen(
      world,
      () => spec,
      {
        time: (one.times_min ?? [])[i] ?? NaN,
        period,
        leftOut,
        perPeriod: mean * period,
        ...(one.metric === 'probWait(t)' ? { share: one.values?.[i] ?? NaN } : {}),
      },
      (hall) =>
        one.metric === 'probWait(t)'
          ? hall.present('hall') >= servers
            ? 1
            : 0
          : hall.present('hall'),
    );
}

/**
 * Counters that follow the load, and customers as quick to give up as to be served. However many
 * counters there are, as many are present as if everybody were served at once.
 */
export function followedLoad(one: Case, world: World, all: readonly Case[]): Answer {
  const staffing = all.find(({ id }) => id === one.id.replace(/pd$/, 's'))?.values ?? [];
  const times = one.times_min ?? [];
  const period = times[times.length - 1] ?? NaN;
  const mean = number(one, 'a');
  const spec = (periods: number): NetworkSpec => ({
    sources: { door: { arrivals: sine(mean, number(one, 'b'), period), to: 'hall' } },
    stations: {
      hall: {
        servers: {
          steps: Array.from({ length: periods }, (_, nth) =>
            staffing
              .slice(0, -1)
              .map((servers, i): [number, number] => [nth * period + (times[i] ?? NaN), servers]),
          ).flat(),
        },
        service: rate(number(one, 'mu')),
        patience: rate(number(one, 'theta')),
      },
    },
  });
  return (i) =>
    seen(
      world,
      spec,
      {
        time: times[i] ?? NaN,
        period,
        leftOut: 4,
        perPeriod: mean * period,
        most: 100,
        atMost: MOST.events,
      },
      (hall) => (hall.present('hall') >= (staffing[i] ?? Infinity) ? 1 : 0),
    );
}
