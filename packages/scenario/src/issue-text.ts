import type { Issue } from './issue.js';

const heading = {
  en: (file: string, n: number) => `${file}: ${n} ${n === 1 ? 'problem' : 'problems'}`,
  zh: (file: string, n: number) => `${file}：${n} 个问题`,
};

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
 * @param issues What `parseScenario` gave; notes can be shown the same way.
 * @param language `'en'` or `'zh'`.
 * @param fileName What to call the file.
 */
export function issueText(
  issues: readonly Issue[],
  language: 'en' | 'zh',
  fileName: string,
): string {
  const rows = issues.map((issue) => [place(issue, language), sentence(issue, language)] as const);
  const width = Math.min(widest, Math.max(0, ...rows.map(([where]) => where.length)));
  const lines = rows.flatMap(([where, what]) =>
    where.length > width
      ? [`  ${where}`, `  ${' '.repeat(width)}   ${what}`]
      : [`  ${where.padEnd(width)}${width === 0 ? '' : '   '}${what}`],
  );
  return [heading[language](fileName, issues.length), ...lines].join('\n');
}

function place({ path, line }: Issue, language: 'en' | 'zh'): string {
  if (line === null) return path;
  const where = language === 'en' ? `line ${line}` : `第 ${line} 行`;
  return path === '' ? where : `${path} (${where})`;
}

function sentence({ message, fix }: Issue, language: 'en' | 'zh'): string {
  return language === 'en' ? `${message.en} ${fix.en}` : `${message.zh}${fix.zh}`;
}
