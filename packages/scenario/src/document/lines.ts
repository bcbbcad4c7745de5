import type { Path } from './path.js';

/** Finds the line of a path in a document that was read from text. Lines count from 1. */
export class LineFinder {
  readonly #text: string;
  #starts: number[] | null = null;
  readonly #maps = new WeakMap<object, Map<string, number>>();
  readonly #lists = new WeakMap<object, number[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /** Begins to note where the keys of a map stand. */
  startMap(map: object): Map<string, number> {
    const positions = new Map<string, number>();
    this.#maps.set(map, positions);
    return positions;
  }

  /** Begins to note where the items of a list stand. */
  startList(items: object): number[] {
    const positions: number[] = [];
    this.#lists.set(items, positions);
    return positions;
  }

  /** The line of a position in the text. */
  lineOf(position: number): number {
    const starts = (this.#starts ??= lineStarts(this.#text));
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low + 1;
  }

  /** The line where the deepest part of the path that exists stands; line 1 for the root. */
  lineAt(root: unknown, path: Path): number {
    let value = root;
    let position = 0;
    for (const key of path) {
      if (typeof value !== 'object' || value === null) break;
      const inner =
        typeof key === 'number' ? this.#lists.get(value)?.[key] : this.#maps.get(value)?.get(key);
      if (inner === undefined) break;
      position = inner;
      value = (value as Record<string | number, unknown>)[key];
    }
    return this.lineOf(position);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
