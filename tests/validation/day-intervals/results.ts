import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEASURES } from '@hallsim/experiment';
import type { Count, FirstInterval, Truth, Wanted } from './run-hall.js';

/** The file of true values that is checked in. */
export interface TruthFile {
  readonly format: 'hallsim-truths/1';
  readonly run: {
    readonly command: string;
    readonly seed: string;
    readonly commit: string;
    readonly time: string;
    readonly node: string;
  };
  readonly halls: Readonly<
    Record<string, { readonly days: number; readonly truths: readonly Truth[] }>
  >;
}

/** The file of counts that is checked in. */
export interface DayIntervalFile {
  readonly format: 'hallsim-day-coverage/1';
  readonly run: {
    readonly repetitions: number;
    readonly seed: string;
    readonly commit: string;
    readonly time: string;
    readonly node: string;
    readonly minutes: number;
    readonly workers: number;
  };
  readonly halls: Readonly<Record<string, readonly Count[]>>;
  /** Counts of the first runs that were too low; those in `halls` are of the first runs and more. */
  readonly recounted: Readonly<Record<string, readonly Count[]>>;
  readonly first: Readonly<Record<string, readonly FirstInterval[]>>;
}

/** Days of the true values, by hall: their error is a few percent of that of 200 days. */
export const TRUTH_DAYS: Readonly<Record<string, number>> = { county: 100_000, unlike: 200_000 };
export const REPETITIONS = 1000;
/**
 * Runs in all, of which a share is counted that is too low after the first 1,000. Of a thousand shares one or two are so
 * by chance alone, and what is too low by nature then misses by twice as many standard errors.
 */
export const MORE_REPETITIONS = 4000;

export const readTruths = (root: string): TruthFile =>
  JSON.parse(readFileSync(join(root, 'tests/data/validation-truths.json'), 'utf8')) as TruthFile;

export const readDayIntervals = (root: string): DayIntervalFile =>
  JSON.parse(
    readFileSync(join(root, 'tests/data/validation-days.json'), 'utf8'),
  ) as DayIntervalFile;

/** Counts of several batches, together. */
export function added(batches: readonly (readonly Count[])[]): Count[] {
  const sums = new Map<string, { -readonly [K in keyof Count]: Count[K] }>();
  for (const count of batches.flat()) {
    const key = keyOf(count);
    const sum = sums.get(key);
    if (sum === undefined) sums.set(key, { ...count });
    else {
      for (const part of ['intervals', 'held', 'below', 'above', 'halves', 'allDays'] as const) {
        sum[part] += count[part];
      }
    }
  }
  return [...sums.values()].map((sum) => ({ ...sum, halves: Number(sum.halves.toPrecision(6)) }));
}

/** Whether so many intervals hold the truth as chance makes of the promise: not fewer by three standard errors. */
export function isEnough({ held, intervals, confidence }: Count): boolean {
  const error = Math.sqrt(intervals * confidence * (1 - confidence));
  return held >= intervals * confidence - 3 * error;
}

/** Days from which on intervals must hold what they promise. */
export const JUDGED_FROM = 20;

/** Whether a run of so many days says "too few days": of all, or of this measure. */
export function saysTooFew({ id, days }: Pick<Count, 'id' | 'days'>): boolean {
  const measure = MEASURES.find((one) => one.id === id.replace('change ', ''));
  return days > 0 && days < Math.max(JUDGED_FROM, measure?.enoughDays ?? 0);
}

/** The counts that are judged: those of which a run does not say that the days are too few. */
export const judged = (counts: readonly Count[]): Count[] =>
  counts.filter((count) => count.intervals > 0 && !saysTooFew(count));

/** Counts too low for chance that chance alone would give: three standard errors are passed once in 741. */
export const byChance = (counts: readonly Count[]): number => counts.length / 741;

/** The counts of the first runs that are to be counted in more. */
export const tooLow = (counts: readonly Count[]): Count[] =>
  judged(counts).filter((count) => !isEnough(count));

/** What has to be counted of more runs for the sake of some counts. */
export const wantedFor = (counts: readonly Count[]): Wanted => ({
  days: [...new Set(counts.map(({ days }) => days))].filter((days) => days > 0),
  confidences: [...new Set(counts.map(({ confidence }) => confidence))],
  goals: counts.filter(({ days }) => days === 0).map(({ id }) => id),
});

const keyOf = ({ id, days, confidence }: Count): string => `${id}/${days}/${confidence}`;

/** The counts of the first runs, and those that were too low with the counts of more runs added. */
export function recounted(first: readonly Count[], more: readonly Count[]): Count[] {
  const low = new Set(tooLow(first).map(keyOf));
  return added([first, more.filter((count) => low.has(keyOf(count)))]);
}

/** Whether no count is too low, those of more runs included. */
export const areDaysRight = ({ halls }: Pick<DayIntervalFile, 'halls'>): boolean =>
  tooLow(Object.values(halls).flat()).length === 0;

/** A file as text, one line a number. */
export function dayIntervalText(file: DayIntervalFile | TruthFile): string {
  return `${JSON.stringify(file, null, 1).replace(
    /\{\n\s+"id": [^}]*\}|\[\n\s+"[^"]*",\n[^[\]]*\]/g,
    (part) => JSON.stringify(JSON.parse(part)),
  )}\n`;
}
