import type { Report } from '../issue.js';
import { at, keys, places, read } from '../document/loose.js';
import { minutes } from '../units.js';
import { daySpan } from './time.js';

const mostIntervals = 200_000;

/** How it is run: the step of the results, calendar dates, names of variants. */
export function checkRun(document: unknown, report: Report): void {
  const value = at(document, 'run', 'bucket');
  const bucket = read(minutes, value ?? '30 min');
  const day = daySpan(document);
  if (bucket !== undefined && (bucket < 1 || bucket > 1440)) {
    const params = { value: String(value), least: '1 min', most: '24 h' };
    report('out-of-range', ['run', 'bucket'], params, { value });
  } else if (bucket !== undefined && day !== undefined) {
    const intervals = Math.ceil((day.to - day.from) / bucket);
    if (intervals > mostIntervals) {
      report(
        'too-many-intervals',
        ['run', 'bucket'],
        { intervals, most: mostIntervals },
        { value },
      );
    }
  }
  for (const { path } of places(document, 'calendar', 'dates', '*')) {
    const date = String(path.at(-1));
    if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !isDate(date))
      report('no-such-date', path, { date }, { value: date });
  }
  const variants = keys(at(document, 'variants'));
  if (variants.includes('base')) report('reserved-id', ['variants', 'base'], { id: 'base' });
  for (const key of ['format', '$schema', 'variants']) {
    for (const { path } of places(document, 'variants', '*', 'change', key)) {
      report('change-not-allowed', path, { key }, { value: key });
    }
  }
}

// By arithmetic, as the package has no clock and no calendar of its own.
function isDate(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const february = leap ? 29 : 28;
  const days = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
