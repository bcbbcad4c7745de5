import type { Said } from './say.js';
import { type Repair, repaired } from './repaired.js';
import { didYouMean, quoted, quotedZh, say } from './say.js';

const unitWords = {
  duration: [
    'a length of time',
    '时长',
    '"6 min", "90 s" or "1.5 h"',
    '"6 min"（分钟）、"90 s"（秒）或 "1.5 h"（小时）',
  ],
  rate: [
    'a rate',
    '到达率',
    '"54 per hour" or "0.9 per min"',
    '"54 per hour"（每小时）或 "0.9 per min"（每分钟）',
  ],
  share: ['a share', '百分比', '"35%"', '"35%"'],
  clock: ['a time of day', '时刻', '"09:30", up to "47:59"', '"09:30"，最晚 "47:59"'],
  count: ['a number of customers in quotation marks', '带引号的客户数', '"680"', '"680"'],
  id: [
    'an id',
    '标识',
    '"bill-payment": a small letter first, then a-z, 0-9 and hyphens, at most 60 characters',
    '"bill-payment"（以小写字母开头，其后可用 a-z、0-9 和连字符，最多 60 个字符）',
  ],
  'party-size': ['a party size', '同行人数', '"2" to "200"', '"2" 至 "200"'],
  'month-day': ['a day of the month', '每月的日期', '"1" to "31"', '"1" 至 "31"'],
  date: ['a date', '日期', '"2026-10-01"', '"2026-10-01"'],
} as const;

/** What a text stands for when it has to follow a pattern. */
export type UnitKind = keyof typeof unitWords;

const typeWords = {
  string: ['a text', '文本'],
  number: ['a number', '数'],
  int: ['a whole number', '整数'],
  // After a Chinese character Latin letters stand behind a blank.
  boolean: ['true or false', ' true 或 false'],
  object: ['an object { … }', '对象 { … }'],
  array: ['a list [ … ]', '列表 [ … ]'],
} as const;

/** The kinds of JSON values the format asks for. */
export type TypeName = keyof typeof typeWords;

// Only a number has to be told that it is a text here.
function wordsOf(unit: UnitKind, value: unknown): readonly [string, string, string, string] {
  if (unit !== 'count' || typeof value !== 'string') return unitWords[unit];
  return ['a number of customers', '客户数', '"680"', '"680"'];
}

/** What could not be read for a slip of the hand, and what was meant. */
function repairedWords(value: unknown, { text, slip }: Repair): Said {
  const [was, wasZh, is] = [quoted(value), quotedZh(value), JSON.stringify(text)];
  switch (slip) {
    case 'full-width': {
      const wide = wideCharacter(String(value));
      return say(
        `${was} has a full-width ${wide === ' ' ? 'blank' : JSON.stringify(wide)}.`,
        `${wasZh} 中有全角${wide === ' ' ? '空格' : `字符 “${wide}”`}。`,
        `Switch the keyboard to English (half-width) and write ${is}.`,
        `请切换到英文（半角）输入，改写为 ${is}。`,
      );
    }
    case 'blank':
      return say(
        `${was} has no blank between the number and the unit.`,
        `${wasZh} 的数字与单位之间缺少空格。`,
        `Write ${is}.`,
        `请改写为 ${is}。`,
      );
    case 'spelling':
      return say(
        `${was} is not written as it is read here.`,
        `${wasZh} 的写法无法识别。`,
        `Write ${is}.`,
        `请改写为 ${is}。`,
      );
    case 'number':
      return say(`${was} has no unit.`, `${wasZh} 没有单位。`, `Write ${is}.`, `请改写为 ${is}。`);
  }
}

/** The first character that is wider than those of the format; every kind of blank is one. */
function wideCharacter(text: string): string {
  const wide = [...text].find((one) => one !== one.normalize('NFKC')) ?? '';
  return /\s/.test(wide) ? ' ' : wide;
}

const mosts = {
  duration: '"10000 h"',
  rate: '"100000 per hour"',
  share: '"10000%"',
  count: '"1000000"',
} as const;

/** A number with more digits than are read is well written but for that. */
function tooLong(value: unknown, unit: UnitKind): Said | null {
  if (typeof value !== 'string' || !Object.hasOwn(mosts, unit)) return null;
  const [, whole = '', parts = ''] = /^(\d+)(?:\.(\d+))?\D*$/.exec(value) ?? [];
  if (/^[1-9]\d{9}/.test(whole)) {
    const most = mosts[unit as keyof typeof mosts];
    return say(
      `${quoted(value)} is too large.`,
      `${quotedZh(value)} 过大。`,
      `Write at most ${most}.`,
      `最大为 ${most}。`,
    );
  }
  if (parts.length <= 6) return null;
  return say(
    `${quoted(value)} has ${parts.length} digits after the point.`,
    `${quotedZh(value)} 的小数有 ${parts.length} 位。`,
    'Write at most 6.',
    '最多写 6 位。',
  );
}

