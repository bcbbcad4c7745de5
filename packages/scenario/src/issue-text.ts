import type { Issue } from './issue.js';

const nouns = {
  problems: { one: 'problem', many: 'problems', zh: '个问题' },
  notes: { one: 'note', many: 'notes', zh: '条说明' },
} as const;

/** The widest column of places; a longer place has a line of its own. */
const widest = 44;

/**
 * Issues as text for a terminal or a page that shows plain text: a heading, then one line for each
 * issue with its place, what is wrong and the way out.
 *
 * ```text
 * scenario.json: 2 problems
 *   staff.trainee.skills[0] (line 48)   "bill-paymnt" is not a service. Did you mean "bill-payment"?
 *   customers.*.share (line 20)         The shares of the customer classes add up to 108%; …
 * ```
 *
 * @param issues What `parseScenario` gave, issues or notes.
 * @param language `'en'` or `'zh'`.
 * @param fileName What to call the file.
 * @param kind What the heading calls them.
 */
export function issueText(
  issues: readonly Issue[],
  language: 'en' | 'zh',
  fileName: string,
  kind: keyof typeof nouns = 'problems',
): string {
  const rows = issues.map((issue) => [place(issue, language), sentence(issue, language)] as const);
  const width = Math.min(widest, Math.max(0, ...rows.map(([where]) => where.length)));
  const lines = rows.flatMap(([where, what]) =>
    where.length > width
      ? [`  ${where}`, `  ${' '.repeat(width)}   ${what}`]
      : [`  ${where.padEnd(width)}${width === 0 ? '' : '   '}${what}`],
  );
  const { one, many, zh } = nouns[kind];
  const n = issues.length;
  const heading =
    language === 'en' ? `${fileName}: ${n} ${n === 1 ? one : many}` : `${fileName}：${n} ${zh}`;
  return [heading, ...lines].join('\n');
}

function place({ path, line }: Issue, language: 'en' | 'zh'): string {
  if (line === null) return path;
  const where = language === 'en' ? `line ${line}` : `第 ${line} 行`;
  return path === '' ? where : `${path} (${where})`;
}

function sentence({ message, fix }: Issue, language: 'en' | 'zh'): string {
  return language === 'en' ? `${message.en} ${fix.en}` : `${message.zh}${fix.zh}`;
}
