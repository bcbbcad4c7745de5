import { binomialLimits } from '../judge.js';
import {
  type IntervalFile,
  isCertain,
  isOutside,
  JUDGED,
  plainId,
  pooled,
  type Pooled,
  rowsOf,
  type SystemResult,
} from './results.js';
import type { Kind } from './run-system.js';
import type { System } from './systems.js';

const NAMES: Readonly<Record<Kind, string>> = {
  mean: 'means',
  share: 'shares',
  quantile: 'quantiles',
  variance: 'variances',
};

/** The section of `docs/validation.md`. */
export function intervalSection(file: IntervalFile, systems: readonly System[]): string {
  const { run } = file;
  const kinds: Kind[] = [...JUDGED, 'variance'];
  const ids = [...new Set(file.systems.flatMap(({ measures }) => measures.map(({ id }) => id)))];
  const plain = [...new Set(ids.map(plainId))];
  return [
    '## Coverage',
    `An interval at ${100 * run.confidence} % has to hold the true value in ${100 * run.confidence} of 100 runs. Each
system below is asked as \`hallsim queue\` asks it (\`@hallsim/planning\`), once for each seed; the table
counts how many of the intervals hold the value of the exact formula. A rate within 95 ± 3 % is right.`,
    [
      `- Seed of a run: ${run.seed}. Salt of this run: ${run.salt === '' ? 'none' : `\`${run.salt}\``}.`,
      `- ${file.systems.length} systems, ${run.replications} replications in each run, which begin empty.`,
      `- Commit \`${run.commit}\`, ${run.time}, Node ${run.node}; ${run.minutes} minutes on ${run.workers} threads.`,
      ...coverageLines(file).map((line) => `- ${line}`),
    ].join('\n'),
    `**How to read it.** *below* are the intervals that lie below the exact value, *above* those above it.
*outside* counts the numbers (of one system each) whose own rate is outside 95 ± 3 %, *beyond chance* those
outside the 99.9 % limits of the binomial law for 95 %. Numbers of one system come from the same runs:
where one is off by chance, its kin are. A run without an interval holds nothing. Values of 0, and values
that are the same in every run, are left out. Variances are shown, and not judged.`,
    `Where intervals miss, they lie more often below than above: replications of a busy line have means and
variances with a long tail to the right, and where both come out small the interval is short as well. The
longer the replications, the less of that; those below are 1,000 to 20,000 customers, the default of \`hallsim
queue\` is 100,000.`,
    table(
      '| what | numbers | intervals | held | below | above | outside | beyond chance |',
      kinds.map((kind) => [`**${NAMES[kind]}**`, pooled(rowsOf(file.systems, { kind }))]),
    ),
    table(
      '| measure | numbers | intervals | held | below | above | outside | beyond chance |',
      plain.map((id) => [`\`${id}\``, pooled(rowsOf(file.systems, { id }))]),
    ),
    ...outsideTable(file),
    '### System by system',
    `Of each kind the rate of all its numbers together, and the number with the lowest rate. **Bold**: outside
95 ± 3 %. *each replication*: customers counted, after a warm-up of a quarter as many.`,
    [
      '| system | what | formula | load | seeds | each replication | means | shares | quantiles | variance | lowest of means, shares and quantiles |',
      '|---|---|---|--:|--:|--:|--:|--:|--:|--:|---|',
      ...file.systems.map((system) => systemRow(system, systems)),
    ].join('\n'),
  ].join('\n\n');
}

function table(head: string, rows: readonly (readonly [string, Pooled])[]): string {
  return [
    head,
    '|---|--:|--:|--:|--:|--:|--:|--:|',
    ...rows.map(([name, { numbers, intervals, rate, below, above, outside, beyond }]) => {
      const part = (count: number): string => `${((100 * count) / intervals).toFixed(2)} %`;
      return `| ${name} | ${numbers} | ${intervals.toLocaleString('en')} | ${(100 * rate).toFixed(2)} % | ${part(below)} | ${part(above)} | ${outside} | ${beyond} |`;
    }),
  ].join('\n');
}

