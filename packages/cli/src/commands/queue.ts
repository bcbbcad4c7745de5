import {
  answerQueue,
  DISCIPLINES,
  type LooseQueueSpec,
  type Queue,
  readQueue,
  readQueueClasses,
} from '@hallsim/planning';
import { exactShare, type Issue } from '@hallsim/scenario';
import type { Context } from '../context.js';
import { CommandError, InputError } from '../errors.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { readSource } from '../files/read-scenario.js';
import { checkOptions, type RawQueueOptions } from '../options.js';
import { Progress } from '../progress.js';
import { queueText } from '../text/queue-text.js';

/** `hallsim queue`: one line, simulated beside its formula. */
export async function queue(raw: RawQueueOptions, context: Context): Promise<ExitCode> {
  const { io, language, words } = context;
  const asked = await readRequest(raw, context);
  const progress = new Progress(context);
  const answer = await answerQueue(asked, {
    language,
    signal: io.interrupted,
    onReplications: (done) => {
      progress.replications(done, asked.replications);
    },
  });
  progress.end();
  const { complete, replications } = answer.run;
  if (!complete) io.say(`${words.queue.interrupted(replications, asked.replications)}\n`);
  if (raw.json) io.print(`${JSON.stringify(answer, null, 2)}\n`);
  else if (answer.simulated === null) io.say(`${answer.why}\n`);
  else io.print(queueText(answer, asked, raw, context));
  if (!complete) return EXIT.interrupted;
  return answer.simulated === null ? EXIT.wrongInput : EXIT.done;
}

/**
 * The question of a command line.
 * @throws CommandError with every option that cannot be; InputError with every issue of the file of classes
 */
async function readRequest(raw: RawQueueOptions, context: Context): Promise<Queue> {
  // those of a queue are no days
  const { replications: _, ...others } = raw;
  checkOptions(others, context);
  const read = readQueue(await specOf(raw, context));
  if (read.ok) return read.queue;
  const lines = read.issues.map(({ path, message, fix }: Issue) => {
    const [en, zh] = [`${message.en} ${fix.en}`, `${message.zh}${fix.zh}`];
    return `${optionOf(path)}: ${context.language === 'zh' ? zh : en}`;
  });
  throw new CommandError(lines.join('\n'));
}

async function specOf(raw: RawQueueOptions, context: Context): Promise<LooseQueueSpec> {
  const { arrivals, service, patience, discipline, classes, over, seed, confidence } = raw;
  const own = { service, patience };
  if (classes !== undefined && arrivals !== undefined) {
    context.io.say(`${context.words.queue.arrivalsUnused}\n`);
  }
  return {
    ...own,
    ...(classes === undefined
      ? { arrivals }
      : { classes: await readClasses(classes, discipline, own, context) }),
    servers: wholeNumber(raw.servers),
    capacity: wholeNumber(raw.capacity),
    discipline,
    batch: wholeNumber(raw.batch),
    over,
    quantiles: raw.quantiles?.split(',').map((text) => decimalNumber(text.trim())),
    customers: wholeNumber(raw.customers),
    warmUp: wholeNumber(raw.warmUp),
    replications: wholeNumber(raw.replications),
    seed,
    confidence: confidence === undefined ? undefined : exactShare(confidence),
  };
}

async function readClasses(
  file: string,
  discipline: string | undefined,
  own: { readonly service: string | undefined; readonly patience: string | undefined },
  context: Context,
): Promise<unknown> {
  const { name, bytes } = await readSource(file, 'classes', context);
  const known = DISCIPLINES.find((one) => one === discipline) ?? 'fifo';
  const read = readQueueClasses(bytes, known, own);
  if (!read.ok) throw new InputError(read.issues, name);
  return read.classes;
}

/** A number as it is written, or the text itself, so that what is wrong with it can be said. */
function wholeNumber(text: string | undefined): unknown {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : text;
}

function decimalNumber(text: string): unknown {
  return /^\d{1,3}(\.\d{1,6})?$/.test(text) ? Number(text) : text;
}

function optionOf(path: string): string {
  return `--${path.replace('warmUp', 'warm-up')}`;
}
