import type { Network, NetworkResult, NetworkRunOptions } from '@hallsim/kernel';
import type { Estimate, Measurement } from './row.js';

/** Independent replications of every row. */
export const REPLICATIONS = 50;
/** Customers left out at the start of a run, which begins empty: many times what any queue of the table needs to forget it. */
export const WARM_UP = 20_000;
/** Wanted half-widths, relative to the value: of means and shares, and of what needs more customers. */
export const AIM = 0.01;
export const WIDE_AIM = 0.02;

/** Most customers of a row whose waits follow by recursion, by events, and of one point of a list. */
export const MOST = { recursion: 100_000_000, events: 25_000_000, point: 10_000_000 } as const;

/** A measurement in customers of a queue in the long run. */
export function longRun(estimate: Estimate, changes: Partial<Measurement> = {}): Measurement {
  return {
    estimate,
    unit: 'customers',
    customersPerUnit: 1,
    aim: AIM,
    atMost: MOST.events,
    atLeast: 20_000,
    ...changes,
  };
}

type Read<Id extends string> = (result: NetworkResult<Id>, size: number) => number;

/**
 * What a network's result says of so many customers after the warm-up. With neither visits nor levels
 * observed, a single first-come station is run by its recursion.
 */
export function ofCustomers<Id extends string>(
  net: Network<Id>,
  read: Read<Id>,
  options: Pick<NetworkRunOptions, 'observe' | 'over' | 'quantiles'> = {},
  changes: Partial<Measurement> = {},
): Measurement {
  const estimate: Estimate = (seed, replication, size) =>
    read(
      net.run({ seed, replication, customers: size, warmUp: WARM_UP, observe: [], ...options }),
      size,
    );
  return longRun(estimate, changes);
}

/** What a network's result says of the time in which so many customers come, after the warm-up. */
export function ofTime<Id extends string>(
  net: Network<Id>,
  arrivalsPerMinute: number,
  read: Read<Id>,
  changes: Partial<Measurement> = {},
): Measurement {
  const estimate: Estimate = (seed, replication, size) => {
    const warmUp = WARM_UP / arrivalsPerMinute;
    const until = warmUp + size / arrivalsPerMinute;
    return read(net.run({ seed, replication, until, warmUp }), size);
  };
  return longRun(estimate, changes);
}
