import { type ExactResult, isConstant, type RowResult } from './run-row.js';
import { type Mutant, MUTANTS } from './world.js';

/** A row fails for certain beyond this deviate: by chance once in a thousand. */
const FAILS = 3.29;
/** And one without any spread beyond this part of its value. */
const ROUNDING = 1e-6;

/** Which cases noticed each wrong engine, as it is checked in. */
export interface WrongEngineFile {
  readonly format: 'hallsim-wrong-engines/1';
  readonly run: {
    readonly salt: string;
    readonly commit: string;
    readonly time: string;
    readonly node: string;
  };
  readonly engines: Readonly<Record<Mutant, Noticed>>;
}

/** How many cases were asked, and the ids of those that fail. */
export interface Noticed {
  readonly asked: number;
  readonly failed: readonly string[];
}

/** The cases that fail: rows too far from the exact value, and histories that differ. */
export function noticed(rows: readonly RowResult[], exact: readonly ExactResult[]): Noticed {
  const far = rows.filter((row) =>
    isConstant(row)
      ? Math.abs(row.mean - row.value) > ROUNDING * Math.abs(row.value)
      : !(Math.abs(row.z) <= FAILS),
  );
  const differ = exact.filter(({ different }) => different > 0);
  return {
    asked: rows.length + exact.length,
    failed: [...far, ...differ].map(({ id }) => id),
  };
}

export const wrongEngineText = (file: WrongEngineFile): string =>
  `${JSON.stringify(file, null, 1)}\n`;

/** The section of `docs/validation.md`. */
export function wrongEngineSection({ run, engines }: WrongEngineFile): string {
  return [
    '## Wrong engines',
    `A table that no engine can fail shows nothing. So some of its cases are played by engines that are
wrong in one thing, and several must fail: a row whose deviate is beyond ${FAILS}, a history in which a time
differs. Rates and patience are made wrong under the declared models, for every face; rules of one instant
in the reference line of the handlers (\`tests/validation/world.ts\`).`,
    `- Salt of this run: ${run.salt === '' ? 'none' : `\`${run.salt}\``}. Commit \`${run.commit}\`, ${run.time}, Node ${run.node}.`,
    [
      '| wrong engine | what is wrong | cases asked | fail | which |',
      '|---|---|--:|--:|---|',
      ...Object.entries(MUTANTS).map(([id, what]) => {
        const { asked, failed } = engines[id as Mutant];
        return `| ${id} | ${what} | ${asked} | ${failed.length} | ${failed.join(', ')} |`;
      }),
    ].join('\n'),
  ].join('\n\n');
}
