import type { Report } from '../issue.js';
import type { Path } from '../document/path.js';
import { at, isMap, keys, list, places, read } from '../document/loose.js';
import { failurePlaces } from './failures.js';
import { minutes } from '../units.js';
import { spreadFamilies } from '../schema/spread.js';

const longestHours = 10_000;
const known: readonly string[] = spreadFamilies;

/** Spreads: exactly one family, times above zero and within reason, cv in the family's range. */
export function checkSpreads(document: unknown, report: Report): void {
  const spreads = [
    ...places(document, 'customers', '*', 'patience'),
    ...places(document, 'services', '*', 'time'),
    ...places(document, 'services', '*', 'timeAt', '*'),
    ...places(document, 'services', '*', 'afterWork'),
    ...places(document, 'kiosks', 'services', '*', 'time'),
    ...failurePlaces(document, 'every'),
    ...failurePlaces(document, 'lasts'),
    ...places(document, 'rules', 'calling', 'call'),
    ...places(document, 'rules', 'calling', 'walk'),
  ];
  for (const { path, value } of spreads) checkSpread(value, path, report);
  for (const shape of aboveZero) {
    for (const { path, value } of places(document, ...shape.split(' '))) {
      checkTime(value, path, report);
    }
  }
  for (const shape of maybeZero) {
    for (const { path, value } of places(document, ...shape.split(' '))) {
      checkTime(value, path, report, true);
    }
  }
  for (const { path } of places(document, 'customers', '*', 'headStart', '*')) {
    checkTime(path.at(-1), path, report, true);
  }
}

const aboveZero = [
  'customers * balks guess half',
  'customers * balks guess scale',
  'staff * breaks * length',
  'counters * staff * breaks * length',
  'counters * elastic every',
];

const maybeZero = [
  'demand waitingAtStart waited',
  'customers * headStart',
  'customers * headStart *',
  'counters * elastic opensWhen wait',
  'counters * elastic setUp',
  'counters * elastic staysAtLeast',
  'counters * helps whenWait',
  'rules calling absent',
  'targets service-level within',
];

function checkTime(value: unknown, path: Path, report: Report, zero = false): void {
  const time = read(minutes, value);
  if (time === undefined) return;
  if (time === 0 && !zero) report('zero-time', path, { value: String(value) }, { value });
  if (time > longestHours * 60) {
    const params = { value: String(value), least: '0 s', most: `${longestHours} h` };
    report('out-of-range', path, params, { value });
  }
}

function checkSpread(spread: unknown, path: Path, report: Report): void {
  if (!isMap(spread)) return;
  const found = known.filter((family) => Object.hasOwn(spread, family));
  // A misspelt family is an unknown key already; asking for one on top would say it twice.
  if (found.length !== 1 && (found.length > 1 || keys(spread).length === 0)) {
    report('one-spread', path, { found, known });
  }
  for (const family of found) {
    const inner = spread[family];
    const here = [...path, family];
    if (typeof inner === 'string') checkTime(inner, here, report);
    else if (family === 'measured') {
      list(inner).forEach((time, i) => checkTime(time, [...here, i], report));
    } else if (family === 'uniform') checkUniform(inner, here, report);
    else checkTime(at(inner, 'mean'), [...here, 'mean'], report);
    checkCv(family, at(inner, 'cv'), [...here, 'cv'], report);
  }
}

function checkUniform(value: unknown, path: Path, report: Report): void {
  checkTime(at(value, 'from'), [...path, 'from'], report, true);
  checkTime(at(value, 'to'), [...path, 'to'], report);
  const from = read(minutes, at(value, 'from'));
  const to = read(minutes, at(value, 'to'));
  if (from === undefined || to === undefined || from < to) return;
  report('from-after-to', path, { from: String(at(value, 'from')), to: String(at(value, 'to')) });
}

function checkCv(family: string, cv: unknown, path: Path, report: Report): void {
  if (typeof cv !== 'number') return;
  const above = family === 'hyperexponential';
  if (cv <= 10 && (above ? cv > 1 : cv >= 0.01)) return;
  const params = { value: String(cv), least: above ? 'more than 1' : '0.01', most: '10' };
  report('out-of-range', path, params, { value: cv });
}
