import { type Command, Option } from 'commander';
import type { Context } from './context.js';
import type { ExitCode } from './exit-code.js';
import { withIssues } from './issues.js';
import type { RawQueueOptions } from './options.js';

/** The command `queue`: all of it is options. */
export function addQueue(all: Command, context: Context, done: (code: ExitCode) => void): Command {
  const { options, commands } = context.words;
  return all
    .command('queue')
    .description(commands.queue)
    .usage('OPTIONS')
    .option('--arrivals <RATE|SPREAD>', options.arrivals)
    .option('--service <SPREAD>', options.service)
    .option('--servers <N>', options.servers)
    .option('--patience <SPREAD>', options.patience)
    .option('--capacity <K>', options.capacity)
    .option('--discipline <NAME>', options.discipline)
    .option('--classes <FILE>', options.classes)
    .option('--batch <N>', options.batch)
    .addOption(new Option('--over <TIME>', options.over).argParser(oneMore))
    .option('--quantiles <50,90,95>', options.quantiles)
    .option('--customers <N>', options.customers)
    .option('--warm-up <N>', options.warmUp)
    .option('--replications <N>', options.queueReplications)
    .option('--seed <TEXT>', options.queueSeed)
    .option('--workers <K>', options.queueWorkers)
    .option('--confidence <95%>', options.queueConfidence)
    .option('--json', options.json)
    .option('--lang <en|zh>', options.lang)
    .action(async (_: unknown, self: Command) => {
      const raw = self.optsWithGlobals<RawQueueOptions>();
      const { queue } = await import('./commands/queue.js');
      done(await withIssues('queue', raw, context, () => queue(raw, context)));
    });
}

/** Values of an option that may be repeated. */
export function oneMore(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
