import type { ParseResult } from './check.js';
import { checkScenario } from './check.js';
import { decode, maxBytes } from './document/decode.js';
import { JsonReader } from './document/json.js';
import { collector, toIssue } from './issue.js';

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
  const failed = (): ParseResult => ({
    ok: false,
    issues: problems.map((problem) => toIssue(problem, () => null)),
  });
  if (source.length > maxBytes) {
    report('file-too-large', [], { most: maxBytes });
    return failed();
  }
  const text = typeof source === 'string' ? source : decode(source);
  if (text === null) {
    report('not-text', [], {});
    return failed();
  }
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (plain.trim() === '') {
    report('empty-file', [], {});
    return failed();
  }
  const reader = new JsonReader(plain, report);
  const document = reader.read();
  if (document === undefined) return failed();
  return checkScenario(document, {
    problems,
    lineAt: (path) => reader.lines.lineAt(document, path),
  });
}
