import { regularizedBeta } from '@hallsim/stats';
import { binomialLimits } from '../judge.js';
import type { Batch, Kind, Known } from './run-system.js';
import { REPLICATIONS, type System } from './systems.js';

/** How often the intervals of one number held the exact value. */
export interface MeasureResult extends Known {
  readonly held: number;
  readonly below: number;
  readonly above: number;
  /** Mean half-width of the intervals, as a part of the exact value, two digits. */
  readonly half: number;
}

/** The intervals of one system. */
export interface SystemResult {
  readonly id: string;
  readonly formula: string;
  readonly customers: number;
  readonly warmUp: number;
  readonly seeds: number;
  readonly measures: readonly MeasureResult[];
  /** Ends of the intervals of the first seed, in the order of `measures`. */
  readonly first: Batch['first'];
}

/** The file of intervals that is checked in. */
export interface IntervalFile {
  readonly format: 'hallsim-coverage/1';
  readonly run: {
    readonly seed: string;
    readonly salt: string;
    readonly confidence: number;
    readonly replications: number;
    readonly commit: string;
    readonly time: string;
    readonly node: string;
    /** How long it took, and on how many threads; changes no number. */
    readonly minutes: number;
    readonly workers: number;
  };
  readonly systems: readonly SystemResult[];
}

export const SEED_RULE =
  'the id of the system, "/" and the number of the run, with "/" and the salt behind it if there is one; nobody chooses it';

/** The share of intervals at 95 % that is right, give or take 3 %. */
export const LEAST = 0.92;
export const MOST = 0.98;

/** The batches of one system put together; they may come in any order. */
export function together(system: System, batches: readonly Batch[]): SystemResult {
  const own = batches.filter(({ id }) => id === system.id).sort((a, b) => a.from - b.from);
  const { formula, known, first } = own[0]!;
  const seeds = own.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    id: system.id,
    formula,
    customers: system.queue.customers,
    warmUp: system.queue.warmUp,
    seeds,
    measures: known.map((one, i) => {
      const sum = (key: 'held' | 'below' | 'above' | 'widths'): number =>
        own.reduce((total, { held }) => total + held[i]![key], 0);
      const [held, below, above] = [sum('held'), sum('below'), sum('above')];
      const half = sum('widths') / 2 / Math.max(1, held + below + above);
      return { ...one, held, below, above, half: Number(half.toPrecision(2)) };
    }),
    first,
  };
}

/** The file of a whole run. */
export function intervalFile(
  systems: readonly System[],
  batches: readonly Batch[],
  run: Pick<IntervalFile['run'], 'salt' | 'commit' | 'time' | 'node' | 'minutes' | 'workers'>,
): IntervalFile {
  return {
    format: 'hallsim-coverage/1',
    run: { seed: SEED_RULE, confidence: 0.95, replications: REPLICATIONS, ...run },
    systems: systems.map((system) => together(system, batches)),
  };
}

/** The file as text, one line a number. */
export function intervalText({ format, run, systems }: IntervalFile): string {
  const list = (rows: readonly unknown[]) =>
    rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
  return [
    '{',
    ` "format": ${JSON.stringify(format)},`,
    ` "run": ${JSON.stringify(run, null, 1).replaceAll('\n', '\n ')},`,
    ' "systems": [',
    systems
      .map(
        ({ measures, first, ...rest }) =>
          `  {\n   ${JSON.stringify(rest).slice(1, -1)},\n   "measures": [\n${list(measures)}\n   ],\n   "first": [\n${list(first)}\n   ]\n  }`,
      )
      .join(',\n'),
    ' ]',
    '}',
    '',
  ].join('\n');
}

/** Some intervals together. */
export interface Pooled {
  readonly numbers: number;
  readonly intervals: number;
  readonly held: number;
  readonly below: number;
  readonly above: number;
  readonly rate: number;
  /** Numbers whose share lies outside 95 ± 3 %, and numbers beyond what chance makes of 95 %. */
  readonly outside: number;
  readonly beyond: number;
  /** How many of the numbers chance alone would put outside 95 ± 3 %, if each held 95 % exactly. */
  readonly byChance: number;
}

type Row = MeasureResult & Pick<SystemResult, 'seeds'>;

/** The numbers of all systems, of one kind or of one id (that of classes without their name). */
export const rowsOf = (
  systems: readonly SystemResult[],
  wanted: { readonly kind?: Kind; readonly id?: string },
): Row[] =>
  systems.flatMap(({ measures, seeds }) =>
    measures
      .filter((one) => !isCertain(one))
      .filter(({ kind }) => wanted.kind === undefined || kind === wanted.kind)
      .filter(({ id }) => wanted.id === undefined || plainId(id) === wanted.id)
      .map((one) => ({ ...one, seeds })),
  );

/** Whether a number has no spread, so that its interval is a point and holds nothing but rounding. */
export const isCertain = ({ half }: MeasureResult): boolean => half < 1e-9;

/** The id of a measure without the name of a class. */
export const plainId = (id: string): string => id.replace(/^.* /, '');

/** Counts of some numbers together. */
export function pooled(rows: readonly Row[]): Pooled {
  const sum = (read: (row: Row) => number): number =>
    rows.reduce((total, row) => total + read(row), 0);
  const intervals = sum(({ seeds }) => seeds);
  const held = sum((row) => row.held);
  return {
    numbers: rows.length,
    intervals,
    held,
    below: sum(({ below }) => below),
    above: sum(({ above }) => above),
    rate: held / intervals,
    outside: rows.filter(isOutside).length,
    beyond: rows.filter(isBeyond).length,
    byChance: sum(({ seeds }) => outsideByChance(seeds)),
  };
}

export const isOutside = ({ held, seeds }: Row): boolean =>
  held < LEAST * seeds || held > MOST * seeds;

/** The chance that fewer than 92 % or more than 98 % of n intervals hold, if each does so in 95 %. */
function outsideByChance(n: number): number {
  const atLeast = (k: number): number => (k > n ? 0 : regularizedBeta(0.95, k, n - k + 1));
  return 1 - atLeast(Math.ceil(LEAST * n)) + atLeast(Math.floor(MOST * n) + 1);
}

/** Whether a count is not what chance makes of 95 %, by the 99.9 % limits of the binomial law. */
export function isBeyond({ held, seeds }: Row): boolean {
  const { least, most } = binomialLimits(seeds, 0.95);
  return held < least || held > most;
}

/** The kinds that have to be right, and the one that is only shown. */
export const JUDGED = ['mean', 'share', 'quantile'] as const satisfies readonly Kind[];

/** Whether each kind, all systems together, holds 95 ± 3 %. */
export const areIntervalsRight = ({ systems }: Pick<IntervalFile, 'systems'>): boolean =>
  JUDGED.every((kind) => {
    const { rate } = pooled(rowsOf(systems, { kind }));
    return rate >= LEAST && rate <= MOST;
  });
