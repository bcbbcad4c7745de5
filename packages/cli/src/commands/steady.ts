import { NoSteadyStateError, steadyState } from '@hallsim/experiment';
import type { Issue, Scenario } from '@hallsim/scenario';
import { chooseDay, chooseVariant } from '../choose.js';
import type { Context } from '../context.js';
import { CommandError, InputError } from '../errors.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { readScenario } from '../files/read-scenario.js';
import { type RawOptions, studyOf } from '../options.js';
import { Progress } from '../progress.js';
import { steadyText } from '../text/steady-text.js';
import { en } from '../words/en.js';
import { zh } from '../words/zh.js';
import { openRunner } from '../workers.js';
import { sayNotes } from './answer.js';

/** Options of `run` about many days, which one long run has not. */
const NOT_HERE = [
  'replications',
  'precision',
  'arrivals',
  'visits',
  'clerks',
  'csv',
  'strict',
] as const;
/** Runs of a hall, for the number of threads. */
const RUNS = 5;

/** `hallsim run --steady`: the mean wait of a hall that goes on for ever. */
export async function steady(file: string, raw: RawOptions, context: Context): Promise<ExitCode> {
  const { io, words } = context;
  const other = NOT_HERE.find((name) => raw[name] !== undefined);
  if (other !== undefined) throw new CommandError(words.wrong.steadyWith(`--${other}`));
  const { scenario, notes, name } = await readScenario(file, context);
  const chosen = chooseVariant(scenario, raw.variant, context);
  chooseDay(chosen, raw.day, name, context);
  sayNotes({ notes, file, variants: [raw.variant] }, context);

  const { seed, confidence, rules } = studyOf(raw, scenario);
  const progress = new Progress(context);
  const runner = await openRunner(raw, { replications: RUNS }, chosen, 1);
  const answer = await steadyState(scenario, {
    seed,
    confidence,
    rules,
    runner,
    signal: io.interrupted,
    ...(raw.day !== undefined && { day: raw.day }),
    ...(raw.variant !== undefined && { variant: raw.variant }),
    onRuns: (runs, of) => {
      progress.longRuns(runs, of);
    },
  })
    .catch((error: unknown) => {
      if (!(error instanceof NoSteadyStateError)) throw error;
      throw new InputError([opensAndCloses(chosen)], name);
    })
    .finally(() => runner.close());
  progress.end();
  const { complete, runs } = answer.run;
  if (!complete) io.say(`${words.steady.interrupted(runs, RUNS)}\n`);
  io.print(
    raw.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : steadyText(answer, {
          file,
          rules: raw.rules ?? [],
          scenario: chosen,
          variants: scenario.variants ?? {},
          context,
        }),
  );
  return complete ? EXIT.done : EXIT.interrupted;
}

/** A hall without a steady state, as an issue of the file. */
function opensAndCloses({ day }: Scenario): Issue {
  return {
    code: 'no-steady-state',
    path: 'day',
    line: null,
    value: day,
    message: { en: en.steady.closes, zh: zh.steady.closes },
    fix: { en: en.steady.closesFix, zh: zh.steady.closesFix },
  };
}
