import { describe, expect, test } from 'vitest';
import { issueText, parseScenario } from './index.js';
import { briefly, hallText, issuesOf } from './testing/documents.js';

const text = hallText('riverside-telecom');
const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);

function lineOf(words: string, mark: string): number {
  return words.slice(0, words.indexOf(mark)).split('\n').length;
}

test('a valid file gives its scenario, unchanged, without notes', () => {
  expect(parseScenario(text)).toEqual({
    ok: true,
    scenario: JSON.parse(text) as unknown,
    notes: [],
  });
});

test('every issue comes at once, in the order of lines, with place, value and way out', () => {
  const wrong = text
    .replace('"skills": ["bill-payment"],', '"skills": ["bill-paymnt"],')
    .replace('"share": "88%"', '"share": "96%"')
    .replace('"replications": 200', '"replicatons": 200');
  const issues = issuesOf(wrong);
  expect(issues.map(({ code, path, line, value }) => ({ code, path, line, value }))).toEqual([
    {
      code: 'shares-sum',
      path: 'customers.*.share',
      line: lineOf(wrong, '"customers"'),
      value: '108%',
    },
    {
      code: 'unknown-id',
      path: 'staff.trainee.skills[0]',
      line: lineOf(wrong, 'bill-paymnt'),
      value: 'bill-paymnt',
    },
    {
      code: 'unknown-key',
      path: 'run.replicatons',
      line: lineOf(wrong, 'replicatons'),
      value: 'replicatons',
    },
  ]);
  expect(issueText(issues.slice(0, 2), 'en', 'scenario.json')).toBe(
    [
      'scenario.json: 2 problems',
      '  customers.*.share (line 39)          The shares of the customer classes add up to 108%; they should add up to 100%. Change them so that they add up to 100% (0.01% more or less is accepted).',
      '  staff.trainee.skills[0] (line 100)   "bill-paymnt" is not a service. Did you mean "bill-payment"?',
    ].join('\n'),
  );
  expect(issueText(issues.slice(1, 2), 'zh', 'scenario.json')).toBe(
    'scenario.json：1 个问题\n  staff.trainee.skills[0] (第 100 行)   “bill-paymnt” 不是已定义的业务。是否应为 “bill-payment”？',
  );
});

describe('reads', () => {
  const label = '滨江营业厅 · 出账日';
  const labelOf = (source: string | Uint8Array): unknown => {
    const result = parseScenario(source);
    return result.ok && typeof result.scenario.label === 'object'
      ? result.scenario.label.zh
      : result;
  };

  test('UTF-8, with and without a byte order mark', () => {
    expect(labelOf(utf8(text))).toBe(label);
    expect(labelOf(utf8(`\ufeff${text}`))).toBe(label);
    expect(labelOf(`\ufeff${text}`)).toBe(label);
  });

  test('UTF-16 with its mark', () => {
    const units = Uint16Array.from(`\ufeff${text}`, (c) => c.charCodeAt(0));
    expect(labelOf(new Uint8Array(units.buffer))).toBe(label);
  });

  test('GB18030, where the bytes are no UTF-8', () => {
    const words = '{"format": "service-hall/1", "label": "XX"}';
    const bytes = utf8(words);
    // 营业 in GB18030, two bytes each, in place of XX.
    const at = words.indexOf('XX');
    const chinese = [0xd3, 0xaa, 0xd2, 0xb5];
    const gb = Uint8Array.from([...bytes.slice(0, at), ...chinese, ...bytes.slice(at + 2)]);
    const issues = issuesOf(gb);
    expect(briefly(issues)).toContain('missing-key day');
    expect(briefly(issues)).not.toContain('not-text');
  });
});

const missing = ['day', 'demand', 'customers', 'services', 'counters'].map(
  (k) => `missing-key ${k}`,
);

describe('refuses, each with its own words', () => {
  test.each([
    ['an empty file', '', ['empty-file']],
    ['a file of blanks', ' \r\n\t', ['empty-file']],
    ['no bytes at all', new Uint8Array(), ['empty-file']],
    ['what is not JSON', 'staff: 3', ['not-json']],
    ['half a file', text.slice(0, 900), ['not-json demand.dayTypes.billing-day']],
    ['a list', '[]', ['not-an-object']],
    ['a number', '7', ['not-an-object']],
    ['null', 'null', ['not-an-object']],
    ['bytes that are no text', Uint8Array.of(0x7b, 0xff, 0xff, 0xff), ['not-text']],
    ['brackets without end', '['.repeat(100_000), ['too-deep']],
    ['an object without a format', '{}', ['missing-format format', ...missing]],
    ['another format', '{"format": "hall/1"}', ['unknown-format format', ...missing]],
    ['a format that is no text', '{"format": 1}', ['unknown-format format', ...missing]],
    ['a later minor version', '{"format": "service-hall/1.3", "x": 1}', ['newer-format format']],
    ['a later version', '{"format": "service-hall/2"}', ['newer-format format']],
  ])('%s', (_, source, expected) => {
    expect(briefly(issuesOf(source))).toEqual(expected);
  });

  test('more than 20 MB, before anything is read', () => {
    expect(briefly(issuesOf(new Uint8Array(20_000_001)))).toEqual(['file-too-large']);
    expect(briefly(issuesOf(' '.repeat(100_000_000)))).toEqual(['file-too-large']);
  });
});

test('a duplicate key names both lines', () => {
  const issues = issuesOf('{"format": "service-hall/1",\n"run": {"seed": "a",\n\n"seed": "b"}}');
  const found = issues.find(({ code }) => code === 'duplicate-key');
  expect(found?.line).toBe(4);
  expect(found?.message.en).toBe('The key "seed" stands here twice: lines 2 and 4.');
});

test('a comment and a comma too many do not hide other problems', () => {
  const wrong = text
    .replace('"count": 9', '"count": 9, /* nine */')
    .replace('"lineUpTo": 3', '"lineUpTo": "three"');
  expect(briefly(issuesOf(wrong))).toEqual([
    'json-comment counters',
    'json-trailing-comma counters',
    'wrong-type kiosks.lineUpTo',
  ]);
});

test('prototype keys are issues and reach nothing', () => {
  const wrong = text
    .replace('"general": {', '"__proto__": { "share": "1%", "polluted": true }, "general": {')
    .replace('"services": {', '"services": { "constructor": {},')
    .replace(
      '"variants": {',
      '"variants": { "v": { "change": { "__proto__": { "polluted": 1 } } },',
    );
  expect(briefly(issuesOf(wrong)).sort()).toEqual([
    'reserved-key customers.__proto__',
    'reserved-key services.constructor',
    'reserved-key variants.v.change.__proto__',
  ]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('a number too large for the computer is told once', () => {
  const wrong = text.replace('"count": 9', '"count": 1e999');
  expect(briefly(issuesOf(wrong))).toEqual(['number-too-large counters.count']);
});

test('a file full of faults lists a thousand and says that there are more', () => {
  const many = Array.from({ length: 5000 }, (_, i) => `"key${i}": 1`).join(',');
  const issues = issuesOf(text.replace('{', `{${many},`));
  expect(issues).toHaveLength(1001);
  expect(issues.at(-1)?.code).toBe('more-problems');
});
