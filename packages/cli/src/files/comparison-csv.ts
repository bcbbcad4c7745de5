import { type Comparison, MEASURES } from '@hallsim/experiment';
import { csvLine } from './csv.js';

const HEADS = [
  'variant',
  'measure',
  'unit',
  'base',
  'value',
  'change',
  'change.low',
  'change.high',
  'joint.low',
  'joint.high',
  'pairing',
  'more_days',
];

/** A comparison as CSV: a line for each variant and measure; `joint` holds for all variants together. */
export function comparisonCsv({ base, variants }: Comparison): string {
  const lines = Object.entries(variants).flatMap(([id, { summary, change }]) =>
    MEASURES.flatMap(({ id: measure, unit }) => {
      const changed = change[measure];
      if (changed === undefined) return [];
      const { value, low, high, joint, pairing, moreDays } = changed;
      const [before, after] = [base, summary].map((one) => one.measures[measure]?.value ?? null);
      const together = [joint?.low ?? null, joint?.high ?? null];
      const cells = [value, low, high, ...together, pairing, moreDays];
      return [csvLine([id, measure, unit, before!, after!, ...cells])];
    }),
  );
  return csvLine(HEADS) + lines.join('');
}
