import { expect, test } from 'vitest';
import { fileMessages } from './file.js';
import { meaningMessages } from './meaning.js';
import { noteMessages } from './notes.js';
import { structureMessages } from './structure.js';

// Parameters that suit every message.
const parameters = {
  id: 'x',
  key: 'x',
  kind: 'service',
  whole: 'mix',
  unit: 'share',
  wanted: ['string', 'object'],
  known: ['y', 'z'],
  found: ['x'],
  given: ['x'],
  keys: ['x'],
  expected: { en: 'a value', zh: '一个值' },
  customers: null,
  days: null,
  able: ['x'],
  value: 'x',
};
const messages = { ...fileMessages, ...structureMessages, ...meaningMessages, ...noteMessages };

test.each(Object.entries(messages))(
  '%s says what is wrong and the way out in both languages',
  (code, say) => {
    const forText = { ...parameters, found: 'x' };
    const given = code === 'one-spread' ? parameters : forText;
    const { message, fix } = say({
      ...given,
      customers: code === 'too-many-customers' ? 3 : null,
    } as never);
    for (const text of [message.en, fix.en]) {
      expect(text).not.toMatch(/\p{Script=Han}/u);
      expect(text).toMatch(/[.?]$/);
    }
    for (const text of [message.zh, fix.zh]) {
      expect(text).toMatch(/\p{Script=Han}/u);
      expect(text).toMatch(/[。？]$/);
    }
  },
);
