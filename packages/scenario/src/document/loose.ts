import type { Path } from './path.js';

// Reading a document that may be wrong anywhere. The checks use these so that one fault does not
// hide the others: what cannot be read is skipped, the schema has already complained about it.

export type Entries = readonly (readonly [string, unknown])[];

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value under a key or position, `undefined` when there is none of its own. */
export function step(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? (value[key] as unknown) : undefined;
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at a path. */
export function at(value: unknown, ...path: Path): unknown {
  return path.reduce<unknown>(step, value);
}

/** The entries of a map in file order; none of anything else. */
export function entries(value: unknown): Entries {
  return isMap(value) ? Object.entries(value) : [];
}

export function keys(value: unknown): readonly string[] {
  return isMap(value) ? Object.keys(value) : [];
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export interface Place {
  readonly path: Path;
  readonly value: unknown;
}

/** Every value whose path has the given shape, `*` standing for any key or position. */
export function places(document: unknown, ...shape: readonly string[]): readonly Place[] {
  let found: Place[] = [{ path: [], value: document }];
  for (const key of shape) {
    const next: Place[] = [];
    for (const { path, value } of found) {
      if (key !== '*') {
        const inner = step(value, key);
        if (inner !== undefined) next.push({ path: [...path, key], value: inner });
      } else if (Array.isArray(value)) {
        value.forEach((inner: unknown, index) =>
          next.push({ path: [...path, index], value: inner }),
        );
      } else {
        for (const [name, inner] of entries(value))
          next.push({ path: [...path, name], value: inner });
      }
    }
    found = next;
  }
  return found;
}

/** The number a unit reader makes of a value, `undefined` where it is no such text. */
export function read(reader: (text: string) => number, value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return reader(value);
  } catch {
    return undefined;
  }
}
