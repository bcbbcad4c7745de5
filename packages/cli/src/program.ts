import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Command, Option } from 'commander';
import type { Context } from './context.js';
import { CommandError } from './errors.js';
import type { ExitCode } from './exit-code.js';
import { withIssues } from './issues.js';
import { checkOptions, type RawOptions } from './options.js';
import { addQueue, oneMore } from './queue-command.js';
import type { Words } from './words/words.js';

/** A command's own module, loaded when it is called: the others cost no start-up time. */
type Action = (file: string, raw: RawOptions, context: Context) => Promise<ExitCode>;

const EXAMPLES = {
  check: ['hallsim check hall.json', 'hallsim check --json - < hall.json'],
  run: [
    'hallsim run hall.json --day billing-day',
    'hallsim run hall.json --variant two-kiosks --replications 1000 --seed spring --json > answer.json',
    'hallsim run hall.json --precision "0.2 min" --precision counter.within=1%',
    'hallsim run hall.json --arrivals tickets.csv',
    'hallsim run hall.json --visits visits.csv --csv intervals.csv --strict',
    'hallsim run teaching-queue.json --steady',
  ],
  compare: [
    'hallsim compare hall.json --variants two-kiosks,greeter',
    'hallsim compare hall.json --variants two-kiosks --day billing-day --json > change.json',
    'hallsim compare hall.json --variants two-kiosks --csv change.csv',
  ],
  sweep: [
    'hallsim sweep hall.json --set kiosks.count=1,2,3,4',
    'hallsim sweep hall.json --set "services.pay.time.lognormal.mean=4 min,5 min" --set demand.perDay=600,700,800 --day billing-day',
    'hallsim sweep hall.json --set kiosks.willing=20%,40%,60% --json > grid.json',
  ],
  staff: [
    'hallsim staff hall.json --day billing-day',
    'hallsim staff hall.json --date 2026-10-05',
    'hallsim staff hall.json --target abandonment --json > staffing.json',
    'hallsim staff hall.json --variant two-kiosks --strict',
    'hallsim staff hall.json --per half-hour --csv plan.csv',
  ],
  month: [
    'hallsim month hall.json --from 2026-10-01',
    'hallsim month hall.json --from 2026-10-01 --days 7 --replications 50 --csv week.csv',
    'hallsim month hall.json --from 2026-10-01 --variant two-kiosks --json > october.json',
  ],
  queue: [
    'hallsim queue --arrivals "54 per hour" --service "exponential 5 min" --servers 5 --over "10 min"',
    'hallsim queue --arrivals "54 per hour" --service "lognormal 5 min cv 0.8" --servers 4 --patience "exponential 15 min"',
    'hallsim queue --classes classes.json --servers 5 --discipline priority --json > answer.json',
  ],
} as const;

