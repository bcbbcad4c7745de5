import { expect, test } from 'vitest';
import { pageKey } from '../src/view/page-keys.js';

/** What the page makes of a key pressed on an element. */
function pressed(on: Element, key: string, more: KeyboardEventInit = {}): string | null {
  let made: string | null = null;
  const listen = (event: KeyboardEvent): void => {
    made = pageKey(event);
  };
  document.body.replaceChildren(on);
  addEventListener('keydown', listen);
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
  removeEventListener('keydown', listen);
  return made;
}

const input = (type: string): HTMLInputElement =>
  Object.assign(document.createElement('input'), { type });

test('keys of the page work anywhere but in a field', () => {
  const plain = document.createElement('div');
  expect(pressed(plain, 'r')).toBe('reroll');
  expect(pressed(plain, '?', { shiftKey: true })).toBe('help');
  expect(pressed(plain, ']')).toBe('next');
  expect(pressed(input('radio'), 'r')).toBe('reroll');
  expect(pressed(input('text'), 'r')).toBeNull();
  expect(pressed(input('text'), 'z', { ctrlKey: true })).toBeNull();
});

test('Ctrl or Command with Z undoes, with Shift it redoes', () => {
  const plain = document.createElement('div');
  expect(pressed(plain, 'z', { ctrlKey: true })).toBe('undo');
  expect(pressed(plain, 'Z', { metaKey: true, shiftKey: true })).toBe('redo');
  expect(pressed(plain, 'y', { ctrlKey: true })).toBe('redo');
  expect(pressed(plain, 'r', { ctrlKey: true })).toBeNull();
});
