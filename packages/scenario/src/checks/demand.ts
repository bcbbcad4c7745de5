import type { Report } from '../issue.js';
import type { Path } from '../document/path.js';
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
    const params = { value: String(cv), above: '0', most: '2' };
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
  const profiles = [
    ...places(document, 'demand', 'profile'),
    ...places(document, 'customers', '*', 'profile'),
  ];
  for (const { path, value } of profiles) checkStretches(value, path, day, periods, report);
}

function checkStretches(
  profile: unknown,
  path: Path,
  day: Span | undefined,
  periods: readonly Span[],
  report: Report,
): void {
  const steps = entries(profile)
    .map(([key, value]) => ({ key, value, from: read(clock, key), part: read(share, value) }))
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  for (const [i, { key, value, from, part }] of steps.entries()) {
    if (day === undefined || from === undefined || !part) continue;
    if (from < day.from || from >= day.to) continue;
    const to = steps[i + 1]?.from ?? day.to;
    if (openTime(periods, { from, to }) > 0) continue;
    const params = { share: String(value), from: clockText(from), to: clockText(to) };
    report('closed-share', [...path, key], params, { value });
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
  const people = at(demand, 'waitingAtStart', 'people');
  let sum = everyday * volume + (typeof people === 'number' ? people : 0);
  for (const [, rush] of entries(at(type, 'rushes'))) {
    const when = span(rush);
    const adds = read(perMinute, at(rush, 'adds'));
    if (when === undefined || adds === undefined) return undefined;
    sum += lineTotal(rushLine(when, adds, at(rush, 'shape')), periods, when.to);
  }
  return sum;
}

// Customers of the arrival rates.
function arrivals(document: unknown): number | undefined {
  const day = daySpan(document);
  if (day === undefined) return undefined;
  const linear = at(document, 'demand', 'shape') === 'linear';
  const points: Point[] = [];
  for (const [time, text] of entries(at(document, 'demand', 'arrivals'))) {
    const from = read(clock, time);
    const rate = read(perMinute, text);
    if (from === undefined || rate === undefined) return undefined;
    points.push({ from, rate, next: rate });
  }
  points.sort((a, b) => a.from - b.from);
  const line = points.map((point, i) => ({
    ...point,
    next: linear ? (points[i + 1]?.rate ?? point.rate) : point.rate,
  }));
  return lineTotal(line, openPeriods(document), day.to);
}

// A rate a minute that goes straight from `rate` to `next` until the point after it.
interface Point {
  readonly from: number;
  readonly rate: number;
  readonly next: number;
}

function rushLine({ from, to }: Span, adds: number, shape: unknown): Point[] {
  if (shape === 'rising') return [{ from, rate: 0, next: 2 * adds }];
  if (shape === 'falling') return [{ from, rate: 2 * adds, next: 0 }];
  if (shape !== 'peak') return [{ from, rate: adds, next: adds }];
  return [
    { from, rate: 0, next: 2 * adds },
    { from: (from + to) / 2, rate: 2 * adds, next: 0 },
  ];
}

// Customers of a line within the open hours; it ends at `until`.
function lineTotal(line: readonly Point[], periods: readonly Span[], until: number): number {
  let customers = 0;
  for (const [i, { from, rate, next }] of line.entries()) {
    const to = line[i + 1]?.from ?? until;
    for (const open of periods) {
      const start = Math.max(from, open.from);
      const end = Math.min(to, open.to);
      if (end <= start) continue;
      const middle = rate + ((next - rate) * ((start + end) / 2 - from)) / (to - from);
      customers += middle * (end - start);
    }
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
