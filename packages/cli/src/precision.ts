import { MEASURES, type Precision, type Unit } from '@hallsim/experiment';
import { exactShare, minutes, nearest } from '@hallsim/scenario';
import type { Context } from './context.js';
import { CommandError } from './errors.js';
import type { Words } from './words/words.js';

/** The measure that is meant where none is named. */
const USUAL = 'counter.wait.mean';

/** How a half-width of each unit is written. */
const EXAMPLES: Readonly<Record<Unit, string>> = {
  min: '0.2 min',
  share: '1%',
  customers: '5',
  people: '0.5',
  'clerk-min': '10 min',
};

/**
 * `0.2 min`, `counter.within=1%`: how precise a measure shall be.
 * @throws CommandError for a measure there is not, or what is no half-width of it
 */
export function precisionOf(text: string, { words }: Context): Precision {
  const equals = text.indexOf('=');
  const measure = equals < 0 ? USUAL : text.slice(0, equals).trim();
  const width = text.slice(equals + 1).trim();
  const known = MEASURES.find(({ id }) => id === measure);
  if (known === undefined) {
    const meant = nearest(
      measure,
      MEASURES.map(({ id }) => id),
    );
    const hint = meant === null ? '' : ` ${words.wrong.didYouMean(meant)}`;
    throw new CommandError(`${words.wrong.noMeasure(measure)}${hint}`);
  }
  const halfWidth = read(width, known.unit);
  if (!(halfWidth > 0)) {
    throw new CommandError(words.wrong.precision(text, `${measure}="${EXAMPLES[known.unit]}"`));
  }
  return { measure, halfWidth };
}

/** A half-width as the option is written, all its digits. */
export function widthOption(width: number, unit: Unit): string {
  if (unit === 'share') return `${Number((100 * width).toPrecision(12))}%`;
  return unit === 'min' || unit === 'clerk-min' ? `${width} min` : String(width);
}

/** A half-width for people, as short as it may be: that of a share is in percentage points. */
export function widthWords(width: number, unit: Unit, { report }: Words): string {
  const short = (value: number): string => String(Number(value.toPrecision(3)));
  if (unit === 'share') return `${short(100 * width)} ${report.compare.points}`;
  return unit === 'min'
    ? `${short(width)} ${report.units.min}`
    : widthOption(Number(short(width)), unit);
}

/** NaN for what cannot be read. */
function read(text: string, unit: Unit): number {
  try {
    if (unit === 'share') return exactShare(text);
    if (unit === 'min' || unit === 'clerk-min') return minutes(text);
    return /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  } catch {
    return NaN;
  }
}
