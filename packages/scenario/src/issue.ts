import type { Path } from './document/path.js';
import { pathText } from './document/path.js';
import type { Code, Parameters } from './messages/dictionary.js';
import { words } from './messages/dictionary.js';

/** A text in both languages of the product. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** One thing that is wrong with a scenario, or (as a note) worth knowing about it. */
export interface Issue {
  /** What kind of fault it is, such as `unknown-key`; stable, for programs. */
  readonly code: string;
  /** Where it stands, such as `staff.trainee.skills[0]`; empty for the file as a whole. */
  readonly path: string;
  /** The line in the file, from 1; `null` when the scenario did not come from text. */
  readonly line: number | null;
  /** The value found there; `null` when there is none or it is too large to show. */
  readonly value: unknown;
  /** What is wrong. */
  readonly message: Bilingual;
  /** The way out. */
  readonly fix: Bilingual;
}

/** An issue before it knows its line. */
export interface Problem {
  readonly code: Code;
  readonly path: Path;
  readonly line: number | null;
  readonly value: unknown;
  readonly message: Bilingual;
  readonly fix: Bilingual;
}

export interface Details {
  readonly line?: number;
  readonly value?: unknown;
}

/** Takes note of a problem. */
export type Report = <C extends Code>(
  code: C,
  path: Path,
  parameters: Parameters<C>,
  details?: Details,
) => void;

/** Most problems of one file that are listed; a hostile file must not fill memory or time. */
export const maxProblems = 1000;

/** A list of problems and the function that adds to it. */
export function collector(): { readonly problems: Problem[]; readonly report: Report } {
  const problems: Problem[] = [];
  const report: Report = (code, path, parameters, details = {}) => {
    if (problems.length > maxProblems) return;
    if (problems.length === maxProblems) {
      const { message, fix } = words('more-problems', { listed: maxProblems });
      problems.push({ code: 'more-problems', path: [], line: null, value: null, message, fix });
      return;
    }
    const { message, fix } = words(code, parameters);
    const { line = null, value = null } = details;
    problems.push({ code, path, line, value, message, fix });
  };
  return { problems, report };
}

/** A value as far as it may stand in an issue: large lists and maps are left out, texts cut. */
function shown(value: unknown): unknown {
  if (typeof value === 'string') return value.length > 200 ? `${value.slice(0, 200)}…` : value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  // Printing a list of 10^5 items only to throw it away would be the slow part of a bad file.
  if (Object.keys(value).length > 20) return null;
  const text = JSON.stringify(value);
  return text.length <= 200 ? value : null;
}

export function toIssue(problem: Problem, lineAt: (path: Path) => number | null): Issue {
  const { code, path, message, fix } = problem;
  const line = problem.line ?? lineAt(path);
  return { code, path: pathText(path), line, value: shown(problem.value), message, fix };
}
