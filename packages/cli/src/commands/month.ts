import { month as simulateMonth, plannedDates } from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';
import { chooseDay, chooseVariant } from '../choose.js';
import type { Context } from '../context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { monthCsv } from '../files/month-csv.js';
import { type Outputs, withOutputs } from '../files/outputs.js';
import { readScenario } from '../files/read-scenario.js';
import { type RawOptions, studyOf } from '../options.js';
import { Progress } from '../progress.js';
import { monthText } from '../text/month-text.js';
import { openRunner } from '../workers.js';
import { type Asked, sayNotes } from './answer.js';

/** `hallsim month`: the dates of the calendar in a row, many times over. */
export async function month(file: string, raw: RawOptions, context: Context): Promise<ExitCode> {
  const { scenario, notes, name } = await readScenario(file, context);
  const chosen = chooseVariant(scenario, raw.variant, context);
  chooseDay(chosen, undefined, name, context);
  return withOutputs(file, raw, context, (outputs) => {
    sayNotes({ notes, file, variants: [raw.variant] }, context);
    if (chosen.calendar === undefined) context.io.say(`${context.words.month.noCalendar(file)}\n`);
    return runDates({ scenario, chosen }, outputs, { file, raw, context });
  });
}

async function runDates(
  { scenario, chosen }: { readonly scenario: Scenario; readonly chosen: Scenario },
  { csv }: Outputs,
  { file, raw, context }: Asked,
): Promise<ExitCode> {
  const { io, words } = context;
  const study = studyOf(raw, scenario);
  const from = raw.from ?? `${io.today().slice(0, 7)}-01`;
  const days = raw.days === undefined ? {} : { days: Number(raw.days) };
  const dates = plannedDates(chosen, from, days.days).length;
  const progress = new Progress(context);
  const runner = await openRunner(raw, study, chosen, dates);
  const answer = await simulateMonth(scenario, {
    ...study,
    ...days,
    from,
    runner,
    ...(raw.variant !== undefined && { variant: raw.variant }),
    signal: io.interrupted,
    onDays: (done) => {
      progress.days(done * dates, study.replications * dates);
    },
  }).finally(() => runner.close());
  progress.end();
  const { complete, replications } = answer.run;
  if (!complete) io.say(`${words.month.interrupted(replications, study.replications)}\n`);
  io.print(
    raw.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : monthText(answer, {
          file,
          rules: raw.rules ?? [],
          scenario: chosen,
          variants: scenario.variants ?? {},
          context,
        }),
  );
  if (csv !== undefined) {
    await csv.write(monthCsv(answer));
    await csv.close();
  }
  return complete ? EXIT.done : EXIT.interrupted;
}
