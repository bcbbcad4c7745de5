import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClassicsFile, classicsSection } from './classics/results.js';
import {
  type DayIntervalFile,
  readDayIntervals,
  readTruths,
  type TruthFile,
} from './day-intervals/results.js';
import { daySection } from './day-intervals/section.js';
import type { IntervalFile } from './intervals/results.js';
import type { FuzzFile } from './fuzz/results.js';
import { fuzzSection } from './fuzz/section.js';
import { type ExpectedRow, expectedRows } from './halls/expected.js';
import type { HallFile } from './halls/results.js';
import { hallSection } from './halls/section.js';
import { intervalSection } from './intervals/section.js';
import { readSystems } from './intervals/systems.js';
import { readStaffing, type StaffingFile } from './staffing/results.js';
import { staffingSection } from './staffing/section.js';
import { judge, type ResultFile, verdictLines } from './results.js';
import { isConstant, type RowResult } from './run-row.js';
import type { Table } from './rows.js';
import { type TheoryFile, theorySection } from './theory.js';
import { type WrongEngineFile, wrongEngineSection } from './wrong-engines.js';

const INTRODUCTION = `# Validation

Made by \`npm run validate\`; do not edit. The results are checked in as \`tests/data/validation*.json\`, and
every run of \`npm test\` repeats a part of them to the last bit.

- [Exact values](#exact-values): each number of a table of exact values, computed outside this repository
  by formulas and numerical methods (\`packages/theory/fixtures/cases.json\`), stands beside what the kernel
  makes of the same model through its public interface. The models are in \`tests/validation/models/\`.
- [Wrong engines](#wrong-engines): which of these cases notice an engine that is wrong in one thing.
- [Theory](#theory): the same table beside the formulas of \`@hallsim/theory\`.
- [Coverage](#coverage): how often the intervals of \`hallsim queue\` hold the exact value.
- [Halls](#halls): the example halls beside the numbers of another simulation.
- [Classical halls](#classical-halls): the cases that are halls, written as scenario files and run as halls.
- [Staffing](#staffing): the plans of \`hallsim staff\` beside problems whose best plans are known.
- [Broken files](#broken-files): what becomes of valid scenario files that are broken in one place.
- [Coverage of days](#coverage-of-days): the same for the intervals of halls, and of changes.`;

const READING = `**How to read it.** *simulated* is the mean of the replications ± half of its 99.9 % interval by
Student's t. *z* is the distance from the exact value in standard errors, turned into a normal deviate: of
100 rows about 5 lie beyond 1.96 by chance, and 1 beyond 2.58. Runs start empty; what they forget in the
warm-up is left out. A list of values (of a day, by time) has a row for each, with a seed and runs of its
own, so that rows are independent. A quantile is the mean over the replications of a jackknife of two
halves; ratios and variances are means over replications so long that their bias (of the order of one over
the length) lies far below the error. A variance in the long run (asymptotic) is extrapolated from windows
of two lengths. The length of a run is what a half-width of 1 % of the value takes (2 % for quantiles and
variances, 5 % for asymptotic ones), within a limit of customers for each row.`;

/** All results that are checked in. */
export interface Page {
  readonly oracle: ResultFile;
  readonly wrong: WrongEngineFile;
  readonly theory: TheoryFile;
  readonly coverage: IntervalFile;
  readonly fuzz: FuzzFile;
  readonly halls: HallFile;
  readonly hallRows: readonly ExpectedRow[];
  readonly classics: ClassicsFile;
  readonly staffing: StaffingFile;
  readonly days: DayIntervalFile;
  readonly truths: TruthFile;
  readonly root: string;
}

/** The rows of the results. */
export interface Tables {
  readonly oracle: Table;
  readonly classics: Table;
}

