import { judge, type Verdict, verdictLines } from '../results.js';
import { type ExactResult, isConstant, type RowResult } from '../run-row.js';
import type { Table } from '../rows.js';
import { REPLICATIONS } from '../steady.js';

/** The halls beside the table, as it is checked in. */
export interface ClassicsFile {
  readonly format: 'hallsim-classics/1';
  readonly run: {
    readonly seed: string;
    readonly salt: string;
    readonly replications: number;
    readonly commit: string;
    readonly time: string;
    readonly node: string;
  };
  readonly rows: readonly RowResult[];
  readonly exact: readonly ExactResult[];
  readonly leftOut: Table['leftOut'];
}

export const SEED_RULE =
  'the id of the row with "classics/" before it, and "/" and the salt behind it if there is one; nobody chooses it';

/** The file of a whole run. */
export function classicsFile(
  table: Table,
  found: Pick<ClassicsFile, 'rows' | 'exact'>,
  run: Pick<ClassicsFile['run'], 'salt' | 'commit' | 'time' | 'node'>,
): ClassicsFile {
  return {
    format: 'hallsim-classics/1',
    run: { seed: SEED_RULE, replications: REPLICATIONS, ...run },
    ...found,
    leftOut: table.leftOut,
  };
}

/** The file as text, one line a row. */
export function classicsText({ format, run, rows, exact, leftOut }: ClassicsFile): string {
  const lines = (list: readonly object[]): string =>
    list.map((one) => `  ${JSON.stringify(one)}`).join(',\n');
  return [
    '{',
    ` "format": ${JSON.stringify(format)},`,
    ` "run": ${JSON.stringify(run, null, 1).replaceAll('\n', '\n ')},`,
    ` "rows": [\n${lines(rows)}\n ],`,
    ` "exact": [\n${lines(exact)}\n ],`,
    ` "leftOut": [\n${lines(leftOut)}\n ]`,
    '}',
    '',
  ].join('\n');
}

/** Whether the halls are off by chance only. */
export function judgeClassics(
  { rows, exact }: Pick<ClassicsFile, 'rows' | 'exact'>,
  table: Table,
): Verdict {
  const tolerances = new Map(table.rows.map(({ id, tolerance }) => [id, tolerance]));
  return judge(rows, exact, (id) => tolerances.get(id) ?? 0);
}

/** The section of `docs/validation.md`. */
export function classicsSection(file: ClassicsFile, table: Table): string {
  const { run } = file;
  const families = [...new Set(table.rows.map(({ family }) => family))];
  const results = new Map(file.rows.map((row) => [row.id, row]));
  const verdict = verdictLines(judgeClassics(file, table));
  return [
    '## Classical halls',
    `The cases of the table that are halls, written as scenario files (\`tests/validation/classics/\`) and run day by
day by \`@hallsim/hall\` as any other file. A queue in the long run is one long day, of which the beginning is
left out. Numbers are given to files with six decimals.`,
    [
      `- Seed of a row: ${run.seed}. Salt of this run: ${run.salt === '' ? 'none' : `\`${run.salt}\``}.`,
      `- ${run.replications} independent replications.`,
      `- Commit \`${run.commit}\`, ${run.time}, Node ${run.node}.`,
      ...verdict.map((line) => `- ${line}`),
    ].join('\n'),
    ...families.map((family) =>
      [
        `### As a hall: ${family}`,
        '',
        '| case | what | exact | simulated | z | each replication |',
        '|---|---|--:|--:|--:|---|',
        ...table.rows.filter((row) => row.family === family).map((row) => line(row, results)),
      ].join('\n'),
    ),
    '### Cases that no file can say',
    [
      '| case | family | why |',
      '|---|---|---|',
      ...file.leftOut.map(({ id, family, why }) => `| ${id} | ${family} | ${why} |`),
    ].join('\n'),
  ].join('\n\n');
}

function line(
  { id, what, value, measurement }: Table['rows'][number],
  results: ReadonlyMap<string, RowResult>,
): string {
  const name = `| ${id} | ${what.replaceAll('|', '\\|')} | ${digits(value)} |`;
  const result = results.get(id);
  if (result === undefined) return `${name} | | |`;
  const { mean, half, z, size } = result;
  const relative = ((100 * half) / Math.abs(value)).toFixed(2);
  const deviate = isConstant(result) ? 'no spread' : z.toFixed(2);
  return `${name} ${digits(mean)} ± ${relative} % | ${deviate} | ${size.toLocaleString('en')} ${measurement.unit} |`;
}

const digits = (value: number): string => String(Number(value.toPrecision(6)));
