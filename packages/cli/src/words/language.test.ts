import { expect, test } from 'vitest';
import { chosenLanguage } from './language.js';

test('--lang decides, wherever it stands; the last one if there are two', () => {
  expect(chosenLanguage(['run', 'x', '--lang', 'zh'], { LANG: 'en_GB.UTF-8' })).toBe('zh');
  expect(chosenLanguage(['--lang=en', 'run', 'x'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
  expect(chosenLanguage(['--lang=en', '--lang', 'zh'], {})).toBe('zh');
});

test('without it the system decides: LC_ALL before LC_MESSAGES before LANG', () => {
  expect(chosenLanguage([], { LANG: 'zh_CN.UTF-8' })).toBe('zh');
  expect(chosenLanguage([], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en');
  expect(chosenLanguage([], { LC_ALL: '', LC_MESSAGES: 'zh-Hans', LANG: 'de_DE' })).toBe('zh');
  expect(chosenLanguage([], { LANG: 'de_DE.UTF-8' })).toBe('en');
  expect(chosenLanguage([], {})).toBe('en');
});

test('a language it does not speak is left to the check of the options', () => {
  expect(chosenLanguage(['--lang', 'fr'], { LANG: 'zh_CN' })).toBe('zh');
  expect(chosenLanguage(['--lang'], {})).toBe('en');
});
