import { decode, maxBytes } from './document/decode.js';
import { JsonReader } from './document/json.js';
import type { Path } from './document/path.js';
import { collector, type Issue, type Problem, type Report, toIssue } from './issue.js';

/** A JSON document that was read from a file. */
export interface ReadDocument {
  readonly document: unknown;
  /** The line of the deepest part of a path that exists, from 1. */
  readonly lineAt: (path: Path) => number;
}

/** The same, or what makes it unreadable. */
export type DocumentResult =
  | ({ readonly ok: true } & ReadDocument)
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The document in a file, as far as it can be read; what is wrong with it goes to `report`. */
export function readDocument(source: string | Uint8Array, report: Report): ReadDocument | null {
  if (source.length > maxBytes) {
    report('file-too-large', [], { most: maxBytes });
    return null;
  }
  const text = typeof source === 'string' ? source : decode(source);
  if (text === null) {
    report('not-text', [], {});
    return null;
  }
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (plain.trim() === '') {
    report('empty-file', [], {});
    return null;
  }
  const reader = new JsonReader(plain, report);
  const document = reader.read();
  if (document === undefined) return null;
  return { document, lineAt: (path) => reader.lines.lineAt(document, path) };
}

/**
 * Reads a JSON file that is no scenario, with the manners of {@link parseScenario}: encodings, lines,
 * keys given twice, comments and sizes are looked at in the same way. Never throws.
 */
export function parseDocument(source: string | Uint8Array): DocumentResult {
  const { problems, report } = collector();
  const read = readDocument(source, report);
  if (read !== null && problems.length === 0) return { ok: true, ...read };
  const lineAt = read?.lineAt ?? (() => null);
  return { ok: false, issues: problems.map((problem: Problem) => toIssue(problem, lineAt)) };
}
