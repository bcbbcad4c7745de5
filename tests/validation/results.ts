import { binomialLimits, DEVIATES } from './judge.js';
import { type ExactResult, isConstant, type RowResult } from './run-row.js';
import type { Table } from './rows.js';
import { REPLICATIONS, WARM_UP } from './steady.js';

/** The file of results that is checked in, and what `docs/validation.md` is made of. */
export interface ResultFile {
  readonly format: 'hallsim-validation/1';
  readonly run: {
    readonly seed: string;
    readonly salt: string;
    readonly replications: number;
    readonly warmUp: number;
    readonly commit: string;
    readonly time: string;
    readonly node: string;
  };
  readonly oracle: {
    readonly rows: readonly RowResult[];
    readonly exact: readonly ExactResult[];
    readonly leftOut: Table['leftOut'];
  };
}

export const SEED_RULE =
  'the id of the row, with "/" and the salt behind it if there is one; nobody chooses it';

/** The file of a whole run. */
export function resultFile(
  table: Table,
  run: Pick<ResultFile['run'], 'salt' | 'commit' | 'time' | 'node'>,
  found: { readonly rows: readonly RowResult[]; readonly exact: readonly ExactResult[] },
): ResultFile {
  return {
    format: 'hallsim-validation/1',
    run: { seed: SEED_RULE, replications: REPLICATIONS, warmUp: WARM_UP, ...run },
    oracle: { ...found, leftOut: table.leftOut },
  };
}

/** The file as text, one line a row. */
export function fileText({ format, run, oracle }: ResultFile): string {
  const lines = (list: readonly object[]) =>
    list.map((one) => `   ${JSON.stringify(one)}`).join(',\n');
  return [
    '{',
    ` "format": ${JSON.stringify(format)},`,
    ` "run": ${JSON.stringify(run, null, 1).replaceAll('\n', '\n ')},`,
    ' "oracle": {',
    `  "rows": [\n${lines(oracle.rows)}\n  ],`,
    `  "exact": [\n${lines(oracle.exact)}\n  ],`,
    `  "leftOut": [\n${lines(oracle.leftOut)}\n  ]`,
    ' }',
    '}',
    '',
  ].join('\n');
}

/** What the rows say together. */
export interface Verdict {
  /** Rows with a deviate, and those whose value has no spread. */
  readonly counted: number;
  readonly constant: number;
  readonly beyond: readonly {
    readonly beyond: number;
    readonly count: number;
    readonly least: number;
    readonly most: number;
  }[];
  /** Rows whose value lies outside the 99.9 % interval. */
  readonly outside: number;
  /** Numbers compared exactly, and those that differ. */
  readonly compared: number;
  readonly different: number;
  readonly right: boolean;
}

/** Judges all rows together: the number of large deviates is to be what chance makes of it. */
export function judge(
  rows: readonly RowResult[],
  exact: readonly ExactResult[],
  tolerance: (id: string) => number,
): Verdict {
  const deviates = rows.filter((row) => !isConstant(row));
  const constant = rows.filter(isConstant);
  const beyond = DEVIATES.map(({ beyond: limit, probability }) => ({
    beyond: limit,
    count: deviates.filter(({ z }) => !(Math.abs(z) <= limit)).length,
    ...binomialLimits(deviates.length, probability),
  }));
  const wrong = constant.filter(
    ({ id, mean, half, value }) =>
      !(Math.abs(mean - value) <= half + Math.max(tolerance(id), 1e-9 * Math.abs(value))),
  );
  const different = exact.reduce((sum, one) => sum + one.different, 0);
  return {
    counted: deviates.length,
    constant: constant.length,
    beyond,
    outside: rows.filter(
      ({ id, mean, value, half }) => !(Math.abs(mean - value) <= half + tolerance(id)),
    ).length,
    compared: exact.reduce((sum, one) => sum + one.compared, 0),
    different,
    right:
      wrong.length === 0 &&
      different === 0 &&
      beyond.every(({ count, least, most }) => least <= count && count <= most),
  };
}

/** The verdict in sentences. */
export function verdictLines(verdict: Verdict): string[] {
  const { counted, constant, beyond, outside, compared, different } = verdict;
  return [
    ...beyond.map(
      ({ beyond: limit, count, least, most }) =>
        `|z| > ${limit}: ${count} of ${counted} rows; chance makes it ${least} to ${most} (binomial, 99.9 %).`,
    ),
    `Outside the 99.9 % interval: ${outside} of ${counted + constant} rows.`,
    ...(constant > 0 ? [`Without any spread, and right: ${constant}.`] : []),
    `Compared exactly: ${compared} numbers, ${different} differ.`,
  ];
}