/** The command line as commander knows it; the exit code of the command that ran goes to `done`. */
export function program(context: Context, done: (code: ExitCode) => void): Command {
  const { io, words } = context;
  const say = words.program;
  const all = new Command('hallsim')
    .description(say.description)
    .usage('COMMAND FILE [OPTIONS]')
    .version(version(), '-V, --version', say.version)
    .option('--lang <en|zh>', words.options.lang)
    .helpOption('-h, --help', say.help)
    .helpCommand('help [COMMAND]', say.helpCommand)
    .configureHelp({ styleTitle: (title) => say.titles[title] ?? title })
    .configureOutput({
      writeOut: (text) => {
        io.print(text);
      },
      // Faults are worded by usage-fault.ts.
      writeErr: () => undefined,
    })
    .exitOverride();

  const examples = (name: keyof typeof EXAMPLES): string =>
    `\n${say.examples}\n${indented(EXAMPLES[name])}\n\n${say.exits}`;

  const command = (
    name: Exclude<keyof typeof EXAMPLES, 'queue'>,
    load: () => Promise<Action>,
  ): Command =>
    all
      .command(name)
      .description(words.commands[name])
      .usage('FILE [OPTIONS]')
      .argument('<FILE>', words.options.file)
      .action(async (file: string, _: unknown, self: Command) => {
        // --lang may stand before the command too.
        const raw = self.optsWithGlobals<RawOptions>();
        checkOptions(raw, context);
        const act = await load();
        if (raw.rules === undefined) {
          done(await withIssues(name, raw, context, () => act(file, raw, context)));
          return;
        }
        const { readRules, withRuleFaults } = await import('./files/read-rules.js');
        const { modules, rules } = await readRules(raw.rules, context);
        const own = { ...context, rules };
        const actOn = (): Promise<ExitCode> => act(file, { ...raw, modules }, own);
        done(await withIssues(name, raw, context, () => withRuleFaults(raw.rules!, actOn)));
      })
      .addHelpText('after', examples(name));

  const check = command('check', async () => (await import('./commands/check.js')).check);
  const run = command('run', () => Promise.resolve(runOrSteady))
    .option('--variant <ID>', words.options.variant)
    .addOption(
      new Option('--precision <[MEASURE=]WIDTH>', words.options.precision).argParser(oneMore),
    )
    .option('--steady', words.options.steady)
    .option('--visits <OUT.csv>', words.options.visits)
    .option('--clerks <OUT.csv>', words.options.clerks)
    .option('--csv <OUT.csv>', words.options.csv)
    .option('--strict', words.options.strict);
  const compare = command('compare', async () => (await import('./commands/compare.js')).compare)
    .option('--variants <A,B,…>', words.options.variants)
    .option('--csv <OUT.csv>', words.options.compareCsv);
  const sweep = command('sweep', async () => (await import('./commands/sweep.js')).sweep)
    .addOption(
      new Option('--set <PATH=V1,V2,…>', words.options.set)
        .argParser(oneMore)
        .makeOptionMandatory(),
    )
    .option('--variant <ID>', words.options.variant)
    .option('--csv <OUT.csv>', words.options.sweepCsv);
  const month = command('month', async () => (await import('./commands/month.js')).month)
    .option('--from <DATE>', words.options.from)
    .option('--days <N>', words.options.days)
    .option('--variant <ID>', words.options.variant)
    .option('--csv <OUT.csv>', words.options.monthCsv);

  const staff = command('staff', async () => (await import('./commands/staff.js')).staff)
    .option('--target <ID>', words.options.target)
    .option('--per <day|half-hour>', words.options.per)
    .option('--date <DATE>', words.options.date)
    .option('--csv <OUT.csv>', words.options.staffCsv)
    .option('--variant <ID>', words.options.variant)
    .option('--strict', words.options.strictStaff);

  for (const one of [run, compare, sweep]) {
    one.option('--arrivals <FILE.csv>', words.options.givenArrivals);
  }
  staff.addOption(refused('--arrivals <FILE.csv>', words.wrong.arrivalsOfStaff));
  month.addOption(refused('--arrivals <FILE.csv>', words.wrong.arrivalsOfMonth));
  for (const one of [run, compare, sweep, staff]) one.option('--day <TYPE>', words.options.day);
  for (const one of [run, compare, sweep, month]) {
    one.option('--replications <N>', words.options.replications);
  }
  staff.option('--replications <N>', words.options.staffReplications);
  for (const one of [check, run, compare, sweep, staff, month]) {
    one
      .option('--seed <TEXT>', words.options.seed)
      .option('--confidence <95%>', words.options.confidence)
      .addOption(new Option('--rules <FILE.mjs>', words.options.rules).argParser(oneMore))
      .option('--workers <K>', words.options.workers)
      .option('--json', words.options.json)
      .option('--lang <en|zh>', words.options.lang);
  }
  addQueue(all, context, done).addHelpText('after', examples('queue'));
  for (const one of [all, ...all.commands]) refuseRepeats(one, words);
  return all.addHelpText('after', `\n${say.exits}`);
}

/** Many days of a hall, or the one long run of `--steady`. */
async function runOrSteady(file: string, raw: RawOptions, context: Context): Promise<ExitCode> {
  if (raw.steady !== true) return (await import('./commands/run.js')).run(file, raw, context);
  return (await import('./commands/steady.js')).steady(file, raw, context);
}

/** An option that other commands have, and why this one has not. */
function refused(flags: string, why: string): Option {
  return new Option(flags).hideHelp().argParser(() => {
    throw new CommandError(why);
  });
}

/** An option with one value that is given twice is a mistake: the last one must not win in silence. */
function refuseRepeats(command: Command, { wrong }: Words): void {
  for (const option of command.options) {
    if (option.isBoolean() || option.parseArg !== undefined) continue;
    option.argParser((value: string, before: string | undefined) => {
      if (before !== undefined) throw new CommandError(wrong.twice(option.long!, before, value));
      return value;
    });
  }
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

function version(): string {
  // by name: this code may stand in another file when it runs
  const manifest = createRequire(import.meta.url).resolve('hallsim/package.json');
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}
