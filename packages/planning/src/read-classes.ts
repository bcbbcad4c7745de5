import { type Issue, parseDocument } from '@hallsim/scenario';
import { issuesOf, said } from './checks.js';
import { ofClassesFile } from './classes-file-words.js';
import type { QueueClassSpec, QueueDiscipline } from './queue-spec.js';
import { type ClassDefaults, readClass } from './read-class.js';

/** The classes in a file, or everything that is wrong with it. */
export type ReadClasses =
  | { readonly ok: true; readonly classes: Readonly<Record<string, QueueClassSpec>> }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads a file of classes, `{ ID: { arrivals, service, patience?, priority, rate? } }`. Never throws;
 * issues have path and line.
 *
 * @param defaults service and patience of classes that have none of their own
 */
export function readQueueClasses(
  source: string | Uint8Array,
  discipline: QueueDiscipline,
  defaults: ClassDefaults = {},
): ReadClasses {
  const read = parseDocument(source);
  if (!read.ok) return { ok: false, issues: read.issues.map(ofClassesFile) };
  const { document, lineAt } = read;
  const checks = issuesOf();
  const isMap = typeof document === 'object' && document !== null && !Array.isArray(document);
  const entries = isMap ? Object.entries(document) : [];
  if (entries.length === 0 || entries.length > 100) {
    checks.add(
      '',
      isMap ? null : document,
      said(
        isMap ? `There are ${entries.length} classes.` : 'The file holds no object.',
        isMap ? `共有 ${entries.length} 个客户类别。` : '文件内容不是对象。',
        'Write { "ID": { "arrivals": "20 per hour", "service": "exponential 5 min" }, … }, 1 to 100 classes.',
        '请写成 { "ID": { "arrivals": "20 per hour", "service": "exponential 5 min" }, … }，1 至 100 个类别。',
      ),
    );
  }
  for (const [id, one] of entries.slice(0, 100)) {
    readClass(id, id, one, 1, discipline, checks, defaults);
  }
  if (checks.issues.length === 0) {
    return { ok: true, classes: document as Readonly<Record<string, QueueClassSpec>> };
  }
  const issues = checks.issues.map((issue) => ({
    ...issue,
    line: lineAt(
      issue.path === ''
        ? []
        : pathOf(
            issue.path,
            entries.map(([id]) => id),
          ),
    ),
  }));
  return { ok: false, issues: issues.toSorted((a, b) => a.line - b.line) };
}

function pathOf(path: string, ids: readonly string[]): string[] {
  const id = ids.find((one) => path === one || path.startsWith(`${one}.`)) ?? path;
  return path === id ? [id] : [id, path.slice(id.length + 1)];
}
