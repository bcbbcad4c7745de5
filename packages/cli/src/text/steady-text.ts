import { MEASURES, type SteadyState } from '@hallsim/experiment';
import { label, type Scenario } from '@hallsim/scenario';
import type { Context } from '../context.js';
import { blocks } from './blocks.js';
import { decimal, NOTHING, plain, valueText } from './number-text.js';
import { dayName, engineText, variantName } from './report.js';
import { commandText, confidenceText } from './reproduce.js';
import { table } from './table.js';

interface SteadyReport {
  readonly file: string;
  /** Modules of rules, as they were named. */
  readonly rules: readonly string[];
  /** With the variant applied. */
  readonly scenario: Scenario;
  readonly variants: NonNullable<Scenario['variants']>;
  readonly context: Context;
}

/** A steady state as text: how it was looked for, the mean wait, and whether the run was long enough. */
export function steadyText(answer: SteadyState, report: SteadyReport): string {
  const { report: say } = report.context.words;
  const parts = [
    cardLines(answer, report),
    valueLines(answer, report),
    doubtLines(answer, report),
    [say.again, `  ${again(answer, report)}`],
  ];
  return blocks(parts);
}

function cardLines({ run, warmUp, batchSize }: SteadyState, report: SteadyReport): string[] {
  const { file, scenario, context } = report;
  const { report: say, steady: words } = context.words;
  const others = words.length(plain(run.minutes / 60), run.runs - 1, run.seed);
  const end =
    warmUp.waits === null || warmUp.minutes === null
      ? NOTHING
      : warmUp.waits === 0
        ? words.noWarmUp
        : words.warmUpEnd(decimal(warmUp.minutes / 60, 1), decimal(warmUp.waits, 0));
  return [
    label(scenario.label, context.language, file),
    '',
    ...table(
      [
        [say.scenario, `${file}  ${run.scenario}`],
        [say.day, dayName(run.day, report)],
        [say.variant, variantName(run.variant, report)],
        [words.run, others + (run.complete ? '' : say.stopped)],
        [words.warmUp, end],
        [words.batches, words.batchesOf(run.batches, decimal(batchSize, 0))],
        [say.confidence, confidenceText(run.confidence)],
        [say.engine, engineText(run.engine, context)],
      ],
      ['left', 'left'],
    ),
  ];
}

function valueLines({ wait, waits }: SteadyState, { context }: SteadyReport): string[] {
  const { report: say, steady: words } = context.words;
  const { value, low, high, unit } = wait;
  const name = MEASURES.find(({ id }) => id === 'counter.wait.mean')!.label[context.language];
  const interval =
    low === null || high === null ? NOTHING : say.from(valueText(low, unit), valueText(high, unit));
  return table(
    [
      [words.longRun, say.value, '', say.interval],
      [name, valueText(value, unit), say.units[unit], interval],
      [words.waits, decimal(waits, 0)],
    ],
    ['left', 'right', 'left', 'left'],
    '',
  );
}

/** What keeps the answer from being one. */
function doubtLines(
  { longEnough, correlation, wait, warmUp }: SteadyState,
  { context }: SteadyReport,
): string[] {
  const { steady: words } = context.words;
  if (wait.value === null) return [words.nothing[warmUp.reason ?? 'few-values']];
  if (longEnough || correlation === null) return [];
  return [words.tooShort(decimal(correlation, 2))];
}

function again({ run }: SteadyState, { file, rules, context }: SteadyReport): string {
  const words = ['run', file, '--steady', ...rules.flatMap((module) => ['--rules', module])];
  if (run.variant !== 'base') words.push('--variant', run.variant);
  if (run.day !== null) words.push('--day', run.day);
  words.push('--seed', run.seed, '--confidence', confidenceText(run.confidence));
  return commandText(context.program, words);
}
