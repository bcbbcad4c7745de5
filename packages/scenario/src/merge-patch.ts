const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A JSON merge patch (RFC 7396): what the patch names is replaced, `null` removes, lists are
 * replaced whole. Neither argument is changed; unchanged parts are shared with the result.
 *
 * Safe for any key: a key `__proto__` becomes an ordinary own property and reaches no prototype.
 * Keys keep the order of the target, new ones follow in the order of the patch.
 */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const merged = new Map<string, unknown>(isMap(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value));
  }
  // Object.fromEntries defines properties; assignment would call the setter of __proto__.
  return Object.fromEntries(merged);
}
