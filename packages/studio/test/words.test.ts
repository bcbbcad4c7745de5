import { expect, test } from 'vitest';
import { startLanguage } from '../src/words/language.js';
import { numbers } from '../src/words/numbers.js';
import { WORDS } from '../src/words/words.js';

/** Every text of a catalogue; functions are called with their parameters' places. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    const made: unknown = (value as (...all: unknown[]) => unknown)('1', '2', '3', '4', '5', '6');
    return texts(made);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

test('no entry of the Chinese catalogue is left in English', () => {
  const foreign = /^(hallsim|English|A|T|R|Home|End|Page|Up|Down|Ctrl|Shift|Z|CSV|JSON|open)$/;
  const { otherLanguage: _, ...bar } = WORDS.zh.say.bar;
  for (const text of texts({ ...WORDS.zh.say, bar }))
    for (const word of text.match(/[A-Za-z]+/g) ?? []) expect(word, text).toMatch(foreign);
});

test('no entry of the English catalogue holds Chinese, but the way to it', () => {
  const { otherLanguage, ...bar } = WORDS.en.say.bar;
  expect(otherLanguage).toBe('中文');
  for (const text of texts({ ...WORDS.en.say, bar })) expect(text).not.toMatch(/[\u4e00-\u9fff]/);
});

test('a link names the language before anything else', () => {
  expect(startLanguage('?lang=zh-CN')).toBe('zh');
  expect(startLanguage('?lang=en')).toBe('en');
});

test('numbers keep their decimals, their sign and no idle zeros', () => {
  const write = numbers('en');
  expect(write.percent(0.9)).toBe('90.0%');
  expect(write.promise(0.85)).toBe('85%');
  expect(write.promise(0.925)).toBe('92.5%');
  expect(write.signed(-0.26)).toBe('−0.3');
  expect(write.signed(-0.26, 0.1)).toBe('−0.26');
  expect(write.signed(0.4)).toBe('+0.4');
  expect(write.one(1234.5)).toBe('1,235');
});
