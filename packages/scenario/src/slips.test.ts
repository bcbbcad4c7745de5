import { describe, expect, test } from 'vitest';
import { parseScenario } from './index.js';
import type { Issue } from './index.js';
import { briefly, changed, issuesOf, smallHall } from './testing/documents.js';

// Slips of the hand: what is said names the slip and writes out what was meant.

const time = 'services/pay/time';
const only = (changes: Record<string, unknown>): Issue => {
  const issues = issuesOf(changed(changes));
  expect(briefly(issues)).toHaveLength(1);
  return issues[0]!;
};

test.each([
  ['4min', 'has no blank', '缺少空格', '"4 min"'],
  ['4  min', 'is not written as it is read here', '写法无法识别', '"4 min"'],
  ['4 minutes', 'is not written as it is read here', '写法无法识别', '"4 min"'],
  ['4分钟', 'has no', '', '"4 min"'],
  ['４ min', 'has a full-width "４"', '全角字符 “４”', '"4 min"'],
  ['4\u3000min', 'has a full-width blank', '全角空格', '"4 min"'],
])('the time %j is told as %s', (value, en, zh, meant) => {
  const { code, message, fix } = only({ [time]: { fixed: value } });
  expect(code).toBe('bad-unit');
  if (zh !== '') {
    expect(message.en).toContain(en);
    expect(message.zh).toContain(zh);
  }
  expect(fix.en).toContain(`rite ${meant}.`);
  expect(fix.zh).toContain(`改写为 ${meant}。`);
});

test.each([
  ['a share with a full-width sign', { 'kiosks/willing/general': '40％' }, '"40%"'],
  ['a clock time without its zero', { 'day/opens': '9:00' }, '"09:00"'],
  ['a clock time with a full-width colon', { 'day/lastTicket': '16：45' }, '"16:45"'],
  ['a rate with a stroke', { 'demand/arrivals/09:00': '30/hour' }, '"30 per hour"'],
])('%s is written out as it was meant', (_, changes, meant) => {
  const { fix } = only(changes);
  expect(fix.en).toContain(meant);
  expect(fix.zh).toContain(meant);
});

test.each([
  ['10 minutes', '10 min'],
  ['9min', '9 min'],
  [12, '12 min'],
  ['about ten', '10 min'],
  [true, '10 min'],
])('%j in place of a spread is told the spreads it may be', (value, meant) => {
  const { code, fix } = only({ [time]: value });
  expect(code).toBe('plain-time');
  expect(fix.en).toContain(`{ "exponential": "${meant}" }`);
  expect(fix.zh).toContain(`{ "exponential": "${meant}" }`);
});

test('a number with too many digits is too large, not unreadable', () => {
  const { arrivals: _, ...demand } = smallHall()['demand'] as Record<string, unknown>;
  const profile = { '09:00': '100%' };
  const large = only({ demand: { ...demand, perDay: '99999999999', profile } });
  expect(large.message.en).toBe('"99999999999" is too large.');
  expect(large.fix).toEqual({ en: 'Write at most "1000000".', zh: '最大为 "1000000"。' });
  expect(only({ [time]: { fixed: '0.1234567 min' } }).fix.en).toBe('Write at most 6.');
  const words = only({ demand: { ...demand, perDay: 'many', profile } });
  expect(words.message.en).toBe('"many" is not a number of customers.');
  const bare = only({ demand: { ...demand, perDay: 680, profile } });
  expect(bare.message.en).toBe('680 is not a number of customers in quotation marks.');
});

test('what stands under a key that is none is checked in the same go', () => {
  const issues = issuesOf(changed({ 'customers/VIP': { share: 10, patience: 'long' } }));
  expect(briefly(issues)).toEqual([
    'bad-unit customers.VIP',
    'bad-unit customers.VIP.share',
    'plain-time customers.VIP.patience',
  ]);
});

test('a shift that ends before it starts is one fault, whatever its breaks', () => {
  const shift = { from: '15:00', to: '10:00' };
  const breaks = { tea: { from: '12:00', length: '10 min' } };
  const clerks = { headcount: 2, skills: ['pay', 'plan'], shift, breaks };
  const issues = issuesOf(
    changed({
      'demand/dayTypes/normal/roster': undefined,
      variants: undefined,
      counters: { count: 2 },
      staff: { all: clerks },
    }),
  );
  expect(briefly(issues)).toEqual(['from-after-to staff.all.shift']);
});

test.each([
  [{ day: undefined }, '"day": { "opens": "09:00", "closes": "17:00" }'],
  [{ 'day/closes': undefined }, '"closes": "17:00"'],
  [{ 'services/pay/share': undefined }, '"share": "35%"'],
  [{ 'services/pay/time': undefined }, '"time": { "exponential": "4 min" }'],
  [{ 'counters/front/skills': undefined }, '"skills": ["pay"]'],
])('a key that is missing is shown (%j)', (changes, example) => {
  const issue = issuesOf(changed(changes)).find(({ code }) => code === 'missing-key')!;
  expect(issue.fix).toEqual({ en: `Add it, such as ${example}.`, zh: `请添加，例如 ${example}。` });
});

test('what a missing part is shown as makes a hall', () => {
  const parts = issuesOf({ format: 'service-hall/1' }).map(({ path, fix }) => {
    const [, json = ''] = /^Add it, such as (.*)\.$/.exec(fix.en) ?? [];
    return [path, (JSON.parse(`{${json}}`) as Record<string, unknown>)[path]];
  });
  expect(parts.map(([path]) => path).sort()).toEqual(
    ['counters', 'customers', 'day', 'demand', 'services'].sort(),
  );
  expect(
    issuesOf({
      format: 'service-hall/1',
      ...(Object.fromEntries(parts) as Record<string, unknown>),
    }),
  ).toEqual([]);
});

test('Latin words stand behind a blank in Chinese', () => {
  const { message, fix } = only({ 'kiosks/keepsPlace': 'yes' });
  expect(message.zh).toBe('此处为 “yes”，应为 true 或 false。');
  expect(fix.zh).toBe('请改写为 true 或 false。');
});

describe('full-width marks in place of those of JSON', () => {
  const wide = '{\n"format"： "service-hall/1"，\n“day”：{ "opens": "09:00"，\u3000"closes": 3 } }';
  const read = parseScenario(wide);
  const issues = read.ok ? [] : read.issues;

  test('are all named with their lines, and the rest is read', () => {
    const found = issues.filter(({ code }) => code === 'full-width');
    expect(found.map(({ line, value }) => [line, value])).toEqual([
      [2, '：'],
      [2, '，'],
      [3, '“'],
      [3, '：'],
      [3, '，'],
      [3, '\u3000'],
    ]);
    expect(briefly(issues)).toContain('bad-unit day.closes');
  });

  test('look like what they are in both languages', () => {
    const [colon] = issues.filter(({ value }) => value === '：');
    expect(colon!.message.en).toBe('The full-width "：" stands here in place of ":".');
    expect(colon!.message.zh).toBe('此处是全角的 “：”，应为半角的 “:”。');
    expect(colon!.fix.zh).toContain('半角');
    const [quote] = issues.filter(({ value }) => value === '“');
    expect(quote!.message.en).toBe('The full-width “ stands here in place of ".');
  });

  test('are named where reading ends too', () => {
    const ended = parseScenario('{ "format": ｛ }');
    const [issue] = ended.ok ? [] : ended.issues;
    expect(issue!.message.en).toContain('found the full-width "｛"');
    expect(issue!.message.zh).toContain('却是全角的 “｛”');
    expect(issue!.fix.en).toContain('Switch the keyboard');
  });
});
