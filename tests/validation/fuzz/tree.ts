/** One value inside a JSON document: its container and the key or position there. */
export interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
  readonly path: readonly string[];
}

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every place of a document, containers before what is in them. Lists count as maps of positions. */
export function placesOf(document: unknown, above: readonly string[] = []): Place[] {
  if (!isContainer(document)) return [];
  return Object.keys(document).flatMap((key) => {
    const path = [...above, key];
    return [{ parent: document, key, path }, ...placesOf(document[key], path)];
  });
}

export const valueAt = ({ parent, key }: Place): unknown => parent[key];

/** Puts a value under any key, `__proto__` included. */
export function put(parent: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(parent, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** Puts a value at a path, with maps on the way where there are none. */
export function putAt(document: Record<string, unknown>, path: readonly string[], value: unknown) {
  let parent = document;
  for (const key of path.slice(0, -1)) {
    const inner = Object.hasOwn(parent, key) ? parent[key] : undefined;
    const next = isContainer(inner) ? inner : {};
    if (next !== inner) put(parent, key, next);
    parent = next;
  }
  put(parent, path.at(-1) ?? '', value);
}
