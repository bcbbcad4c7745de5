import { nearest } from '@hallsim/scenario';

/** Options that every study takes. */
const COMMON: readonly string[] = [
  ...['replications', 'seed', 'confidence'],
  ...['signal', 'onDays', 'rules', 'runner'],
];

/**
 * Refuses options that a study does not have: JavaScript would leave a misspelt one out in silence, and
 * answer another question than was asked.
 * @param own options of this study beside those of every study
 * @throws RangeError naming the first unknown option, and the known one that was probably meant
 */
export function checkOptions(study: string, options: unknown, own: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    throw new RangeError(
      `The options of ${study} must be an object such as { replications: 200 }, not ${String(options)}.`,
    );
  }
  const known = [...own, ...COMMON];
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined || known.includes(key)) continue;
    const meant = nearest(key, known);
    const wayOut = meant === null ? `It has: ${known.join(', ')}.` : `Did you mean ${meant}?`;
    throw new RangeError(`${study} has no option ${key}. ${wayOut}`);
  }
}
