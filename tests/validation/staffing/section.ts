import { type StaffingFile, staffingLines, summaries } from './results.js';

/** The section of `docs/validation.md`. */
export function staffingSection(file: StaffingFile): string {
  const { run } = file;
  return [
    '## Staffing',
    `\`hallsim staff\` beside problems of one line with exponential times and patience whose best plans are known and
proved outside this repository. It is given the inputs alone and simulates; its plan is then judged by the exact
transient of the day (\`@hallsim/theory\`). S1 asks for counters by half hour, as \`staff\` does, so its optimum is the
optimum. S2 and S3 ask for shifts: plans that are free in each half hour may do with fewer counters, and must
not need more.`,
    [
      ...staffingLines(file).map((line) => `- ${line}`),
      `- Seeds: ${run.seed}. Commit \`${run.commit}\`, ${run.time}, Node ${run.node}.`,
    ].join('\n'),
    `**How to read it.** *Counters* are added up over the half hours of the day. *Kept*: plans that keep the promise
exactly or miss it by less than 0.3 points. *Below bound*: half hours with fewer counters than any plan must have
in which no more wait than the problem allows; \`staff\` is told of that only in S1. *Days*: simulated in one search, all
plans together, mean.`,
    [
      '| problem | promise | seeds | best known | fewest | mean | most | gap | kept | below bound | days |',
      '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
      ...summaries(file).map((one) => {
        const { problem, searches, fewest, mean, most, gap, kept, below, days } = one;
        const best = `${problem.best.counters}${problem.best.of === 'shifts' ? ' (shifts)' : ''}`;
        return `| ${problem.id} | ${problem.what} | ${searches} | ${best} | ${fewest} | ${mean.toFixed(1)} | ${most} | ${(100 * gap).toFixed(1)} % | ${kept} | ${below} | ${days.toLocaleString('en')} |`;
      }),
    ].join('\n'),
  ].join('\n\n');
}
