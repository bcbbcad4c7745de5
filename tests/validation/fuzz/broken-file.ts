import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BREAK_IDS, type BreakId, BREAKS } from './breaks.js';
import { Choices } from './chance.js';

/** A valid file, as it is broken in one place. */
export interface BrokenFile {
  readonly base: string;
  readonly kind: BreakId;
  readonly source: string | Uint8Array;
}

/** The valid files by path, in one order everywhere. */
export function readBases(root: string): ReadonlyMap<string, string> {
  const files = ['examples/rules', 'examples/halls'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => `${folder}/${name}`),
  );
  const texts = files.map((file) => [file, readFileSync(join(root, file), 'utf8')] as const);
  // rules of one's own come from a module, which a file alone does not have
  return new Map(texts.filter(([, text]) => !text.includes('"custom"')));
}

/** The file number `index`: kinds of breaks take turns, all else is chance of its own. */
export function brokenFile(
  bases: ReadonlyMap<string, string>,
  index: number,
  salt: string,
): BrokenFile {
  const choices = new Choices(index, salt);
  const base = choices.pick([...bases.keys()]);
  const kind = BREAK_IDS[index % BREAK_IDS.length]!;
  const source = BREAKS[kind].apply(bases.get(base)!, choices, [...bases.values()]);
  return { base, kind, source };
}