/** The judged numbers whose rate is outside 95 ± 3 %, the farthest first. */
function outsideTable({ systems }: IntervalFile): string[] {
  const rows = systems
    .flatMap(({ id: system, seeds, measures }) =>
      measures.map((one) => ({ ...one, system, seeds, rate: one.held / seeds })),
    )
    .filter((row) => row.kind !== 'variance' && !isCertain(row) && isOutside(row))
    .sort((a, b) => Math.abs(b.rate - 0.95) - Math.abs(a.rate - 0.95));
  if (rows.length === 0) return [];
  return [
    '### Numbers outside 95 ± 3 %',
    '*chance*: what it makes of 95 % (binomial, 99.9 %).',
    [
      '| system | measure | exact | mean half-width | seeds | held | rate | below | above | chance |',
      '|---|---|--:|--:|--:|--:|--:|--:|--:|---|',
      ...rows.map(({ system, id, exact, half, seeds, held, rate, below, above }) => {
        const { least, most } = binomialLimits(seeds, 0.95);
        return `| ${system} | \`${id}\` | ${Number(exact.toPrecision(6))} | ${(100 * half).toFixed(1)} % | ${seeds} | ${held} | ${(100 * rate).toFixed(1)} % | ${below} | ${above} | ${least} to ${most} |`;
      }),
    ].join('\n'),
  ];
}

const percent = (rate: number): string => {
  const text = `${(100 * rate).toFixed(1)} %`;
  return rate < 0.92 || rate > 0.98 ? `**${text}**` : text;
};

function systemRow(result: SystemResult, systems: readonly System[]): string {
  const { id, formula, seeds, customers, measures } = result;
  const { what = '', load = NaN } = systems.find((one) => one.id === id) ?? {};
  const rateOf = (kind: Kind): string => {
    const rows = rowsOf([result], { kind });
    return rows.length === 0 ? '' : percent(pooled(rows).rate);
  };
  const judged = measures.filter((one) => one.kind !== 'variance' && !isCertain(one));
  const lowest = judged.reduce((a, b) => (b.held < a.held ? b : a));
  return `| ${id} | ${what} | ${formula} | ${Number((100 * load).toFixed(1))} % | ${seeds} | ${customers.toLocaleString('en')} | ${[
    'mean',
    'share',
    'quantile',
    'variance',
  ]
    .map((kind) => rateOf(kind as Kind))
    .join(' | ')} | \`${lowest.id}\` ${percent(lowest.held / seeds)} |`;
}

/** One line for each number, for a reader of some systems. */
export function numberLines({ systems }: Pick<IntervalFile, 'systems'>): string[] {
  return systems.flatMap(({ id, seeds, measures }) =>
    measures.map(({ id: measure, exact, held, below, above, half }) => {
      const rate = ((100 * held) / seeds).toFixed(1);
      return `${id.padEnd(18)} ${measure.padEnd(24)} ${String(Number(exact.toPrecision(6))).padStart(10)} ± ${(100 * half).toFixed(1)} %  held ${rate} %, below ${below}, above ${above}, none ${seeds - held - below - above}`;
    }),
  );
}

/** What the intervals say together, in sentences. */
export function coverageLines({ systems }: Pick<IntervalFile, 'systems'>): string[] {
  return JUDGED.map((kind) => {
    const rows = rowsOf(systems, { kind });
    const { rate, intervals, numbers, outside, beyond, byChance } = pooled(rows);
    return `${NAMES[kind]}: ${(100 * rate).toFixed(2)} % of ${intervals.toLocaleString('en')} intervals hold the exact value; of ${numbers} numbers ${outside} have a rate outside 95 ± 3 % (chance alone: ${byChance.toFixed(1)}), ${beyond} a count beyond its 99.9 % limits.`;
  });
}
