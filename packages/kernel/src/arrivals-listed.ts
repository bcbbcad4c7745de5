import type { Key } from './address.js';
import { type ArrivalCursor, GapCursor, ListCursor } from './arrival-cursor.js';
import type { Arrivals } from './arrivals-spec.js';
import { checkKeys, finite, list, record, refuse } from './refuse.js';
import { quantile, type Variate } from './variate.js';
import type { Spread } from './variate-spread.js';

const ENDING = ['until?', 'batch?'];
/** What may be said of each kind. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  every: ['every', 'from?', ...ENDING],
  rates: ['rates', 'repeat?', ...ENDING],
  knots: ['knots', 'repeat?', ...ENDING],
  mmpp: ['mmpp', 'from?', ...ENDING],
  times: ['times', 'batch?'],
};
const KINDS = Object.keys(KEYS);

/**
 * Refuses what is no declaration of arrivals.
 * @returns the kind of them
 */
export function kindOf(arrivals: Arrivals, where: string): string {
  const wish = "say how customers arrive, such as { every: { family: 'exponential', mean: 2 } }";
  const given = record(arrivals, where, wish);
  const kind =
    KINDS.find((name) => name in given) ?? refuse(where, given, `give one of ${KINDS.join(', ')}`);
  checkKeys(given, KEYS[kind]!, where);
  return kind;
}

/** Nobody comes at this time or later. */
export function endOf(arrivals: { readonly until?: number }, where: string): number {
  const { until = Infinity } = arrivals;
  return until > -Infinity ? until : refuse(`${where}.until`, until, 'give a time');
}

/**
 * Reads arrivals by gaps of one spread or at listed times, one by one; undefined for others.
 * @param read how the spread is read
 */
export function gapsOrTimes(
  arrivals: Arrivals,
  key: Key,
  where: string,
  read: (spread: Spread | Variate, where: string) => Variate,
): ArrivalCursor | undefined {
  const place = `${where}.${kindOf(arrivals, where)}`;
  if ('times' in arrivals) return new ListCursor(checkedTimes(arrivals.times, place));
  if (!('every' in arrivals)) return undefined;
  const until = endOf(arrivals, where);
  const from = finite(arrivals.from ?? 0, `${where}.from`);
  const gaps = read(arrivals.every, place);
  const least = quantile(gaps, 1.1102230246251565e-16);
  if (!(least >= 0 && gaps.mean > 0)) {
    refuse(place, least, 'give gaps that are never negative and not always 0');
  }
  return new GapCursor(gaps, key, from, until);
}

function checkedTimes(times: readonly number[], where: string): Float64Array {
  list(times, where).forEach((time, i) => {
    finite(time, `${where}[${i}]`);
    if (time < times[i - 1]!) refuse(`${where}[${i}]`, time, 'sort the times');
  });
  return Float64Array.from(times);
}
