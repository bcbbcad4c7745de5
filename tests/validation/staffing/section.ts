import { signed, type StaffingFile, staffingLines, summaries } from './results.js';

/** The section of `docs/validation.md`. */
export function staffingSection(file: StaffingFile): string {
  const { run } = file;
  const all = summaries(file);
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
exactly, and with them those that miss it by less than 0.3 points, which \`staff\` calls equal. *Below bound*: half
hours with fewer counters than any plan must have in which no more wait than the problem allows; \`staff\` is told of
that only in S1. *Days*: simulated in one search, all plans together, mean.`,
    [
      '| problem | promise | seeds | best known | fewest | mean | most | gap | kept | below bound | days |',
      '|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
      ...all.map((one) => {
        const { problem, searches, fewest, mean, most, gap, below, days } = one;
        const best = `${problem.best.counters}${problem.best.of === 'shifts' ? ' (shifts)' : ''}`;
        const kept = `${one.keptExactly}, ${one.kept}`;
        return `| ${problem.id} | ${problem.what} | ${searches} | ${best} | ${fewest} | ${mean.toFixed(1)} | ${most} | ${signed(gap)} | ${kept} | ${below} | ${days.toLocaleString('en')} |`;
      }),
    ].join('\n'),
    `Every plan with one counter less in one half hour is listed by \`staff\` with an interval and called failing or a
tie; here the exact transient says what it reaches. *Intervals hold it*: of those at 95 %. *Keep it*: with one counter
less the promise is kept exactly, so the plan has a counter too many.`,
    [
      '| problem | plans with one less | intervals hold it | said to fail | of these keep it | ties | of these keep it |',
      '|---|--:|--:|--:|--:|--:|--:|',
      ...all.map(({ problem, neighbours, held, failing, wronglyFailing, keeping }) => {
        const share = `${((100 * held) / neighbours).toFixed(1)} %`;
        const ties = `${neighbours - failing} | ${keeping - wronglyFailing}`;
        return `| ${problem.id} | ${neighbours} | ${share} | ${failing} | ${wronglyFailing} | ${ties} |`;
      }),
    ].join('\n'),
  ].join('\n\n');
}