/** What the page is made of, from the files. */
export function readPage(root: string): Page {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(root, `tests/data/${name}.json`), 'utf8'));
  return {
    oracle: read('validation') as ResultFile,
    wrong: read('validation-wrong-engines') as WrongEngineFile,
    theory: read('validation-theory') as TheoryFile,
    coverage: read('validation-coverage') as IntervalFile,
    halls: read('validation-halls') as HallFile,
    fuzz: read('validation-fuzz') as FuzzFile,
    hallRows: expectedRows(root),
    classics: read('validation-classics') as ClassicsFile,
    staffing: readStaffing(root),
    days: readDayIntervals(root),
    truths: readTruths(root),
    root,
  };
}

/** docs/validation.md. */
export function toMarkdown(page: Page, tables: Tables): string {
  const { oracle, wrong, theory, coverage, fuzz, halls, hallRows, classics, staffing } = page;
  const { days, truths, root } = page;
  const sections = [
    INTRODUCTION,
    oracleSection(oracle, tables.oracle),
    wrongEngineSection(wrong),
    theorySection(theory),
    intervalSection(coverage, readSystems()),
    daySection(days, truths, root),
    hallSection(halls, hallRows),
    classicsSection(classics, tables.classics),
    staffingSection(staffing),
    fuzzSection(fuzz),
  ];
  return `${sections.join('\n\n')}\n`;
}

function oracleSection({ run, oracle }: ResultFile, table: Table): string {
  const tolerances = new Map(table.rows.map(({ id, tolerance }) => [id, tolerance]));
  const verdict = judge(oracle.rows, oracle.exact, (id) => tolerances.get(id) ?? 0);
  const families = [...new Set(table.rows.map(({ family }) => family))];
  const results = new Map(oracle.rows.map((row) => [row.id, row]));
  return [
    '## Exact values',
    [
      `- Seed of a row: ${run.seed}. Salt of this run: ${run.salt === '' ? 'none' : `\`${run.salt}\``}.`,
      `- ${run.replications} independent replications; ${run.warmUp.toLocaleString('en')} customers of warm-up in each of a queue in the long run.`,
      `- Commit \`${run.commit}\`, ${run.time}, Node ${run.node}.`,
      ...verdictLines(verdict).map((line) => `- ${line}`),
    ].join('\n'),
    READING,
    ...families.map((family) => familyTable(family, table, results)),
    '### Histories compared exactly',
    'Each day is played customer by customer as a network, as processes and as handlers. Those called `hand` are worked out by hand from the rule of the order at one instant.',
    [
      '| case | what | times compared | differ |',
      '|---|---|--:|--:|',
      ...oracle.exact.map(({ id, compared, different }) => {
        const what = table.exact.find((one) => one.id === id)?.what ?? '';
        return `| ${id} | ${cell(what)} | ${compared} | ${different} |`;
      }),
    ].join('\n'),
    '### Cases that are no question to a simulation',
    [
      '| case | family | why |',
      '|---|---|---|',
      ...oracle.leftOut.map(({ id, family, why }) => `| ${id} | ${cell(family)} | ${cell(why)} |`),
    ].join('\n'),
  ].join('\n\n');
}

function familyTable(
  family: string,
  table: Table,
  results: ReadonlyMap<string, RowResult>,
): string {
  const rows = table.rows.filter((row) => row.family === family);
  return [
    `### ${family}`,
    '',
    '| case | what | exact | simulated | z | each replication |',
    '|---|---|--:|--:|--:|---|',
    ...rows.map((row) => {
      const result = results.get(row.id);
      if (result === undefined)
        return `| ${row.id} | ${cell(row.what)} | ${digits(row.value)} | | | |`;
      const { mean, half, z, size } = result;
      const relative = (100 * half) / Math.abs(row.value);
      return `| ${row.id} | ${cell(row.what)} | ${digits(row.value)} | ${digits(mean)} ± ${relative < 0.005 ? '0' : relative.toFixed(2)} % | ${isConstant(result) ? 'no spread' : z.toFixed(2)} | ${size.toLocaleString('en')} ${row.measurement.unit} |`;
    }),
  ].join('\n');
}

const digits = (value: number): string => String(Number(value.toPrecision(6)));
const cell = (text: string): string => text.replaceAll('|', '\\|');
