import {
  type GivenArrivals,
  MOST_DAYS,
  type Precision,
  simulate,
  type Summary,
} from '@hallsim/experiment';
import { DemandField, GivenDemand, type HallModel } from '@hallsim/hall';
import type { Scenario } from '@hallsim/scenario';
import { arrivalsFor } from '../arrivals.js';
import { chooseDay, chooseVariant } from '../choose.js';
import type { Context } from '../context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { CLERKS } from '../files/clerks-csv.js';
import { type DayTable, piecesByDay } from '../files/day-table.js';
import { intervalsCsv } from '../files/intervals-csv.js';
import type { OutputFile } from '../files/output-file.js';
import { type Outputs, withOutputs } from '../files/outputs.js';
import { readScenario } from '../files/read-scenario.js';
import { VISITS } from '../files/visits-csv.js';
import { type RawOptions, type Study, studyOf } from '../options.js';
import { precisionOf, widthWords } from '../precision.js';
import { Progress } from '../progress.js';
import { hasTargets, missedTargets } from '../targets.js';
import { openRunner } from '../workers.js';
import { type Asked, printAnswer, sayNotes } from './answer.js';

/** `hallsim run`: many days of one scenario. */
export async function run(file: string, raw: RawOptions, context: Context): Promise<ExitCode> {
  const { scenario, notes, name } = await readScenario(file, context);
  const chosen = chooseVariant(scenario, raw.variant, context);
  const model = chooseDay(chosen, raw.day, name, context);
  const arrivals = await arrivalsFor(raw.arrivals, file, [model], context);
  const goals = raw.precision?.map((text) => precisionOf(text, context)) ?? [];
  const study = goals.length > 0 ? untilPrecise(raw, scenario) : studyOf(raw, scenario);
  const day = { scenario, chosen, model, arrivals, study: { ...study, precision: goals } };
  return withOutputs(file, raw, context, (outputs) => {
    sayNotes({ notes, file, variants: [raw.variant] }, context);
    if (raw.strict && !hasTargets(chosen)) context.io.say(`${context.words.run.noTargets}\n`);
    return runDays(day, outputs, { file, raw, context });
  });
}

/** What is run, with everything about it known to be right. */
interface Days {
  readonly scenario: Scenario;
  /** With the variant applied. */
  readonly chosen: Scenario;
  readonly model: HallModel;
  readonly arrivals: GivenArrivals | null;
  readonly study: Study & { readonly precision: readonly Precision[] };
}

async function runDays(
  { scenario, chosen, model, arrivals, study }: Days,
  { visits, clerks, csv }: Outputs,
  { file, raw, context }: Asked,
): Promise<ExitCode> {
  const { io, words } = context;
  let expected = study.replications;
  const progress = new Progress(context);
  const runner = await openRunner(raw, study, chosen, 1);
  const summary = await simulate(scenario, {
    ...study,
    runner,
    ...(arrivals && { arrivals }),
    ...(raw.variant !== undefined && { variant: raw.variant }),
    ...(raw.day !== undefined && { day: raw.day }),
    signal: io.interrupted,
    onDays: (done, of) => {
      expected = of;
      progress.days(done, of);
    },
  }).finally(() => runner.close());
  progress.end();
  if (!summary.run.complete) {
    io.say(`${words.run.interrupted(summary.run.replications, expected)}\n`);
  } else sayPrecision(summary, context);
  await printAnswer(summary, raw, {
    request: { program: context.program, command: 'run', file, variants: [] },
    scenario: chosen,
    variants: scenario.variants ?? {},
    context,
  });
  if (csv !== undefined) {
    await csv.write(intervalsCsv(summary.intervals));
    await csv.close();
  }
  let written = true;
  for (const [table, output] of [
    [VISITS, visits],
    [CLERKS, clerks],
  ] as const) {
    if (output === undefined) continue;
    const days = { model, arrivals, expected };
    written = (await writeDays(table, output, days, summary, context)) && written;
  }
  const missed = raw.strict ? missedTargets(chosen, summary, words) : [];
  for (const sentence of missed) io.say(`${sentence}\n`);
  if (!summary.run.complete || !written) return EXIT.interrupted;
  return missed.length > 0 ? EXIT.targetMissed : EXIT.done;
}

/** Days at most where `--precision` says when it is enough: `--replications`, not the file's. */
function untilPrecise(raw: RawOptions, scenario: Scenario): Study {
  return studyOf({ replications: String(MOST_DAYS), ...raw }, scenario);
}

/** Says where the limit of days came before the precision that was asked for. */
function sayPrecision({ run: { precision = [], replications } }: Summary, context: Context): void {
  const { io, words } = context;
  for (const { measure, halfWidth, reached, unit, met } of precision) {
    if (met) continue;
    const sentence =
      reached === null
        ? words.run.noPrecision(measure)
        : words.run.limitFirst(
            measure,
            widthWords(reached, unit, words),
            widthWords(halfWidth, unit, words),
            replications,
          );
    io.say(`${sentence}\n`);
  }
}

/** A table of the days of the summary; false when interrupted on the way. */
async function writeDays(
  table: DayTable,
  output: OutputFile,
  { model, arrivals, expected }: Pick<Days, 'model' | 'arrivals'> & { readonly expected: number },
  { run }: Summary,
  context: Context,
): Promise<boolean> {
  const { io, words } = context;
  // An interruption during the simulation has been answered already: its days are written in full.
  const interruptible = run.complete;
  const progress = new Progress(context);
  let day = 0;
  const field =
    arrivals === null
      ? new DemandField(model, run.seed)
      : new GivenDemand(model, arrivals.columns, run.seed);
  await output.write(table.header);
  for (const pieces of piecesByDay(table, model, field, run.replications)) {
    if (interruptible && io.interrupted.aborted) break;
    for (const text of pieces) await output.write(text);
    progress.written(output.name, ++day, run.replications);
  }
  progress.end();
  await output.close();
  if (run.complete && day === run.replications) return true;
  const wanted = run.complete ? run.replications : expected;
  io.say(`${words.run.interruptedWriting(output.name, day, wanted)}\n`);
  return false;
}
