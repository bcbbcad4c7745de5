type Json = unknown;
type JsonObject = Readonly<Record<string, Json>>;

/**
 * The smallest merge patch (RFC 7396) that turns one document into the other; `undefined` when they
 * agree. Lists are replaced whole. A `null` inside a document cannot be said by a merge patch;
 * scenario files hold none.
 */
export function patchBetween(from: Json, to: Json): Json {
  if (!isObject(from) || !isObject(to)) {
    return JSON.stringify(from) === JSON.stringify(to) ? undefined : to;
  }
  const patch = new Map<string, Json>();
  for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) patch.set(key, null);
  for (const [key, value] of Object.entries(to)) {
    const change = Object.hasOwn(from, key) ? patchBetween(from[key], value) : value;
    if (change !== undefined) patch.set(key, change);
  }
  return patch.size > 0 ? Object.fromEntries(patch) : undefined;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
