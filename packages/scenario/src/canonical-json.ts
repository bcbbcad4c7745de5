/**
 * JSON in the one spelling of RFC 8785 (JSON Canonicalization Scheme): no blanks, keys sorted by
 * their UTF-16 code units, numbers and texts as ECMAScript prints them. Equal documents give equal
 * texts whatever the order of their keys. Keys whose value is `undefined` are left out.
 *
 * @throws TypeError for what JSON cannot hold: NaN, infinities, half characters, functions.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}.`);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`JSON has no ${typeof value}.`);
  const members = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${text(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}

function text(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('The text contains half of a character.');
  return JSON.stringify(value);
}
