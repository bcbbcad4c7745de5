import { type Column, COLUMNS, type ExpectedRow } from './expected.js';
import { OTHER_RULES } from './other-rules.js';
import { isWait } from './outside.js';
import type { FoundRow } from './run-row.js';

/** How much of the way back a rule has to lead before it counts as a reason. */
const NOTICEABLE = 0.05;

/** What is not tried, because no file can say it. */
export const FREE_COUNTERS = {
  id: 'free-counters',
  words: 'People turn round, too, who find a counter free. Not tried, because no file can say it.',
} as const;

/**
 * Why a row lies outside: the rules that bring it nearer, as far as they were tried, with where they bring it.
 * `unexplained` when nothing does so for one of its columns.
 */
export function whyOf(expected: ExpectedRow, row: FoundRow, off: readonly Column[]): string {
  if (off.length === 0) return '';
  const nearer = OTHER_RULES.map(({ id }) => ({
    id,
    columns: off.filter((column) => leadsBack(expected, row, id, column)),
    numbers: row.others?.[id],
  })).filter(({ columns }) => columns.length > 0);
  const untold = off.filter((column) => !nearer.some(({ columns }) => columns.includes(column)));
  const turns = row.found.balked < expected.expected.balked;
  const isAtFree = (column: Column): boolean => column === 'balked' || column === 'withinAll';
  if (untold.some((column) => !turns || !isAtFree(column))) return 'unexplained';
  const tried = nearer.map(({ columns, id, numbers }) => {
    const moved = columns.map((column) => `${COLUMNS[column]} ${numbers![column].toFixed(1)}`);
    return `${id}: ${moved.join(', ')}`;
  });
  return [...tried, ...(turns && off.some(isAtFree) ? [FREE_COUNTERS.id] : [])].join('; ');
}

/** Whether another rule brings a column nearer to the source by more than chance does. */
function leadsBack(
  { expected }: ExpectedRow,
  { found, others }: FoundRow,
  rule: string,
  column: Column,
): boolean {
  const other = others?.[rule];
  if (other === undefined) return false;
  const gap = Math.abs(found[column] - expected[column]);
  const left = Math.abs(other[column] - expected[column]);
  const least = isWait(column) ? 0 : 0.1;
  return gap - left > Math.max(least, NOTICEABLE * gap);
}
