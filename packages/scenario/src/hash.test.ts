import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, parseScenario, scenarioHash } from './index.js';
import type { Scenario } from './index.js';
import { hallText, smallHall } from './testing/documents.js';

test('the example of RFC 8785, section 3.2.2, has its canonical form', () => {
  const input = JSON.parse(
    String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
  ) as unknown;
  expect(canonicalJson(input)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('keys stand in the order of RFC 8785, section 3.2.3: by UTF-16 code units', () => {
  const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
  const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
  expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
});

test.each([
  [-0, '0'],
  [1e21, '1e+21'],
  [9007199254740993, '9007199254740992'],
  [5e-324, '5e-324'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
])('%d is written %s', (value, text) => expect(canonicalJson(value)).toBe(text));

test.each([NaN, Infinity, -Infinity, '\ud800', () => 0, Symbol('x')])('%o is no JSON', (value) => {
  expect(() => canonicalJson([value])).toThrow(TypeError);
});

test('canonical JSON is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
    }),
    { seed: 8 },
  );
});

test('the hash is the SHA-256 of the canonical form', () => {
  // Both are published values: of "{}" and of "null".
  expect(scenarioHash({} as Scenario)).toBe(
    'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
  );
  expect(scenarioHash(null as unknown as Scenario)).toBe(
    'sha256:74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b',
  );
});

test('blanks and the order of keys do not change the hash, a value does', () => {
  const hash = (text: string): string => {
    const result = parseScenario(text);
    return result.ok ? scenarioHash(result.scenario) : 'not valid';
  };
  const text = hallText('riverside-telecom');
  const hall = JSON.parse(text) as Record<string, unknown>;
  const reversed = JSON.stringify(Object.fromEntries(Object.entries(hall).reverse()));
  expect(hash(reversed)).toBe(hash(text));
  expect(hash(text.replace('"42 per hour"', '"43 per hour"'))).not.toBe(hash(text));
  expect(hash(JSON.stringify(smallHall()))).toMatch(/^sha256:[0-9a-f]{64}$/);
});
