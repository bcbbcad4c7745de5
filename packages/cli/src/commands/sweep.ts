import {
  type GivenArrivals,
  SettingError,
  sweep as sweepScenario,
  sweepGrid,
  type SweepValues,
} from '@hallsim/experiment';
import { type Scenario, scenarioHash } from '@hallsim/scenario';
import { arrivalsFor } from '../arrivals.js';
import { chooseDay, chooseVariant } from '../choose.js';
import type { Context } from '../context.js';
import { InputError } from '../errors.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type Outputs, withOutputs } from '../files/outputs.js';
import { readScenario } from '../files/read-scenario.js';
import { sweepCsv } from '../files/sweep-csv.js';
import { type RawOptions, studyOf } from '../options.js';
import { Progress } from '../progress.js';
import { setOptions } from '../set-options.js';
import { sweepText } from '../text/sweep-text.js';
import { openRunner } from '../workers.js';
import { type Asked, sayNotes } from './answer.js';

/** `hallsim sweep`: a series or a grid of values, every combination on the same customers. */
export async function sweep(file: string, raw: RawOptions, context: Context): Promise<ExitCode> {
  const { scenario, notes, name } = await readScenario(file, context);
  const chosen = chooseVariant(scenario, raw.variant, context);
  const set = setOptions(raw.set ?? [], chosen, name, context);
  const grid = gridOf(() => sweepGrid(chosen, set), name);
  const models = grid.map(({ scenario: changed }) => chooseDay(changed, raw.day, name, context));
  const arrivals = await arrivalsFor(raw.arrivals, file, models, context);
  const asked = { scenario, chosen, set, grid, arrivals };
  return withOutputs(file, raw, context, (outputs) => {
    sayNotes({ notes, file, variants: [raw.variant] }, context);
    return runGrid(asked, outputs, { file, raw, context });
  });
}

/** What is run, with everything about it known to be right. */
interface Grid {
  readonly scenario: Scenario;
  /** With the variant applied. */
  readonly chosen: Scenario;
  readonly set: SweepValues;
  readonly grid: { readonly length: number };
  readonly arrivals: GivenArrivals | null;
}

async function runGrid(
  { scenario, chosen, set, grid, arrivals }: Grid,
  { csv }: Outputs,
  { file, raw, context }: Asked,
): Promise<ExitCode> {
  const { io, words } = context;
  const study = studyOf(raw, chosen);
  const days = study.replications * grid.length;
  const progress = new Progress(context);
  const runner = await openRunner(raw, study, chosen, grid.length);
  const cells = await sweepScenario(chosen, {
    ...study,
    runner,
    set,
    ...(arrivals && { arrivals }),
    ...(raw.day !== undefined && { day: raw.day }),
    signal: io.interrupted,
    onDays: (done) => {
      progress.days(done, days);
    },
  }).finally(() => runner.close());
  progress.end();
  const complete =
    cells.length === grid.length && cells.every(({ summary: { run } }) => run.complete);
  if (!complete) io.say(`${words.sweep.interrupted(cells.length, grid.length)}\n`);
  if (raw.json) io.print(`${JSON.stringify(cells, null, 2)}\n`);
  else {
    const options = (raw.set ?? []).flatMap((text) => ['--set', text]);
    if (raw.variant !== undefined) options.push('--variant', raw.variant);
    if (raw.arrivals !== undefined) options.push('--arrivals', raw.arrivals);
    for (const rules of raw.rules ?? []) options.push('--rules', rules);
    io.print(
      sweepText(
        cells,
        { scenario: scenarioHash(scenario), replications: study.replications, complete },
        {
          request: { program: context.program, command: 'sweep', file, variants: [], options },
          scenario: chosen,
          variants: scenario.variants ?? {},
          context,
        },
      ),
    );
  }
  if (csv !== undefined) {
    await csv.write(sweepCsv(cells));
    await csv.close();
  }
  return complete ? EXIT.done : EXIT.interrupted;
}

function gridOf<T>(make: () => T, name: string): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof SettingError) throw new InputError(error.issues, name);
    throw error;
  }
}
