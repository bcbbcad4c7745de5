import { BREAK_IDS, BREAKS } from './breaks.js';
import { type FuzzFile, fuzzLine } from './results.js';

/** The section of `docs/validation.md`. */
export function fuzzSection(file: FuzzFile): string {
  const { run, fates, failures } = file;
  const count = (n: number): string => n.toLocaleString('en');
  return [
    '## Broken files',
    `Every example file is broken in one place, and must end in issues with words in both languages, or in
days that run to their end: no crash, no hang, nobody lost, no number in the summary that is none. Of a
file that is still valid two days are simulated, and two of its first variant.`,
    [
      `- ${fuzzLine(file)}`,
      `- Made of ${run.bases} files; what is done to a file comes from its number${run.salt === '' ? '' : ` and the salt \`${run.salt}\``}.`,
      `- Commit \`${run.commit}\`, ${run.time}, Node ${run.node}; ${run.minutes} minutes on ${run.workers} threads.`,
    ].join('\n'),
    [
      '| break | what is done | issues | days | too large |',
      '|---|---|--:|--:|--:|',
      ...BREAK_IDS.map((id) => {
        const { issues, runs, large } = fates[id];
        return `| ${id} | ${BREAKS[id].does} | ${count(issues)} | ${count(runs)} | ${count(large)} |`;
      }),
    ].join('\n'),
    ...failures.map(
      ({ file: n, kind, base, error }) => `- File ${n} (${kind} of ${base}): ${error}`,
    ),
  ].join('\n\n');
}
