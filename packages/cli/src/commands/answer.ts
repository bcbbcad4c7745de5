import type { Comparison, Summary } from '@hallsim/experiment';
import type { Issue, Scenario } from '@hallsim/scenario';
import type { Context } from '../context.js';
import type { RawOptions } from '../options.js';
import type { Report } from '../text/report.js';
import type { Request } from '../text/reproduce.js';

/** Prints an answer: the document itself with `--json`, else text. */
export async function printAnswer(
  answer: Summary | Comparison,
  { json }: RawOptions,
  request: Request,
  scenario: Scenario,
  context: Context,
): Promise<void> {
  if (json) {
    context.io.print(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const report: Report = { request, scenario, context };
  if (answer.format === 'hallsim-summary/1') {
    const { summaryText } = await import('../text/summary-text.js');
    context.io.print(summaryText(answer, report));
  } else {
    const { comparisonText } = await import('../text/comparison-text.js');
    context.io.print(comparisonText(answer, report));
  }
}

/** Says that parts of the file were left out, so that nothing is dropped in silence. */
export function sayNotSimulated(
  notes: readonly Issue[],
  file: string,
  { io, words }: Context,
): void {
  if (notes.length > 0) io.say(`${words.run.notSimulated(notes.length, file)}\n`);
}
