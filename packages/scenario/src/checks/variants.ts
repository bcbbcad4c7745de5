import type { Path } from '../document/path.js';
import { collector, type Problem } from '../issue.js';
import { at, entries, isMap, step } from '../document/loose.js';
import { mergePatch } from '../merge-patch.js';
import { mostEntries } from './sizes.js';
import { strangeGroups } from './strange-groups.js';

// With so many problems in the base, what variants add is no help, and takes its time.
const enough = 100;

/**
 * Applies every variant and looks at the outcome. What the base has already is not said again,
 * nor anything inside a part of the base that is wrong as a whole; what remains stands at the place
 * in the change that causes it.
 * @param look finds the problems of a document, or the notes about one whose variants have no problems
 */
export function checkVariants<Document>(
  document: Document,
  base: readonly Problem[],
  look: (document: Document) => readonly Problem[],
): readonly Problem[] {
  const variants = entries(at(document, 'variants'));
  if (variants.length > mostEntries || base.length > enough || !isMap(document)) return [];
  const known = new Set(base.map(words));
  const { variants: _, ...plain } = document;
  return variants.flatMap(([id, variant]) => {
    const change = at(variant, 'change');
    if (!isMap(change)) return [];
    const { problems: slips, report } = collector();
    const strange = strangeGroups(plain, change, report);
    const isOfStrange = ({ path: [part, id] }: Problem): boolean =>
      part === 'counters' && strange.includes(String(id));
    const found = look(withChange(plain, change) as Document);
    return [...slips, ...found.filter((problem) => !isOfStrange(problem))]
      .filter((problem) => !known.has(words(problem)) && !base.some((b) => holds(b, problem)))
      .map((problem) => ({
        ...problem,
        path: ['variants', id, 'change', ...within(change, problem.path)],
      }));
  });
}

/**
 * A document with a change applied. Variants are out of the reach of the change and so are format
 * and schema address, which the base answers for.
 */
export function withChange(document: unknown, change: Readonly<Record<string, unknown>>): unknown {
  const { format: _f, $schema: _s, variants: _v, ...allowed } = change;
  return mergePatch(document, allowed);
}

const holds = (outer: Problem, inner: Problem): boolean =>
  outer.path.length > 0 &&
  outer.path.length < inner.path.length &&
  outer.path.every((key, i) => key === inner.path[i]);

const words = ({ code, path, message }: Problem): string =>
  JSON.stringify([code, path, message.en]);

// The part of the path that the change names; the rest of it lies in the base.
function within(change: unknown, path: Path): Path {
  const named: (string | number)[] = [];
  let value = change;
  for (const key of path) {
    value = step(value, key);
    if (value === undefined) break;
    named.push(key);
  }
  return named;
}
