import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergePatch } from './index.js';

// RFC 7396, appendix A.
test.each([
  [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
  [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
  [{ a: 'b' }, { a: null }, {}],
  [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
  [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
  [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
  [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
  [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
  [
    ['a', 'b'],
    ['c', 'd'],
    ['c', 'd'],
  ],
  [{ a: 'b' }, ['c'], ['c']],
  [{ a: 'foo' }, null, null],
  [{ a: 'foo' }, 'bar', 'bar'],
  [{ e: null }, { a: 1 }, { e: null, a: 1 }],
  [[1, 2], { a: 'b', c: null }, { a: 'b' }],
  [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
])('%j patched with %j is %j', (target, patch, result) => {
  expect(mergePatch(target, patch)).toEqual(result);
});

const json = fc.jsonValue();

test('a patch changes neither the target nor itself', () => {
  fc.assert(
    fc.property(json, json, (target, patch) => {
      const before = JSON.stringify([target, patch]);
      mergePatch(target, patch);
      expect(JSON.stringify([target, patch])).toBe(before);
    }),
    { seed: 5 },
  );
});

test('patching twice with the same patch is patching once', () => {
  fc.assert(
    fc.property(json, json, (target, patch) => {
      const once = mergePatch(target, patch);
      expect(mergePatch(once, patch)).toEqual(once);
    }),
    { seed: 6 },
  );
});

test('an empty patch changes no object, and what a patch names is there afterwards', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json), fc.string(), fc.integer(), (target, key, n) => {
      expect(mergePatch(target, {})).toEqual(target);
      const patched = mergePatch(target, Object.fromEntries([[key, n]])) as object;
      expect(Object.getOwnPropertyDescriptor(patched, key)?.value).toBe(n);
    }),
    { seed: 7 },
  );
});

test('a key __proto__ stays an ordinary key', () => {
  const patch: unknown = JSON.parse('{"__proto__": {"polluted": 1}, "a": {"__proto__": {"b": 2}}}');
  const result = mergePatch({ a: {} }, patch) as { a: object; polluted?: unknown };
  expect(result.polluted).toBeUndefined();
  expect(Object.keys(result)).toEqual(['a', '__proto__']);
  expect(Object.getPrototypeOf(result.a)).toBe(Object.prototype);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
