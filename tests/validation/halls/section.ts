import { COLUMN_IDS, COLUMNS, type Column, type ExpectedRow } from './expected.js';
import { outside } from './outside.js';
import { type HallFile, hallLine, swapped } from './results.js';
import { OTHER_RULES } from './other-rules.js';
import { FREE_COUNTERS, whyOf } from './why.js';

/** The section of `docs/validation.md`. */
export function hallSection({ run, rows }: HallFile, expected: readonly ExpectedRow[]): string {
  const halls = [...new Set(expected.map(({ hall }) => hall))];
  const table = (hall: string): string =>
    [
      `### ${hall}`,
      '',
      `| row | day | ${COLUMN_IDS.map((id) => COLUMNS[id]).join(' | ')} | outside, and why |`,
      `|---|---|${COLUMN_IDS.map(() => '--:|').join('')}---|`,
      ...expected.flatMap((row, i) => {
        const found = rows[i]!;
        if (row.hall !== hall) return [];
        const off = outside(row, found);
        const cell = (id: Column): string => {
          const text = `${row.expected[id]} → ${found.found[id].toFixed(1)}`;
          return off.includes(id) ? `**${text}**` : text;
        };
        const cells = COLUMN_IDS.map(cell).join(' | ');
        return [`| ${row.scenario} | ${row.day} | ${cells} | ${whyOf(row, found, off)} |`];
      }),
    ].join('\n');
  const other = swapped(expected, rows);
  return [
    '## Halls',
    `The four halls in \`examples/halls\` beside another, simpler simulation of the same numbers, which stood
behind their source (\`examples/halls/source/plausibility.json\`). It is no reference, but what is far from it
needs a reason. In each cell: there → here. Waits are minutes, shares percent.

As there, days are those of a calendar: normal dates of a year with a factor for the weekday and the day of the month,
or its peak dates, and not many days that are all like the mean one. A row outside is run again with each rule by
which the source may go instead; those that bring it nearer stand in the last column with where they bring it.`,
    [
      `- ${hallLine(expected, rows)}`,
      ...other.map((pair) => `- In the other order by mean wait: ${pair}.`),
      `- ${run.days} dates from ${run.from} on, of which those of the row's day type are open; ${run.times.normal} times for normal days, ${run.times.peak} times for peak days. Commit \`${run.commit}\`, ${run.time}, Node ${run.node}.`,
    ].join('\n'),
    [...OTHER_RULES, FREE_COUNTERS].map(({ id, words }) => `- *${id}*: ${words}`).join('\n'),
    ...halls.map(table),
  ].join('\n\n');
}
