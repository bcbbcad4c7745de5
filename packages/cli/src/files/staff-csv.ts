import type { Staffing } from '@hallsim/planning';
import { csvLine } from './csv.js';

const HEADS = [
  'group',
  'from',
  'to',
  'count',
  'less.value',
  'less.low',
  'less.high',
  'less.verdict',
];

/** A plan as CSV: a line for each group and half hour, with what one counter less there would reach. */
export function staffCsv({ groups, lessOne }: Staffing): string {
  const lines = Object.entries(groups).flatMap(([group, slots]) =>
    slots.map(({ from, to, count }) => {
      const less = lessOne.find((one) => one.group === group && one.from === from);
      const { value = null, low = null, high = null, verdict = null } = less ?? {};
      return csvLine([group, from, to, count, value, low, high, verdict]);
    }),
  );
  return csvLine(HEADS) + lines.join('');
}
