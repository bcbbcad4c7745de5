import type { Report } from './issue.js';
import { at } from './document/loose.js';

/** The format this program writes. */
export const currentFormat = 'service-hall/1';

type Step = (document: unknown) => unknown;

/**
 * From each older format the pure function that makes the next one. A default never changes in
 * place: a file without a key means for ever what it meant when its format was released, so a new
 * default is a step here that writes the old one into the file. Format 1 is the first.
 */
const steps: ReadonlyMap<string, Step> = new Map();

/**
 * Brings a document to the current format, or reports why that cannot be done.
 *
 * `service-hall/1` is the only spelling of version 1; minor numbers (`service-hall/1.3`) come with
 * later keys and are newer than this program.
 *
 * @returns The document, and whether the format is so strange that further checks would mislead.
 */
export function migrate(
  document: unknown,
  report: Report,
): { readonly document: unknown; readonly readable: boolean } {
  const found = at(document, 'format');
  if (found === undefined) {
    report('missing-format', ['format'], {});
    return { document, readable: true };
  }
  let current = document;
  for (;;) {
    const format = at(current, 'format');
    if (format === currentFormat) return { document: current, readable: true };
    const step = typeof format === 'string' ? steps.get(format) : undefined;
    if (step === undefined) break;
    current = step(current);
  }
  const words = JSON.stringify(found) ?? 'undefined';
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words;
  const version =
    typeof found === 'string' ? /^service-hall\/(\d+)(?:\.(\d+))?$/.exec(found) : null;
  if (version !== null && (Number(version[1]) > 1 || Number(version[2] ?? 0) > 0)) {
    report('newer-format', ['format'], { found: shown }, { value: found });
    return { document, readable: false };
  }
  report('unknown-format', ['format'], { found: shown }, { value: found });
  return { document, readable: true };
}
