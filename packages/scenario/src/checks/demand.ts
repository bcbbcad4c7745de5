import type { Report } from '../issue.js';
import { at, entries, keys, places, read } from '../document/loose.js';
import { clock, clockText, count, perMinute, share } from '../units.js';
import type { Span } from './time.js';
import { daySpan, openPeriods, span } from './time.js';

const mostPerHour = 100_000;
const mostPerDay = 1_000_000;
/** Most customers of one day that are simulated. */
export const mostCustomers = 10_000_000;

/** One way of giving arrivals, and not more of them than can be simulated. */
export function checkDemand(document: unknown, report: Report): void {
  const demand = at(document, 'demand');
  if (demand === undefined) return;
  const has = (key: string): boolean => keys(demand).includes(key);
  const profiled = ['perDay', 'profile'].filter(has);
  const ways = { keys: ['arrivals', 'perDay + profile'] };
  if (has('arrivals') && profiled.length > 0) {
    report('choose-one', ['demand'], { ...ways, given: ['arrivals', ...profiled] });
  } else if (!has('arrivals') && profiled.length === 0) {
    report('choose-one', ['demand'], { ...ways, given: [] });
  } else {
    for (const [key, needs] of [
      ['perDay', 'profile'],
      ['profile', 'perDay'],
    ] as const) {
      if (has(key) && !has(needs)) report('needs-key', ['demand', key], { key, needs });
    }
  }
  if (has('beforeOpening') && !has('perDay')) {
    report('needs-key', ['demand', 'beforeOpening'], { key: 'beforeOpening', needs: 'perDay' });
  }
  const cv = at(demand, 'busyDay', 'cv');
  if (typeof cv === 'number' && (cv <= 0 || cv > 2)) {
    const params = { value: String(cv), least: 'more than 0', most: '2' };
    report('out-of-range', ['demand', 'busyDay', 'cv'], params, { value: cv });
  }
  checkRates(document, report);
  checkVolume(document, report);
  checkProfile(document, report);
}

/** A share of the day needs doors that are open at some time of its stretch: else its customers would be lost. */
function checkProfile(document: unknown, report: Report): void {
  const day = daySpan(document);
  const periods = openPeriods(document);
  const steps = entries(at(document, 'demand', 'profile'))
    .map(([key, value]) => ({ key, value, from: read(clock, key), part: read(share, value) }))
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  for (const [i, { key, value, from, part }] of steps.entries()) {
    if (day === undefined || from === undefined || !part) continue;
    if (from < day.from || from >= day.to) continue;
    const to = steps[i + 1]?.from ?? day.to;
    if (openTime(periods, { from, to }) > 0) continue;
    const params = { share: String(value), from: clockText(from), to: clockText(to) };
    report('closed-share', ['demand', 'profile', key], params, { value });
  }
}

function checkRates(document: unknown, report: Report): void {
  const rates = [
    ...places(document, 'demand', 'arrivals', '*'),
    ...places(document, 'demand', 'dayTypes', '*', 'rushes', '*', 'adds'),
  ];
  for (const { path, value } of rates) {
    const rate = read(perMinute, value);
    if (rate === undefined || rate * 60 <= mostPerHour) continue;
    const params = { value: String(value), least: '0 per hour', most: `${mostPerHour} per hour` };
    report('out-of-range', path, params, { value });
  }
  const value = at(document, 'demand', 'perDay');
  const perDay = read(count, value);
  if (perDay !== undefined && perDay > mostPerDay) {
    const params = { value: String(value), least: '0', most: String(mostPerDay) };
    report('out-of-range', ['demand', 'perDay'], params, { value });
  }
}

function checkVolume(document: unknown, report: Report): void {
  const types = entries(at(document, 'demand', 'dayTypes')).map(([id]) => id);
  for (const id of [undefined, ...types]) {
    const customers = expected(document, id);
    if (customers === undefined || customers <= mostCustomers) continue;
    const path = id === undefined ? ['demand'] : ['demand', 'dayTypes', id, 'volume'];
    report('too-many-customers', path, { customers, most: mostCustomers });
    return;
  }
}

/**
 * Expected customers of a day type (`undefined`: a plain day), rushes included, as far as the
 * document can be read. Nobody comes while the hall is closed in between.
 */
export function expected(document: unknown, dayType: string | undefined): number | undefined {
  const demand = at(document, 'demand');
  const type = dayType === undefined ? undefined : at(demand, 'dayTypes', dayType);
  const volume = read(share, at(type, 'volume') ?? '100%');
  const everyday = read(count, at(demand, 'perDay')) ?? arrivals(document);
  if (volume === undefined || everyday === undefined) return undefined;
  const periods = openPeriods(document);
  let sum = everyday * volume;
  for (const [, rush] of entries(at(type, 'rushes'))) {
    const when = span(rush);
    const adds = read(perMinute, at(rush, 'adds'));
    if (when === undefined || adds === undefined) return undefined;
    sum += openTime(periods, when) * adds;
  }
  return sum;
}

// Customers of the arrival rates.
function arrivals(document: unknown): number | undefined {
  const day = daySpan(document);
  if (day === undefined) return undefined;
  const periods = openPeriods(document);
  const steps = entries(at(document, 'demand', 'arrivals'))
    .map(([time, rate]) => ({ from: read(clock, time), rate: read(perMinute, rate) }))
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  let customers = 0;
  for (const [i, { from, rate }] of steps.entries()) {
    if (from === undefined || rate === undefined) return undefined;
    customers += openTime(periods, { from, to: steps[i + 1]?.from ?? day.to }) * rate;
  }
  return customers;
}

// Minutes of a stretch in which the hall is open.
function openTime(periods: readonly Span[], { from, to }: Span): number {
  let sum = 0;
  for (const period of periods) {
    sum += Math.max(0, Math.min(to, period.to) - Math.max(from, period.from));
  }
  return sum;
}
