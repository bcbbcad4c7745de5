import { civilDate, type RuleModule } from '@hallsim/experiment';
import { exactShare, runSettings, type Scenario, share } from '@hallsim/scenario';
import type { Context } from './context.js';
import { CommandError } from './errors.js';
import { LANGUAGES } from './words/language.js';

/** Options as they stand on the command line. */
export interface RawOptions {
  readonly seed?: string;
  readonly confidence?: string;
  readonly json?: boolean;
  readonly lang?: string;
  readonly day?: string;
  readonly replications?: string;
  readonly variant?: string;
  readonly variants?: string;
  readonly arrivals?: string;
  readonly visits?: string;
  readonly clerks?: string;
  readonly csv?: string;
  readonly strict?: boolean;
  readonly steady?: boolean;
  readonly workers?: string;
  readonly set?: readonly string[];
  readonly target?: string;
  readonly per?: string;
  readonly date?: string;
  readonly from?: string;
  readonly days?: string;
  readonly precision?: readonly string[];
  readonly rules?: readonly string[];
  /** What `rules` names, loaded. */
  readonly modules?: readonly RuleModule[];
}

/** Those of `queue` besides. */
export interface RawQueueOptions extends RawOptions {
  readonly service?: string;
  readonly servers?: string;
  readonly patience?: string;
  readonly capacity?: string;
  readonly discipline?: string;
  readonly classes?: string;
  readonly batch?: string;
  readonly over?: readonly string[];
  readonly quantiles?: string;
  readonly customers?: string;
  readonly warmUp?: string;
}

/** How many days of which dice. */
export interface Study {
  readonly replications: number;
  readonly seed: string;
  readonly confidence: number;
  readonly rules: readonly RuleModule[];
}

/** Days of one run, at most. */
export const MOST_DAYS = 1_000_000;
const MOST_WORKERS = 256;
const MOST_DATES = 366;

/**
 * Looks at every option whose worth does not depend on the file.
 * @throws CommandError for the first that cannot be
 */
export function checkOptions(raw: RawOptions, { words }: Context): void {
  const { wrong } = words;
  const { lang, seed, replications, confidence, workers, from, days, day, date } = raw;
  if (lang !== undefined && !LANGUAGES.some((language) => language === lang)) {
    throw new CommandError(wrong.language(lang));
  }
  if (seed !== undefined && (seed.length < 1 || seed.length > 200)) {
    throw new CommandError(wrong.seed);
  }
  if (replications !== undefined && !isWhole(replications, MOST_DAYS)) {
    throw new CommandError(wrong.replications(replications));
  }
  if (confidence !== undefined && !isConfidence(confidence)) {
    throw new CommandError(wrong.confidence(confidence));
  }
  if (from !== undefined && civilDate(from) === null) {
    throw new CommandError(wrong.from(from));
  }
  if (date !== undefined && civilDate(date) === null) {
    throw new CommandError(wrong.date(date));
  }
  if (date !== undefined && day !== undefined) throw new CommandError(wrong.dateAndDay(date));
  if (days !== undefined && !isWhole(days, MOST_DATES)) throw new CommandError(wrong.days(days));
  if (workers !== undefined && !isWhole(workers, MOST_WORKERS)) {
    throw new CommandError(wrong.workers(workers));
  }
}

/** What the command line asks for, and where it asks for nothing, the file. */
export function studyOf(raw: RawOptions, scenario: Scenario): Study {
  const settings = runSettings(scenario);
  return {
    replications: raw.replications === undefined ? settings.replications : Number(raw.replications),
    seed: raw.seed ?? settings.seed,
    confidence: raw.confidence === undefined ? settings.confidence : exactShare(raw.confidence),
    rules: raw.modules ?? [],
  };
}

/** Ids separated by commas; blanks around them do not count, and naming one twice is naming it once. */
export function idList(text: string): string[] {
  const ids = text.split(',').map((id) => id.trim());
  return [...new Set(ids.filter((id) => id !== ''))];
}

function isWhole(text: string, most: number): boolean {
  return /^\d{1,7}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

function isConfidence(text: string): boolean {
  try {
    const value = share(text);
    return value >= 0.5 && value <= 0.9999;
  } catch {
    return false;
  }
}
