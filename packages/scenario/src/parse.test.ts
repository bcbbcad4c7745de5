import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { issueText, parseScenario } from './index.js';
import type { Issue } from './index.js';

const file = new URL('../../../examples/halls/riverside-telecom.json', import.meta.url);
const text = readFileSync(file, 'utf8');

function issuesOf(source: string | Uint8Array): readonly Issue[] {
  const result = parseScenario(source);
  return result.ok ? [] : result.issues;
}

// The valid file with one thing changed, as text.
function broken(find: string, replace: string): string {
  expect(text).toContain(find);
  return text.replace(find, replace);
}

const codes = (issues: readonly Issue[]): string[] => issues.map(({ code }) => code);

test('a valid file gives its scenario, unchanged, without notes', () => {
  const result = parseScenario(text);
  expect(result).toEqual({ ok: true, scenario: JSON.parse(text), notes: [] });
});

test('every issue comes at once, in the order of lines, with place, value and way out', () => {
  const issues = issuesOf(
    broken('["bill-payment"], "shift"', '["bill-paymnt"], "shift"')
      .replace('"share": "88%"', '"share": "96%"')
      .replace('"replications": 200', '"replicatons": 200'),
  );
  expect(issues.map(({ code, path, line, value }) => ({ code, path, line, value }))).toEqual([
    { code: 'shares-sum', path: 'customers.*.share', line: 28, value: '108%' },
    { code: 'unknown-id', path: 'staff.trainee.skills[0]', line: 65, value: 'bill-paymnt' },
    { code: 'unknown-key', path: 'run.replicatons', line: 88, value: 'replicatons' },
  ]);
  expect(issueText(issues, 'en', 'scenario.json')).toBe('');
  expect(issueText(issues, 'zh', 'scenario.json')).toBe('');
});
