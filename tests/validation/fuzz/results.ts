import { BREAK_IDS, type BreakId } from './breaks.js';
import { brokenFile } from './broken-file.js';
import { type Fate, fateOf } from './fate.js';

/** Files of one kind of break, by what became of them. */
export type Fates = Record<Fate, number>;

/** A file that ended neither in issues nor in a day. */
export interface Failure {
  readonly file: number;
  readonly kind: BreakId;
  readonly base: string;
  readonly error: string;
}

/** Some files in a row. */
export interface FuzzBatch {
  readonly fates: Readonly<Record<BreakId, Fates>>;
  readonly failures: readonly Failure[];
}

/** The result of a run as it is checked in. */
export interface FuzzFile extends FuzzBatch {
  readonly format: 'hallsim-fuzz/1';
  readonly run: {
    readonly files: number;
    readonly bases: number;
    readonly salt: string;
    readonly commit: string;
    readonly time: string;
    readonly node: string;
    readonly minutes: number;
    readonly workers: number;
  };
}

const noFates = (): Record<BreakId, Fates> =>
  Object.fromEntries(BREAK_IDS.map((id) => [id, { issues: 0, runs: 0, large: 0 }])) as Record<
    BreakId,
    Fates
  >;

/** Breaks the files `from` up to and without `to`; `onFile` is told before each. */
export async function runBatch(
  bases: ReadonlyMap<string, string>,
  { from, to, salt }: { from: number; to: number; salt: string },
  onFile: (file: number) => void = () => undefined,
): Promise<FuzzBatch> {
  const fates = noFates();
  const failures: Failure[] = [];
  for (let file = from; file < to; file++) {
    onFile(file);
    const { base, kind, source } = brokenFile(bases, file, salt);
    try {
      fates[kind][await fateOf(source)]++;
    } catch (caught) {
      const error = caught instanceof Error ? caught.message : String(caught);
      failures.push({ file, kind, base, error: error.slice(0, 500) });
    }
  }
  return { fates, failures };
}

/** All batches together. */
export function together(batches: readonly FuzzBatch[]): FuzzBatch {
  const fates = noFates();
  for (const batch of batches) {
    for (const id of BREAK_IDS) {
      for (const fate of ['issues', 'runs', 'large'] as const) {
        fates[id][fate] += batch.fates[id][fate];
      }
    }
  }
  const failures = batches.flatMap((batch) => batch.failures);
  return { fates, failures: failures.toSorted((a, b) => a.file - b.file) };
}

export const fuzzText = (file: FuzzFile): string => `${JSON.stringify(file, null, 1)}\n`;

/** One line for the terminal and the page. */
export function fuzzLine({ fates, failures }: FuzzBatch): string {
  const sum = (fate: Fate): number => BREAK_IDS.reduce((n, id) => n + fates[id][fate], 0);
  const all = sum('issues') + sum('runs') + sum('large') + failures.length;
  const count = (n: number): string => n.toLocaleString('en');
  return `${count(all)} files broken in one place: ${count(sum('issues'))} end in issues, ${count(sum('runs'))} in days that run to their end, ${count(sum('large'))} are legal and too large to run here, ${count(failures.length)} fail.`;
}
