import { unitPatterns } from '../units.js';

/** A text as it was meant, and what kept it from being read. */
export interface Repair {
  readonly text: string;
  readonly slip: 'full-width' | 'blank' | 'spelling' | 'number';
}

type Unit = keyof typeof unitPatterns;

// Other words for the units of the format.
const synonyms: Readonly<Partial<Record<Unit, readonly (readonly [RegExp, string])[]>>> = {
  duration: [
    [/^(?:s|secs?|seconds?|秒|秒钟)$/i, 's'],
    [/^(?:m|mins?|minutes?|分|分钟)$/i, 'min'],
    [/^(?:h|hrs?|hours?|时|小时)$/i, 'h'],
  ],
  rate: [
    [/^(?:per|\/) ?(?:m|mins?|minutes?|分钟)$/i, 'per min'],
    [/^(?:per|\/) ?(?:h|hrs?|hours?|小时)$/i, 'per hour'],
    [/^(?:per|\/) ?(?:d|days?|天)$/i, 'per day'],
  ],
};

/**
 * What a text was meant to be that stands where a value with a unit should: written with full-width
 * characters, with a blank too few or too many, with another word for the unit, or, of times, as a bare
 * number of minutes. `null` where it cannot be told.
 */
export function repaired(value: unknown, unit: string): Repair | null {
  if (!isUnit(unit)) return null;
  const fits = (text: string): boolean => unitPatterns[unit].test(text);
  if (typeof value === 'number') {
    const text = `${value} min`;
    return unit === 'duration' && fits(text) ? { text, slip: 'number' } : null;
  }
  if (typeof value !== 'string' || value.length > 60) return null;
  const narrow = value.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const text = readings(narrow, unit).find(fits);
  if (text === undefined) return null;
  if (value.normalize('NFKC') !== value) return { text, slip: 'full-width' };
  const blank = text.replaceAll(' ', '') === value && !value.includes(' ');
  return { text, slip: blank ? 'blank' : 'spelling' };
}

// As it is, and with blanks and units as the format writes them.
function readings(text: string, unit: Unit): string[] {
  if (unit === 'clock') return [text, `0${text}`];
  const [, number = '', rest = ''] = /^([\d.]+) ?(.*)$/.exec(text) ?? [];
  const word = synonyms[unit]?.find(([words]) => words.test(rest))?.[1] ?? rest;
  return [text, `${number} ${word}`, `${number}${word}`];
}

const isUnit = (unit: string): unit is Unit => Object.hasOwn(unitPatterns, unit);
