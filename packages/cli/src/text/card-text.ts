import { MEASURES, type Summary } from '@hallsim/experiment';
import { label } from '@hallsim/scenario';
import { widthWords } from '../precision.js';
import { NOTHING } from './number-text.js';
import { dayName, engineText, inTimeText, type Report, variantName } from './report.js';
import { confidenceText, reproduce } from './reproduce.js';
import { table } from './table.js';

/** How an answer was made, as lines. */
export function cardLines(summary: Summary, report: Report): string[] {
  const { request, context } = report;
  const { run } = summary;
  const words = context.words.report;
  const days = words.daysAndSeed(run.replications, run.seed) + (run.complete ? '' : words.stopped);
  const rows = [
    [words.scenario, request.file, run.scenario],
    [words.day, dayName(run.day, report)],
    ...(request.command === 'run' ? [[words.variant, variantName(run.variant, report)]] : []),
    [words.days, days],
    ...lastingLines(report),
    ...(run.arrivals === undefined ? [] : [[words.arrivals, run.arrivals]]),
    ...(run.precision ?? []).map(({ measure, halfWidth, reached, unit, met }) => [
      words.precision,
      words.precisionRow(
        measure,
        widthWords(halfWidth, unit, context.words),
        reached === null ? NOTHING : widthWords(reached, unit, context.words),
        met,
      ),
    ]),
    ...(run.precision?.every(({ met }) => met) ? [['', words.stopping]] : []),
    [words.target, inTimeText(run.target, report)],
    [
      words.confidence,
      words.intervals(confidenceText(run.confidence), words.quantiles[run.quantiles]),
    ],
    ...(run.fewDays ? [['', words.fewDays]] : []),
    ...fewDaysFor(summary, context),
    [words.engine, engineText(run.engine, context)],
  ].map(([what = '', ...value]) => [what, value.join('  ')]);
  return table(rows, ['left', 'left']);
}

/** What a day is of a hall that does not open and close. */
function lastingLines({ scenario, context }: Report): string[][] {
  const { lasts, warmUp } = scenario.day;
  if (lasts === undefined) return [];
  return [['', context.words.report.eachLasts(lasts, warmUp ?? null)]];
}

/** What the hall is called. */
export function titleLine({ scenario, request, context }: Report): string {
  return label(scenario.label, context.language, request.file);
}

/** Measures that need more days than there are. */
function fewDaysFor({ measures }: Summary, { words, language }: Report['context']): string[][] {
  const few = MEASURES.filter(({ id }) => measures[id]?.fewDays === true);
  if (few.length === 0) return [];
  return [['', words.report.fewDaysFor(few.map(({ label: name }) => name[language]))]];
}

/** The last lines of an answer: where everybody went, and the command that gives it again. */
export function endLines({ run, conservation }: Summary, { request, context }: Report): string[] {
  const { balance, again } = context.words.report;
  const whole = (n: number): string => n.toLocaleString('en-US');
  const { came, served, abandoned, balked, unserved, inside } = conservation;
  const counts = balance({
    came: whole(came),
    served: whole(served),
    abandoned: whole(abandoned),
    balked: whole(balked),
    unserved: whole(unserved),
    inside: whole(inside),
  });
  // Of no days there are no numbers to have again.
  if (run.replications === 0) return [counts];
  return [counts, '', again, `  ${reproduce(request, run)}`];
}
