import { countedHalls } from './halls.js';
import {
  byChance,
  type DayIntervalFile,
  isEnough,
  judged,
  JUDGED_FROM,
  MORE_REPETITIONS,
  saysTooFew,
  tooLow,
  type TruthFile,
} from './results.js';
import { CONFIDENCES, type Count, DAYS } from './run-hall.js';

/** The section of `docs/validation.md`. */
export function daySection(file: DayIntervalFile, truths: TruthFile, root: string): string {
  const { run, halls } = file;
  return [
    '## Coverage of days',
    `The same question for halls: intervals of \`hallsim run\` and, with *change* in front, of \`hallsim compare\`
have to hold the true value as often as they promise. It comes from many more days of a seed of its own,
and its standard error stands beside it (\`${truths.run.command}\`, commit \`${truths.run.commit}\`, ${truths.run.time}).`,
    [
      `- ${run.repetitions} runs of each hall, whose seeds are ${run.seed}; a run of 200 days is looked at after ${DAYS.join(', ')} days.`,
      `- Commit \`${run.commit}\`, ${run.time}, Node ${run.node}; ${run.minutes} minutes on ${run.workers} threads.`,
      ...dayLines(file).map((line) => `- ${line}`),
    ].join('\n'),
    `**How to read it.** Each cell has the shares of intervals at ${CONFIDENCES.map((c) => `${100 * c} %`).join(', ')} that hold
the true value. A share lower than promised by more than three standard errors of so many runs is counted in
${MORE_REPETITIONS.toLocaleString('en')} runs and judged by them all, be it which it may; **bold**: it is lower still. *Slanted*: lower where
a run says "too few days": below ${JUDGED_FROM} days, and for what rests on few very long days (overtime, the last
departure) below the number that the [list of measures](./reference/measures.md) names. *change*: of the what-if; with a time
of day: waits of those whose ticket is of that hour. What is the same in every run is left out.`,
    ...countedHalls(root).flatMap(({ id, what }) => {
      const counts = halls[id] ?? [];
      const known = truths.halls[id];
      return known === undefined
        ? []
        : [
            `### ${id}: ${what}`,
            table(counts, known.truths),
            '*Days until the interval at 95 % is short enough*:',
            stops(counts),
          ];
    }),
  ].join('\n\n');
}

/** What the intervals say together, in sentences. */
export function dayLines({
  halls,
  recounted,
  run,
}: Pick<DayIntervalFile, 'halls' | 'recounted' | 'run'>): string[] {
  const counts = judged(Object.values(halls).flat());
  const low = tooLow(counts);
  const twice = Object.entries(recounted).flatMap(([hall, firsts]) =>
    firsts.map((first) => {
      const { id, days, confidence } = first;
      const all = halls[hall]!.find(
        (one) => one.id === id && one.days === days && one.confidence === confidence,
      )!;
      const after = days === 0 ? 'until it is precise' : `after ${days} days`;
      return `${hall}, \`${id}\` ${after}, at ${100 * confidence} %: ${percent(first)} % of ${first.intervals}, ${percent(all)} % of ${all.intervals}`;
    }),
  );
  const rates = CONFIDENCES.map((confidence) => {
    const own = counts.filter((count) => count.confidence === confidence);
    const sum = (part: 'held' | 'intervals'): number =>
      own.reduce((total, count) => total + count[part], 0);
    const held = ((100 * sum('held')) / sum('intervals')).toFixed(1);
    return `${held} % of those at ${100 * confidence} %`;
  });
  return [
    `Where a run does not say "too few days" ${rates.join(', ')} hold the true value.`,
    `Of ${counts.length} shares ${twice.length} are lower than promised by more than three standard errors of ${run.repetitions} runs (chance alone: ${byChance(counts).toFixed(1)}), and ${low.length} of these also when counted in ${MORE_REPETITIONS}${twice.length === 0 ? '' : `: ${twice.join('; ')}`}.`,
  ];
}

const percent = ({ held, intervals }: Count): string => ((100 * held) / intervals).toFixed(1);

const rate = (count: Count | undefined): string => {
  if (count === undefined || count.intervals === 0) return '–';
  const text = percent(count);
  if (isEnough(count)) return text;
  return saysTooFew(count) ? `*${text}*` : `**${text}**`;
};

function table(
  counts: readonly Count[],
  truths: readonly { readonly id: string; readonly value: number; readonly error: number }[],
): string {
  const short = (value: number): string => String(Number(value.toPrecision(4)));
  const rows = truths.flatMap(({ id, value, error }) => {
    const own = counts.filter((count) => count.id === id && count.days > 0);
    if (own.length === 0) return [];
    const cells = DAYS.map((days) =>
      CONFIDENCES.map((confidence) =>
        rate(own.find((count) => count.days === days && count.confidence === confidence)),
      ).join(' · '),
    );
    return [`| \`${id}\` | ${short(value)} ± ${short(error)} | ${cells.join(' | ')} |`];
  });
  return [
    `| measure | true value | ${DAYS.map((days) => `${days} days`).join(' | ')} |`,
    `|---|--:|${DAYS.map(() => '--:|').join('')}`,
    ...rows,
  ].join('\n');
}

function stops(counts: readonly Count[]): string {
  return [
    '| measure | days, mean | half-width, mean | held |',
    '|---|--:|--:|--:|',
    ...counts
      .filter(({ days }) => days === 0)
      .map((count) => {
        const { id, intervals, allDays, halves } = count;
        return `| \`${id}\` | ${Math.round(allDays / intervals)} | ${Number((halves / intervals).toPrecision(3))} | ${rate(count)} |`;
      }),
  ].join('\n');
}
