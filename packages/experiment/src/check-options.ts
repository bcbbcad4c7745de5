import { nearest } from '@hallsim/scenario';

/** Options that every study of days takes. */
export const STUDY_OPTIONS: readonly string[] = [
  ...['replications', 'seed', 'confidence'],
  ...['signal', 'onDays', 'rules', 'runner'],
];

/**
 * Refuses options that a function does not have: JavaScript would leave a misspelt one out in silence, and
 * answer another question than was asked.
 * @param name of the function
 * @param known all options it has, the likeliest first
 * @throws RangeError naming the first unknown option, and the known one that was probably meant
 */
export function checkOptions(name: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    throw new RangeError(`The options of ${name} must be an object, not ${String(options)}.`);
  }
  for (const [key, value] of Object.entries(options)) {
    if (value === undefined || known.includes(key)) continue;
    const meant = nearest(key, known);
    const wayOut = meant === null ? `It has: ${known.join(', ')}.` : `Did you mean ${meant}?`;
    throw new RangeError(`${name} has no option ${key}. ${wayOut}`);
  }
}
