import type { Column } from './expected.js';
import type { FoundRow } from './run-row.js';

// Rules of the source's simulation, by where they stand in a hall whose engine does not follow them.
const RULES: readonly (readonly [place: RegExp, words: string])[] = [
  [/^later\.changeOver$|^rules\.calling$/, 'no time between two customers'],
  [
    /^later\.leavingInSilence$|^customers\..+\.keepsTicket$/,
    'nobody keeps a ticket and is called in vain',
  ],
  [/^later\.overflow$|^counters\..+\.helps$/, 'the special desk helps nobody'],
  [/^later\.appointments$/, 'nobody has an appointment'],
  [/^elastic-counters$|^counters\..+\.elastic$/, 'no elastic counters'],
];

/** Why a row lies outside: the rules of the source that are not followed yet. `unexplained` when none is left. */
export function whyOf({ missing }: FoundRow, off: readonly Column[]): string {
  if (off.length === 0) return '';
  const rules = RULES.filter(([place]) => missing.some((path) => place.test(path)));
  return rules.length === 0 ? 'unexplained' : rules.map(([, words]) => words).join('; ');
}
