import type { Report } from '../issue.js';
import type { Path } from '../document/path.js';
import { at, entries, places, read } from '../document/loose.js';
import { clock, clockText, minutes, share } from '../units.js';
import type { Span } from './time.js';
import { daySpan, span } from './time.js';

/** Everything that has a time of day lies inside the day, and every period ends after its start. */
export function checkInsideDay(document: unknown, report: Report): void {
  const day = daySpan(document);
  const periods = [
    ...places(document, 'demand', 'dayTypes', '*', 'rushes', '*'),
    ...places(document, 'staff', '*', 'shift'),
    ...places(document, 'counters', '*', 'staff', '*', 'shift'),
    ...places(document, 'kiosks', 'greeter'),
  ];
  for (const { path, value } of periods) checkPeriod(value, path, day, report);
  const staff = [
    ...places(document, 'staff', '*'),
    ...places(document, 'counters', '*', 'staff', '*'),
  ];
  for (const { path, value } of staff) checkBreaks(value, path, report);
  if (day === undefined) return;
  const steps = [
    ...places(document, 'demand', 'arrivals'),
    ...places(document, 'demand', 'profile'),
    ...places(document, 'customers', '*', 'profile'),
    ...places(document, 'counters', '*', 'open', '*'),
  ];
  for (const { path, value } of steps) {
    for (const [key, inner] of entries(value)) {
      const time = read(clock, key);
      if (time === undefined) continue;
      const late = time === day.to && path.includes('profile') && read(share, inner) !== 0;
      if (late || outside(time, day))
        report('outside-day', [...path, key], words(time, day), { value: key });
    }
  }
}

const outside = (time: number, day: Span): boolean => time < day.from || time > day.to;

function words(time: number, day: Span): { time: string; from: string; to: string } {
  return { time: clockText(time), from: clockText(day.from), to: clockText(day.to) };
}

function checkPeriod(value: unknown, path: Path, day: Span | undefined, report: Report): void {
  const found = span(value);
  if (found === undefined) return;
  if (found.from >= found.to) {
    report('from-after-to', path, { from: clockText(found.from), to: clockText(found.to) });
  }
  if (day === undefined) return;
  for (const end of ['from', 'to'] as const) {
    if (outside(found[end], day)) {
      report('outside-day', [...path, end], words(found[end], day), { value: at(value, end) });
    }
  }
}

function checkBreaks(staff: unknown, path: Path, report: Report): void {
  const shift = span(at(staff, 'shift'));
  const headcount = at(staff, 'headcount');
  // A shift that ends before it starts has a fault of its own.
  if (shift === undefined || shift.from >= shift.to || typeof headcount !== 'number') return;
  for (const [id, pause] of entries(at(staff, 'breaks'))) {
    const from = read(clock, at(pause, 'from'));
    const length = read(minutes, at(pause, 'length'));
    if (from === undefined || length === undefined) continue;
    const here = [...path, 'breaks', id];
    const keepOpen = at(pause, 'keepOpen');
    if (typeof keepOpen === 'number' && keepOpen >= headcount && headcount > 0) {
      const value = { value: keepOpen };
      report('floor-too-high', [...here, 'keepOpen'], { keepOpen, headcount }, value);
    }
    const until = read(clock, at(pause, 'until'));
    if (until !== undefined && until <= from) {
      const params = { from: clockText(from), to: clockText(until) };
      report('from-after-to', [...here, 'until'], params, { value: at(pause, 'until') });
      continue;
    }
    const turns = at(pause, 'oneAtATime') === true ? Math.max(1, headcount) : 1;
    // Who has not begun by `until` goes without, so the last break ends its length later.
    const end = Math.min(from + length * turns, (until ?? Infinity) + length);
    if ((from >= shift.from && end <= shift.to) || end === Infinity) continue;
    const times = `${clockText(shift.from)}-${clockText(shift.to)}`;
    const params = { end: clockText(end), shift: times };
    report('break-outside-shift', here, params, { value: at(pause, 'from') });
  }
}
