import {
  ClosedDateError,
  LongDayError,
  MOST_SLOTS,
  staff as staffHall,
  targetOf,
  UnknownTargetError,
} from '@hallsim/planning';
import type { Issue, Scenario } from '@hallsim/scenario';
import { chooseDay, chooseVariant } from '../choose.js';
import type { Context } from '../context.js';
import { CommandError, InputError } from '../errors.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { type Outputs, withOutputs } from '../files/outputs.js';
import { readScenario } from '../files/read-scenario.js';
import { staffCsv } from '../files/staff-csv.js';
import { type RawOptions, studyOf } from '../options.js';
import { Progress } from '../progress.js';
import { outcomeText, outOfReachLines } from '../text/staff-outcome.js';
import { staffText } from '../text/staff-text.js';
import { decisionsEn } from '../words/decisions-en.js';
import { decisionsZh } from '../words/decisions-zh.js';
import { openRunner } from '../workers.js';
import { type Asked, sayNotes } from './answer.js';

/** Days of plans that a search runs, about, for the number of threads. */
const SEARCH = 40_000;

/** `hallsim staff`: fewest counters per half hour that keep a promise. */
export async function staff(file: string, raw: RawOptions, context: Context): Promise<ExitCode> {
  const { words } = context;
  if (raw.replications !== undefined && Number(raw.replications) < 40) {
    throw new CommandError(words.wrong.fewDays(raw.replications));
  }
  const per = perOf(raw, context);
  const { scenario, notes, name } = await readScenario(file, context);
  const chosen = chooseVariant(scenario, raw.variant, context);
  chooseDay(chosen, raw.day, name, context);
  checkTarget(() => targetOf(chosen, raw.target), context);
  return withOutputs(file, raw, context, (outputs) => {
    sayNotes({ notes, file, variants: [raw.variant] }, context);
    return search({ scenario, chosen, name, per }, outputs, { file, raw, context });
  });
}

/** What is planned, with everything about it known to be right. */
interface Plan {
  readonly scenario: Scenario;
  /** With the variant applied. */
  readonly chosen: Scenario;
  /** What the file is called. */
  readonly name: string;
  readonly per: 'day' | 'half-hour';
}

async function search(
  { scenario, chosen, name, per }: Plan,
  { csv }: Outputs,
  { file, raw, context }: Asked,
): Promise<ExitCode> {
  const { io, words } = context;
  const { seed, confidence, rules } = studyOf(raw, chosen);
  const progress = new Progress(context);
  const runner = await openRunner(raw, { replications: SEARCH }, chosen, 1);
  const answer = await staffHall(scenario, {
    per,
    seed,
    confidence,
    rules,
    runner,
    signal: io.interrupted,
    ...(raw.day !== undefined && { day: raw.day }),
    ...(raw.date !== undefined && { date: raw.date }),
    ...(raw.target !== undefined && { target: raw.target }),
    ...(raw.variant !== undefined && { variant: raw.variant }),
    ...(raw.replications !== undefined && { replications: Number(raw.replications) }),
    onDays: (days) => {
      progress.searching(days);
    },
  })
    .catch((error: unknown) => {
      if (error instanceof ClosedDateError) {
        throw new CommandError(words.wrong.closedDate(error.date));
      }
      if (!(error instanceof LongDayError)) throw error;
      throw new InputError([longDay(error, chosen)], name);
    })
    .finally(() => runner.close());
  progress.end();
  if (!answer.run.complete) io.say(`${words.staff.interrupted}\n`);
  io.print(
    raw.json
      ? `${JSON.stringify(answer, null, 2)}\n`
      : staffText(answer, {
          file,
          rules: raw.rules ?? [],
          replications: raw.replications,
          scenario: chosen,
          variants: scenario.variants ?? {},
          context,
        }),
  );
  if (csv !== undefined) {
    await csv.write(staffCsv(answer));
    await csv.close();
  }
  if (!answer.run.complete) return EXIT.interrupted;
  const missed = answer.outcome === 'missed' || answer.outcome === 'undecided';
  if (!raw.strict || !(missed || answer.outOfReach.length > 0)) return EXIT.done;
  const sentences = [
    ...(missed ? [outcomeText(answer, context)] : []),
    ...outOfReachLines(answer, context),
  ];
  io.say(`${sentences.join('\n')}\n`);
  return EXIT.targetMissed;
}

/** A day with more half hours than can be planned, as an issue of the file. */
function longDay({ halfHours }: LongDayError, { day }: Scenario): Issue {
  const [en, zh] = [decisionsEn.staff.longDay, decisionsZh.staff.longDay];
  return {
    code: 'day-too-long-to-staff',
    path: day.lasts === undefined ? 'day' : 'day.lasts',
    line: null,
    value: day.lasts ?? null,
    message: { en: en.message(halfHours, MOST_SLOTS), zh: zh.message(halfHours, MOST_SLOTS) },
    fix: { en: en.fix, zh: zh.fix },
  };
}

/** Whether the share is promised for the day or for each half hour. */
function perOf({ per = 'day', target }: RawOptions, { words }: Context): 'day' | 'half-hour' {
  if (per !== 'day' && per !== 'half-hour') throw new CommandError(words.wrong.per(per));
  if (per === 'half-hour' && target === 'abandonment') {
    throw new CommandError(words.wrong.perAbandoned);
  }
  return per;
}

function checkTarget(find: () => unknown, { words }: Context): void {
  try {
    find();
  } catch (error) {
    if (!(error instanceof UnknownTargetError)) throw error;
    const { unknownTarget, known } = words.wrong;
    const has = `${unknownTarget(error.target)} ${known(error.known)}`;
    const isNone = error.known.length === 0;
    throw new CommandError(isNone ? `${has} ${words.staff.noneAsked}` : has);
  }
}
