import { checkCount, checkInside, checkNotNegative, checkPositive, checkThat } from './check.js';
import { erlangA, erlangAShares } from './erlang-a.js';
import { erlangB } from './erlang-b.js';
import { mmc } from './mmc.js';

/** What the servers are to achieve; every part that is given must hold. */
export interface Target {
  /** Of all arrivals, the share to be served within a time: Erlang C, with patience Erlang A. */
  readonly serviceLevel?: { readonly within: number; readonly atLeast: number };
  /** Longest mean wait (of those served), above 0. */
  readonly waitMean?: number;
  /** Largest chance of waiting, above 0 and below 1. */
  readonly waitProbability?: number;
  /** Largest share that leaves the line; needs patience. */
  readonly abandoned?: number;
  /** Largest share of the time that the servers are busy, above 0 and below 1. */
  readonly utilisation?: number;
}

/** Demand and its target. */
export interface StaffingInput {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** 1/θ; without it nobody leaves the line. */
  readonly patienceMean?: number;
  readonly target: Target;
}

/** Most servers that are tried. */
const MOST = 1_000_000;

function checkTarget({
  patienceMean,
  target,
}: Pick<StaffingInput, 'patienceMean' | 'target'>): void {
  const { serviceLevel, waitMean, waitProbability, abandoned, utilisation } = target;
  checkThat(
    Object.values(target).some((x) => x !== undefined),
    'target',
    '{}',
    'at least one wish',
  );
  if (serviceLevel) {
    checkNotNegative('serviceLevel.within', serviceLevel.within);
    checkInside('serviceLevel.atLeast', serviceLevel.atLeast);
  }
  if (waitMean !== undefined) checkPositive('waitMean', waitMean);
  if (waitProbability !== undefined) checkInside('waitProbability', waitProbability);
  if (utilisation !== undefined) checkInside('utilisation', utilisation);
  if (abandoned !== undefined) {
    checkInside('abandoned', abandoned);
    checkThat(patienceMean !== undefined, 'abandoned', abandoned, 'left out without patienceMean');
  }
}

/** True if so many servers meet the target; an unstable queue does not. */
export function meetsTarget(input: StaffingInput, servers: number): boolean {
  const { arrivalRate, serviceRate, patienceMean, target } = input;
  checkTarget(input);
  if (patienceMean === undefined) {
    if (arrivalRate >= servers * serviceRate) return false;
    const queue = mmc({ arrivalRate, serviceRate, servers });
    return holds(target, {
      ...queue,
      abandoned: 0,
      servedWithin: (t) => 1 - queue.waitOver(t),
    });
  }
  const demand = { arrivalRate, serviceRate, servers, patienceMean };
  // the shares cost a microsecond, the law of the wait a thousand times as much
  const { serviceLevel, waitMean, ...cheap } = target;
  const shares = erlangAShares(demand);
  const utilisation = (arrivalRate * (1 - shares.abandoned)) / (servers * serviceRate);
  const easy = { ...shares, utilisation, waitMean: 0, servedWithin: () => 1 };
  if (!holds(cheap, easy)) return false;
  if (serviceLevel === undefined && waitMean === undefined) return true;
  return holds(target, erlangA(demand));
}

interface Achieved {
  readonly utilisation: number;
  readonly waitProbability: number;
  readonly waitMean: number;
  readonly abandoned: number;
  readonly servedWithin: (t: number) => number;
}

function holds(target: Target, queue: Achieved): boolean {
  const { serviceLevel, waitMean, waitProbability, abandoned, utilisation } = target;
  return (
    (utilisation === undefined || queue.utilisation <= utilisation) &&
    (waitProbability === undefined || queue.waitProbability <= waitProbability) &&
    (waitMean === undefined || queue.waitMean <= waitMean) &&
    (abandoned === undefined || queue.abandoned <= abandoned) &&
    (!serviceLevel || queue.servedWithin(serviceLevel.within) >= serviceLevel.atLeast)
  );
}

/**
 * Fewest servers that meet a target, by doubling and halving: every part of a {@link Target} gets
 * better with each server (N. Gans, G. Koole & A. Mandelbaum, M&SOM 5 (2003) 79-141).
 *
 * @throws RangeError naming the value; also if a million servers do not do
 */
export function fewestServers(input: StaffingInput): number {
  checkPositive('arrivalRate', input.arrivalRate);
  checkPositive('serviceRate', input.serviceRate);
  let high = Math.max(1, Math.ceil(input.arrivalRate / input.serviceRate));
  let low = 1;
  for (let step = 1; !meetsTarget(input, high); step *= 2) {
    low = high + 1;
    high += step;
    checkThat(
      high <= MOST,
      'target',
      JSON.stringify(input.target),
      'within reach of a million servers',
    );
  }
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (meetsTarget(input, middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Largest arrival rate at which so many servers still meet a target, to a relative 1e-12.
 *
 * @param input as for {@link fewestServers}, without the arrival rate
 * @param servers c, at least 1
 * @returns the rate; 0 if none meets the target; Infinity if a thousand times c μ still does (a mean
 *   wait longer than anybody's patience)
 * @throws RangeError naming the value
 */
export function mostArrivals(input: Omit<StaffingInput, 'arrivalRate'>, servers: number): number {
  checkCount('servers', servers);
  checkPositive('serviceRate', input.serviceRate);
  const meets = (arrivalRate: number): boolean => meetsTarget({ ...input, arrivalRate }, servers);
  let low = 0;
  let high = servers * input.serviceRate;
  const limit = 1000 * high;
  while (meets(high)) {
    if (high > limit) return Infinity;
    low = high;
    high *= 2;
  }
  while (high - low > 1e-12 * high) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) break;
    if (meets(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Fewest servers at which Erlang's loss system turns away at most a share.
 *
 * @param load in erlangs, at least 0
 * @param blocked above 0 and below 1
 * @throws RangeError naming the value
 */
export function fewestServersForLoss(load: number, blocked: number): number {
  checkNotNegative('load', load);
  checkInside('blocked', blocked);
  let servers = 0;
  for (let inverse = 1; inverse * blocked < 1; ) {
    servers += 1;
    if (load === 0) return servers;
    inverse = 1 + (inverse * servers) / load;
  }
  return servers;
}

/**
 * Largest load, in erlangs, of which so many servers turn away at most a share.
 *
 * @param servers c, at least 1
 * @param blocked above 0 and below 1
 * @throws RangeError naming the value
 */
export function mostLoadForLoss(servers: number, blocked: number): number {
  checkCount('servers', servers);
  checkInside('blocked', blocked);
  let high = servers;
  while (erlangB(servers, high) <= blocked) high *= 2;
  let low = 0;
  while (high - low > 1e-14 * high) {
    const middle = 0.5 * (low + high);
    if (middle === low || middle === high) break;
    if (erlangB(servers, middle) <= blocked) low = middle;
    else high = middle;
  }
  return low;
}
