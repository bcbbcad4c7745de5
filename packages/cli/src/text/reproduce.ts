import type { RunCard } from '@hallsim/experiment';
import type { Program } from '../context.js';
import { widthOption } from '../precision.js';

/** What besides the run card makes the numbers of an answer. */
export interface Request {
  readonly program: Program;
  readonly command: 'run' | 'compare' | 'sweep';
  /** As it was typed. */
  readonly file: string;
  readonly variants: readonly string[];
  /** Options of the command's own, as words. */
  readonly options?: readonly string[];
}

/** The command that gives the same numbers again, whatever the file's defaults become; for a POSIX shell. */
export function reproduce(
  { program, command, file, variants, options = [] }: Request,
  card: RunCard,
): string {
  const words: string[] = [command, file, ...options];
  if (command === 'compare') words.push('--variants', variants.join(','));
  else if (card.variant !== 'base') words.push('--variant', card.variant);
  if (card.day !== null) words.push('--day', card.day);
  for (const { measure, halfWidth, unit } of card.precision ?? []) {
    words.push('--precision', `${measure}=${widthOption(halfWidth, unit)}`);
  }
  words.push('--replications', String(card.replications), '--seed', card.seed);
  words.push('--confidence', confidenceText(card.confidence));
  return commandText(program, words);
}

/** `95%` of 0.95, as the option is written. */
export function confidenceText(confidence: number): string {
  return `${Number((100 * confidence).toFixed(6))}%`;
}

/** A word as a POSIX shell reads it back. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A command line for a POSIX shell. */
export function commandText(program: Program, words: readonly string[]): string {
  return [program, ...words.map(quoted)].join(' ');
}
