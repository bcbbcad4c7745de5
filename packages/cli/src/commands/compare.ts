import { compare as compareVariants, type GivenArrivals } from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';
import { arrivalsFor } from '../arrivals.js';
import { chooseDay, chooseVariant } from '../choose.js';
import type { Context } from '../context.js';
import { CommandError } from '../errors.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { comparisonCsv } from '../files/comparison-csv.js';
import { type Outputs, withOutputs } from '../files/outputs.js';
import { readScenario } from '../files/read-scenario.js';
import { idList, type RawOptions, studyOf } from '../options.js';
import { Progress } from '../progress.js';
import { openRunner } from '../workers.js';
import { type Asked, printAnswer, sayNotes } from './answer.js';

/** `hallsim compare`: variants beside the base, day by day on the same customers. */
export async function compare(file: string, raw: RawOptions, context: Context): Promise<ExitCode> {
  const { words } = context;
  const variants = idList(raw.variants ?? '');
  const { scenario, notes, name } = await readScenario(file, context);
  if (variants.length === 0) {
    const { missingOption, noVariants, variantsOf } = words.wrong;
    const wrong = raw.variants === undefined ? missingOption('--variants') : noVariants;
    throw new CommandError(`${wrong} ${variantsOf(Object.keys(scenario.variants ?? {}))}`);
  }
  const models = ['base', ...variants].map((id) =>
    chooseDay(chooseVariant(scenario, id, context), raw.day, name, context),
  );
  const arrivals = await arrivalsFor(raw.arrivals, file, models, context);
  return withOutputs(file, raw, context, (outputs) => {
    sayNotes({ notes, file, variants }, context);
    return runVariants({ scenario, variants, arrivals }, outputs, { file, raw, context });
  });
}

/** What is compared, with everything about it known to be right. */
interface Variants {
  readonly scenario: Scenario;
  readonly variants: readonly string[];
  readonly arrivals: GivenArrivals | null;
}

async function runVariants(
  { scenario, variants, arrivals }: Variants,
  { csv }: Outputs,
  { file, raw, context }: Asked,
): Promise<ExitCode> {
  const { io, words } = context;
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
  if (csv !== undefined) {
    await csv.write(comparisonCsv(comparison));
    await csv.close();
  }
  return complete ? EXIT.done : EXIT.interrupted;
}
