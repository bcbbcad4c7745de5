import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collector } from '../issue.js';
import { JsonReader } from './json.js';

function read(text: string): { value: unknown; codes: string[]; lines: (number | null)[] } {
  const { problems, report } = collector();
  const value = new JsonReader(text, report).read();
  return { value, codes: problems.map((p) => p.code), lines: problems.map((p) => p.line) };
}

const hasReserved = (text: string): boolean => /__proto__|constructor|prototype/.test(text);

test('what JSON.parse accepts is read to the same value', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (text, indent) => {
      fc.pre(!hasReserved(text));
      const value: unknown = JSON.parse(text);
      const found = read(JSON.stringify(value, null, indent));
      expect(found).toEqual({ value, codes: [], lines: [] });
    }),
    { seed: 3 },
  );
});

test('what JSON.parse refuses is reported', () => {
  const alphabet = fc.constantFrom(...'{}[]",:0123456789.eE+-truefalsn \\u\n');
  fc.assert(
    fc.property(fc.string({ unit: alphabet, maxLength: 12 }), (text) => {
      let valid = true;
      try {
        JSON.parse(text);
      } catch {
        valid = false;
      }
      const { codes } = read(text);
      const only = codes.filter((c) => !/duplicate-key|number-too-large|broken-text/.test(c));
      expect(only.length === 0).toBe(valid);
    }),
    { seed: 4, numRuns: 3000 },
  );
});

test.each([
  ['{ "a": 1, // one\n "b": 2 }', ['json-comment'], [1], { a: 1, b: 2 }],
  ['/* x\n */ [1,\n2,]', ['json-comment', 'json-trailing-comma'], [1, 3], [1, 2]],
  ['{"a": 1,\n"a": 2}', ['duplicate-key'], [2], { a: 2 }],
  ['{"a": 1e999}', ['number-too-large'], [1], { a: Infinity }],
  ['{"a": "\\ud800"}', ['broken-text'], [1], { a: '\ufffd' }],
  ['{"a": 1} x', ['not-json'], [1], undefined],
  ["{'a': 1}", ['not-json'], [1], undefined],
  ['[01]', ['not-json'], [1], undefined],
  ['[NaN]', ['not-json'], [1], undefined],
  ['[truely]', ['not-json'], [1], undefined],
  ['"a\nb"', ['not-json'], [1], undefined],
  ['{"a" 1}', ['not-json'], [1], undefined],
  ['[1 2]', ['not-json'], [1], undefined],
  ['[1,,2]', ['not-json'], [1], undefined],
  ['{"a": ', ['not-json'], [1], undefined],
])('%j is reported', (text, codes, lines, value) => {
  expect(read(text)).toEqual({ value, codes, lines });
});

test('keys that reach into prototypes are reported and left out', () => {
  const { value, codes } = read('{"__proto__": {"x": 1}, "a": {"constructor": 1, "prototype": 2}}');
  expect(codes).toEqual(['reserved-key', 'reserved-key', 'reserved-key']);
  expect(value).toEqual({ a: {} });
  expect(({} as { x?: number }).x).toBeUndefined();
});

test('a hundred thousand brackets end in one problem, not in a crash', () => {
  expect(read('['.repeat(100_000)).codes).toEqual(['too-deep']);
  expect(read('{"a":'.repeat(100_000)).codes).toEqual(['too-deep']);
});

test('more values than a scenario can hold end the reading', () => {
  expect(read(`[${'0,'.repeat(300_000)}0]`).codes).toEqual(['too-many-values']);
});

test('the line of a path is where its key stands', () => {
  const text = '{\n"a": {\r\n"b": [1,\n{ "c":\n 2 }] } }';
  const { report } = collector();
  const reader = new JsonReader(text, report);
  const value = reader.read();
  const line = (...path: (string | number)[]): number => reader.lines.lineAt(value, path);
  expect([line(), line('a'), line('a', 'b'), line('a', 'b', 1), line('a', 'b', 1, 'c')]).toEqual([
    1, 2, 3, 4, 4,
  ]);
  expect(line('a', 'nowhere', 'x')).toBe(2);
});
