import { COLUMN_IDS, COLUMNS, type Column, type ExpectedRow } from './expected.js';
import { type HallFile, hallLine, outside, swapped } from './results.js';
import { whyOf } from './why.js';

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
needs a reason. In each cell: there → here. Waits are minutes, shares percent.`,
    [
      `- ${hallLine(expected, rows)}`,
      ...other.map((pair) => `- In the other order by mean wait: ${pair}.`),
      `- ${run.days} days for each row. Commit \`${run.commit}\`, ${run.time}, Node ${run.node}.`,
    ].join('\n'),
    ...halls.map(table),
  ].join('\n\n');
}
