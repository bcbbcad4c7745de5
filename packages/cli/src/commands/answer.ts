import type { Comparison, Summary } from '@hallsim/experiment';
import { type Issue, issueText } from '@hallsim/scenario';
import type { Context } from '../context.js';
import type { RawOptions } from '../options.js';
import type { Report } from '../text/report.js';

/** Notes about what is legal, but seldom meant: those who simulate it hear of it too. */
const SELDOM_MEANT = [
  'never-open',
  'never-open-for',
  'far-too-few',
  'more-clerks-than-counters',
  'breaks-of-nobody',
];

/** What is worth knowing about a file of which some variants are run. */
export interface Notes {
  readonly notes: readonly Issue[];
  readonly file: string;
  readonly variants: readonly (string | undefined)[];
}

/** The command line that asks for an answer. */
export interface Asked {
  /** The scenario file as it was typed. */
  readonly file: string;
  readonly raw: RawOptions;
  readonly context: Context;
}

/** Prints an answer: the document itself with `--json`, else text. */
export async function printAnswer(
  answer: Summary | Comparison,
  { arrivals, json, rules = [] }: RawOptions,
  asked: Report,
): Promise<void> {
  const { io } = asked.context;
  const options = [
    ...(asked.request.options ?? []),
    ...(arrivals === undefined ? [] : ['--arrivals', arrivals]),
    ...rules.flatMap((file) => ['--rules', file]),
  ];
  const report = { ...asked, request: { ...asked.request, options } };
  if (json) {
    io.print(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  if (answer.format === 'hallsim-summary/1') {
    const { summaryText } = await import('../text/summary-text.js');
    io.print(summaryText(answer, report));
  } else {
    const { comparisonText } = await import('../text/comparison-text.js');
    io.print(comparisonText(answer, report));
  }
}

/**
 * Says that parts of the file were left out, so that nothing is dropped in silence, who waits in vain, how far
 * too few counters are, and which clerks have no counter.
 * Of variants that are not run nothing is said.
 */
export function sayNotes(
  { notes: all, file, variants }: Notes,
  { io, language, words }: Context,
): void {
  const notes = all.filter(
    ({ path }) =>
      !path.startsWith('variants.') || variants.some((id) => path.startsWith(`variants.${id}.`)),
  );
  const left = notes.filter(({ code }) => code === 'not-simulated');
  if (left.length > 0) io.say(`${words.run.notSimulated(left.length, file)}\n`);
  const seldomMeant = notes.filter(({ code }) => SELDOM_MEANT.includes(code));
  if (seldomMeant.length > 0) io.say(`${issueText(seldomMeant, language, file, 'notes')}\n`);
}
