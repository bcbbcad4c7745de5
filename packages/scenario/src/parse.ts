import type { ParseResult } from './check.js';
import { checkScenario } from './check.js';
import { collector, toIssue } from './issue.js';
import { readDocument } from './read-document.js';

/**
 * Reads a scenario file: a checked scenario with notes, or every issue at once, in the order of
 * lines. Never throws.
 *
 * Bytes may be UTF-8, UTF-16 with its mark, or GB18030; a byte order mark is dropped. Files above
 * 20 MB are refused before anything of them is read. Strict JSON: comments and trailing commas are
 * issues. At most 1000 problems are listed.
 */
export function parseScenario(source: string | Uint8Array): ParseResult {
  const { problems, report } = collector();
  const read = readDocument(source, report);
  if (read === null) {
    return { ok: false, issues: problems.map((problem) => toIssue(problem, () => null)) };
  }
  return checkScenario(read.document, { problems, lineAt: read.lineAt });
}