/** Faults the schema finds. */
export const structureMessages = {
  'missing-key': (p: { key: string; example?: string | undefined }): Said => {
    const [en, zh] = [`The key "${p.key}" is missing.`, `缺少 “${p.key}”。`];
    if (p.example === undefined) return say(en, zh, 'Add it.', '请添加。');
    const added = `${JSON.stringify(p.key)}: ${p.example}`;
    return say(en, zh, `Add it, such as ${added}.`, `请添加，例如 ${added}。`);
  },
  'unknown-key': (p: { key: string; known: readonly string[] }): Said => ({
    message: { en: `"${p.key}" is not a key here.`, zh: `“${p.key}” 不是此处的键名。` },
    fix: didYouMean(p.key, p.known),
  }),
  'unknown-word': (p: { value: unknown; known: readonly string[] }): Said => ({
    message: {
      en: `${quoted(p.value)} is not one of the words that can stand here.`,
      zh: `此处不能写 ${quotedZh(p.value)}。`,
    },
    fix: didYouMean(String(p.value), p.known),
  }),
  'wrong-type': (p: { value: unknown; wanted: readonly TypeName[] }): Said => {
    const en = p.wanted.map((w) => typeWords[w][0]).join(' or ');
    const zh = p.wanted.map((w) => typeWords[w][1]).join('或');
    if (p.value === null) {
      return say(
        `null stands here; expected ${en}.`,
        `此处为 null，应为${zh}。`,
        'Write a value or delete the key; null removes a key only in a variant.',
        '请填写内容或删除该键；null 仅在方案（variants）中表示删除。',
      );
    }
    return say(
      `${quoted(p.value)} stands here; expected ${en}.`,
      `此处为 ${quotedZh(p.value)}，应为${zh}。`,
      `Write ${en}.`,
      `请改写为${zh}。`,
    );
  },
  'plain-time': (p: { value: unknown }): Said => {
    const time = JSON.stringify(repaired(p.value, 'duration')?.text ?? '10 min');
    return say(
      `${quoted(p.value)} stands here; expected a spread of times.`,
      `此处为 ${quotedZh(p.value)}，应为时长分布。`,
      `Write { "fixed": ${time} }, or { "exponential": ${time} } and the like.`,
      `请写 { "fixed": ${time} }（固定），或 { "exponential": ${time} } 等分布。`,
    );
  },
  'bad-unit': (p: { value: unknown; unit: UnitKind }): Said => {
    const meant = repaired(p.value, p.unit);
    if (meant !== null) return repairedWords(p.value, meant);
    const large = tooLong(p.value, p.unit);
    if (large !== null) return large;
    const [en, zh, example, exampleZh] = wordsOf(p.unit, p.value);
    const negative = typeof p.value === 'string' && /^\s*[-−]\s*\d/.test(p.value);
    return say(
      negative ? `${quoted(p.value)} is less than zero.` : `${quoted(p.value)} is not ${en}.`,
      negative ? `${quotedZh(p.value)} 小于零。` : `${quotedZh(p.value)} 不是${zh}。`,
      `Write it like ${example}.`,
      `写法示例：${exampleZh}。`,
    );
  },
  'too-small': (p: { value: unknown; least: number }): Said =>
    say(
      `${quoted(p.value)} is too small.`,
      `${quotedZh(p.value)} 过小。`,
      `The least is ${p.least}.`,
      `最小为 ${p.least}。`,
    ),
  'too-large': (p: { value: unknown; most: number }): Said =>
    say(
      `${quoted(p.value)} is too large.`,
      `${quotedZh(p.value)} 过大。`,
      `The most is ${p.most}.`,
      `最大为 ${p.most}。`,
    ),
  'wrong-length': (p: { length: number; least: number; most: number }): Said => {
    const en = p.length === 0 ? 'This is empty.' : `This has ${p.length} characters or items.`;
    const zh = p.length === 0 ? '此处为空。' : `此处长度为 ${p.length}。`;
    return say(en, zh, `Give ${p.least} to ${p.most}.`, `长度应为 ${p.least} 至 ${p.most}。`);
  },
  'not-valid': (p: { value: unknown }): Said =>
    say(
      `${quoted(p.value)} cannot stand here.`,
      `此处不能写 ${quotedZh(p.value)}。`,
      'See the format reference.',
      '请参阅格式说明。',
    ),
};
