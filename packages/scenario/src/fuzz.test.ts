import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyVariant, canonicalJson, issueText, parseScenario, scenarioHash } from './index.js';
import type { ParseResult } from './index.js';
import { hallText, smallHall } from './testing/documents.js';

const files = [JSON.stringify(smallHall()), hallText('riverside-telecom'), hallText('gov-hall')];

// What a result has to be like, whatever was put in.
function sound(result: ParseResult): void {
  const issues = result.ok ? result.notes : result.issues;
  if (!result.ok) expect(issues.length).toBeGreaterThan(0);
  for (const { code, path, line, value, message, fix } of issues) {
    expect(code).toMatch(/^[a-z-]+$/);
    expect(typeof path).toBe('string');
    if (line !== null) expect(line).toBeGreaterThan(0);
    expect(value).not.toBeUndefined();
    for (const text of [message.en, message.zh, fix.en, fix.zh]) {
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text.length).toBeGreaterThan(1);
    }
  }
  expect(issueText(issues, 'zh', 'x').length).toBeGreaterThan(0);
  // What a program prints as JSON has to survive it.
  expect(JSON.parse(JSON.stringify(issues))).toEqual(issues);
}

type Break = (parent: Record<string | number, unknown>, key: string | number) => void;

const strange = fc.oneof(
  fc.constantFrom(
    null,
    true,
    -1,
    0,
    1.5,
    1e308,
    '',
    '%',
    '-1 min',
    '99:99',
    '100%',
    '0 min',
    '1e9 h',
    'x',
  ),
  fc.constantFrom(
    [],
    {},
    [null],
    { a: { b: [] } },
    ['pay', 'pay'],
    { '09:00': 1 },
    { fixed: '1 min' },
  ),
  fc.jsonValue(),
);

const breaks: fc.Arbitrary<Break> = fc.oneof(
  strange.map(
    (value): Break =>
      (parent, key) =>
        void (parent[key] = value),
  ),
  fc.constant<Break>((parent, key) => void delete parent[key]),
  fc.string().map(
    (name): Break =>
      (parent, key) => {
        const value = parent[key];
        delete parent[key];
        Object.defineProperty(parent, name, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      },
  ),
);

function places(value: unknown): [Record<string | number, unknown>, string | number][] {
  if (typeof value !== 'object' || value === null) return [];
  const map = value as Record<string | number, unknown>;
  return Object.keys(map).flatMap((key) => [
    [map, key] as [typeof map, string],
    ...places(map[key]),
  ]);
}

test('a valid file broken in one place ends in issues or in a valid scenario', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), breaks, (file, where, change) => {
      const document = JSON.parse(file) as unknown;
      const all = places(document);
      const [parent, key] = all[where % all.length] ?? [{}, 'x'];
      change(parent, key);
      const result = parseScenario(JSON.stringify(document));
      sound(result);
      if (!result.ok) return;
      expect(scenarioHash(result.scenario)).toMatch(/^sha256:/);
      for (const id of Object.keys(result.scenario.variants ?? {}).slice(0, 1)) {
        expect(applyVariant(result.scenario, id).ok).toBe(true);
      }
    }),
    { seed: 9, numRuns: 400 },
  );
});

test('a valid file with one piece of its text replaced ends in issues or in a valid scenario', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(8),
      fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom('{', '}', '[', ',', '"', '1e999', '//', '\\'),
      ),
      (file, where, length, text) => {
        const at = Math.floor(where * file.length);
        sound(parseScenario(file.slice(0, at) + text + file.slice(at + length)));
      },
    ),
    { seed: 10, numRuns: 400 },
  );
});

test('any text and any bytes end in issues or in a valid scenario', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.uint8Array({ maxLength: 200 })), (source) => {
      sound(parseScenario(source));
    }),
    { seed: 11, numRuns: 500 },
  );
});

test('what is printed and read again is the same', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.constantFrom(undefined, 2, '\t'), (file, indent) => {
      const first = parseScenario(file);
      if (!first.ok) throw new Error('the file is valid');
      const again = parseScenario(JSON.stringify(first.scenario, null, indent));
      expect(again.ok && again.scenario).toEqual(first.scenario);
      expect(parseScenario(canonicalJson(first.scenario)).ok).toBe(true);
    }),
    { seed: 12, numRuns: 9 },
  );
});
