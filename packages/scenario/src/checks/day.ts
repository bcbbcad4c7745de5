import type { Report } from '../issue.js';
import { at, keys, list, read } from '../document/loose.js';
import { exampleFor } from '../messages/example-for.js';
import { quoted } from '../messages/say.js';
import { clock, clockText, minutes } from '../units.js';
import { daySpan, span } from './time.js';

const longestHours = 100_000;

/** Opening hours: one way of giving them, in order, with the last ticket inside. */
export function checkDay(document: unknown, report: Report): void {
  const day = at(document, 'day');
  const given = keys(day);
  const has = (key: string): boolean => given.includes(key);
  if (day === undefined) return;
  if (has('lasts')) checkEndless(day, has, report);
  else if (has('hours')) checkHours(day, report);
  else if (!has('opens') && !has('closes')) {
    report('choose-one', ['day'], { keys: ['opens + closes', 'hours', 'lasts'], given: [] });
  } else {
    if (!has('opens')) missing(['day', 'opens'], report);
    if (!has('closes')) missing(['day', 'closes'], report);
    const opens = read(clock, at(day, 'opens'));
    const closes = read(clock, at(day, 'closes'));
    if (opens !== undefined && closes !== undefined && opens >= closes) {
      const params = { from: clockText(opens), to: clockText(closes) };
      report('from-after-to', ['day', 'closes'], params, { value: at(day, 'closes') });
    }
  }
  if (has('warmUp') && !has('lasts')) {
    const value = at(day, 'warmUp');
    report('needs-key', ['day', 'warmUp'], { key: 'warmUp', needs: 'lasts' }, { value });
  }
  checkLastTicket(document, report);
}

function missing(path: readonly string[], report: Report): void {
  report('missing-key', path, { key: path.at(-1)!, example: exampleFor(path, 'clock') });
}

function checkEndless(day: unknown, has: (key: string) => boolean, report: Report): void {
  const others = ['opens', 'closes', 'hours', 'lastTicket'].filter(has);
  if (others.length > 0) {
    const params = { keys: ['opens + closes', 'hours', 'lasts'], given: ['lasts', ...others] };
    report('choose-one', ['day'], params);
  }
  const value = at(day, 'lasts');
  const lasts = read(minutes, value);
  if (lasts === undefined) return;
  if (lasts === 0) report('zero-time', ['day', 'lasts'], { value: String(value) }, { value });
  if (lasts > longestHours * 60) {
    const params = { value: String(value), least: '1 min', most: `${longestHours} h` };
    report('out-of-range', ['day', 'lasts'], params, { value });
  }
  const warm = at(day, 'warmUp');
  const warmUp = read(minutes, warm);
  if (warmUp !== undefined && warmUp >= lasts) {
    const params = { value: String(warm), least: '0 min', most: `${String(value)} (lasts)` };
    report('out-of-range', ['day', 'warmUp'], params, { value: warm });
  }
}

function checkHours(day: unknown, report: Report): void {
  const hours = list(at(day, 'hours'));
  let before: number | undefined;
  hours.forEach((period, i) => {
    const found = span(period);
    if (found === undefined) return;
    const path = ['day', 'hours', i];
    const from = clockText(found.from);
    if (found.from >= found.to) report('from-after-to', path, { from, to: clockText(found.to) });
    if (before !== undefined && found.from < before) {
      report('hours-order', path, { from, before: clockText(before) });
    }
    before = found.to;
  });
  const ends = [
    ['opens', at(hours, 0, 'from')],
    ['closes', at(hours, hours.length - 1, 'to')],
  ] as const;
  for (const [key, expected] of ends) {
    const value = at(day, key);
    if (value === undefined || value === expected) continue;
    if (read(clock, value) === undefined || read(clock, expected) === undefined) continue;
    const params = { key, value: quoted(value), hours: quoted(expected) };
    report('hours-disagree', ['day', key], params, { value });
  }
}

function checkLastTicket(document: unknown, report: Report): void {
  const value = at(document, 'day', 'lastTicket');
  const time = read(clock, value);
  const day = daySpan(document);
  if (time === undefined || day === undefined || at(document, 'day', 'lasts') !== undefined) return;
  if (time > day.from && time <= day.to) return;
  const params = { time: clockText(time), from: clockText(day.from), to: clockText(day.to) };
  report('outside-day', ['day', 'lastTicket'], params, { value });
}
