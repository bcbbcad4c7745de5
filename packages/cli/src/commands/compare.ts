import { compare as compareVariants } from '@hallsim/experiment';
import { arrivalsFor } from '../arrivals.js';
import { chooseDay, chooseVariant } from '../choose.js';
import type { Context } from '../context.js';
import { CommandError } from '../errors.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { readScenario } from '../files/read-scenario.js';
import { idList, type RawOptions, studyOf } from '../options.js';
import { Progress } from '../progress.js';
import { openRunner } from '../workers.js';
import { printAnswer, sayNotes } from './answer.js';

/** `hallsim compare`: variants beside the base, day by day on the same customers. */
export async function compare(file: string, raw: RawOptions, context: Context): Promise<ExitCode> {
  const { io, words } = context;
  const variants = idList(raw.variants ?? '');
  if (variants.length === 0) throw new CommandError(words.wrong.noVariants);
  const { scenario, notes, name } = await readScenario(file, context);
  const models = ['base', ...variants].map((id) =>
    chooseDay(chooseVariant(scenario, id, context), raw.day, name, context),
  );
  const arrivals = await arrivalsFor(raw.arrivals, file, models, context);
  sayNotes({ notes, file, variants }, context);

  const study = studyOf(raw, scenario);
  const progress = new Progress(context);
  const runner = await openRunner(raw, study, scenario, 1 + variants.length);
  const comparison = await compareVariants(scenario, {
    ...study,
    runner,
    variants,
    ...(arrivals && { arrivals }),
    ...(raw.day !== undefined && { day: raw.day }),
    signal: io.interrupted,
    onDays: (done) => {
      progress.days(done, study.replications);
    },
  }).finally(() => runner.close());
  progress.end();
  const { complete, replications } = comparison.base.run;
  if (!complete) io.say(`${words.run.interrupted(replications, study.replications)}\n`);
  await printAnswer(comparison, raw, {
    request: { program: context.program, command: 'compare', file, variants },
    scenario,
    variants: scenario.variants ?? {},
    context,
  });
  return complete ? EXIT.done : EXIT.interrupted;
}
