import type { Issue, Problem } from './issue.js';
import type { Path } from './document/path.js';
import type { Scenario } from './types.js';
import { collector, maxProblems, toIssue } from './issue.js';
import { words } from './messages/dictionary.js';
import { pathText } from './document/path.js';
import { checkVariants } from './checks/variants.js';
import { isMap } from './document/loose.js';
import { migrate } from './migrate.js';
import { notesOf } from './notes.js';
import { problemsOf } from './problems.js';

/** A scenario with notes about it, or everything that is wrong with the document. */
export type ParseResult =
  | { readonly ok: true; readonly scenario: Scenario; readonly notes: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What reading a document from text found out. */
export interface Reading {
  /** Problems of the text itself. */
  readonly problems: readonly Problem[];
  /** The line of a path. */
  readonly lineAt: (path: Path) => number | null;
}

const fromNowhere: Reading = { problems: [], lineAt: () => null };

/**
 * Checks a document that is already in memory, such as one a page has edited. The same as
 * `parseScenario` of its JSON, but issues have no lines. Never throws.
 */
export function checkScenario(document: unknown, reading: Reading = fromNowhere): ParseResult {
  const { lineAt } = reading;
  const finish = (problems: readonly Problem[]): ParseResult => ({
    ok: false,
    issues: atMost(maxProblems, inOrder(problems.map((problem) => toIssue(problem, lineAt)))),
  });
  const { problems, report } = collector();
  if (!isMap(document)) {
    report('not-an-object', [], {}, { value: document });
    return finish([...reading.problems, ...problems]);
  }
  const migrated = migrate(document, report);
  if (!migrated.readable) return finish([...reading.problems, ...problems]);
  const base = problemsOf(migrated.document).filter(({ path }) => path[0] !== 'format');
  const variants = checkVariants(migrated.document, base, problemsOf);
  const all = withoutEchoes([...reading.problems, ...problems, ...base, ...variants]);
  if (all.length > 0) return finish(all);
  // The checks above are what makes this true.
  const scenario = migrated.document as Scenario;
  const own = notesOf(scenario);
  const notes = [...own, ...checkVariants(scenario, own, notesOf)];
  return { ok: true, scenario, notes: inOrder(notes.map((note) => toIssue(note, lineAt))) };
}

// Two faults found in one slip: a misspelt key is missing under its right name, and a number too
// large for the computer is of no type. The planner hears of the slip once.
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const key = (p: Problem): string => `${p.code} ${pathText(p.path)}`;
  const meant = new Set<string>();
  const seen = new Set<string>();
  for (const { code, path, fix } of problems) {
    const word = code === 'unknown-key' ? /^Did you mean "(.+)"\?$/.exec(fix.en)?.[1] : undefined;
    if (word !== undefined) meant.add(pathText([...path.slice(0, -1), word]));
    if (code === 'number-too-large') seen.add(`wrong-type ${pathText(path)}`);
  }
  return problems.filter((p) => {
    if (p.code === 'missing-key' && meant.has(pathText(p.path))) return false;
    if (p.code === 'duplicate-key' || p.code === 'full-width') return true;
    if (seen.has(key(p))) return false;
    seen.add(key(p));
    return true;
  });
}

function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

// A collector stops by itself; several of them together can still say too much.
function atMost(most: number, issues: readonly Issue[]): readonly Issue[] {
  const listed = issues.filter(({ code }) => code !== 'more-problems');
  if (listed.length === issues.length && listed.length <= most) return issues;
  const { message, fix } = words('more-problems', { listed: most });
  const last = { code: 'more-problems', path: '', line: null, value: null, message, fix };
  return [...listed.slice(0, most), last];
}
