import type { Report } from '../issue.js';
import { LineFinder } from './lines.js';

/** Deepest nesting that is read; a scenario needs eight levels. */
export const maxDepth = 100;
/** Most values that are read, so that a hostile file cannot fill the memory with complaints. */
export const maxValues = 300_000;

const reserved = new Set(['__proto__', 'constructor', 'prototype']);
const loneSurrogate = /\p{Surrogate}/gu;
const numberText = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plainText = /[^"\\\u0000-\u001f]*/y;
// What a keyboard for Chinese writes in place of the marks of JSON.
const wideQuotes = /[\u201c\u201d\uff02]/;
const wideText = /[^"\\\u0000-\u001f\u201c\u201d\uff02]*/y;
const wideMarks: Readonly<Record<string, string>> = { ':': '\uff1a', ',': '\uff0c' };
const wordText = /[A-Za-z0-9_$.+-]+/y;
const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Stop extends Error {}

/**
 * Strict JSON with positions: the value, and the line of every path in it.
 *
 * A comment, a comma too many or a full-width mark is reported and read over, so that the rest is checked in the same
 * go; any other fault of syntax ends the reading. Of a key given twice the last value holds, as in
 * JSON.parse, and both lines are reported. Keys that reach into an object's prototype are reported
 * and left out.
 */
export class JsonReader {
  readonly lines: LineFinder;
  readonly #text: string;
  readonly #report: Report;
  #at = 0;
  #values = 0;
  #path: (string | number)[] = [];

  constructor(text: string, report: Report) {
    this.#text = text;
    this.#report = report;
    this.lines = new LineFinder(text);
  }

  /** The document, or `undefined` when it could not be read to its end. */
  read(): unknown {
    try {
      const value = this.#value();
      this.#space();
      if (this.#at < this.#text.length) this.#stop('the end of the file', '文件结尾');
      return value;
    } catch (error) {
      if (error instanceof Stop) return undefined;
      throw error;
    }
  }

  #stop(en: string, zh: string): never {
    const line = this.lines.lineOf(this.#at);
    wordText.lastIndex = this.#at;
    const found = wordText.exec(this.#text)?.[0].slice(0, 40) ?? this.#text.charAt(this.#at);
    this.#report(
      'not-json',
      [...this.#path],
      { expected: { en, zh }, found },
      { line, value: found },
    );
    throw new Stop();
  }

  #space(): void {
    for (;;) {
      const c = this.#text.charCodeAt(this.#at);
      if (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) this.#at++;
      else if (c === 0x3000) this.#wide(this.#at++, '\u3000', ' ');
      else if (c === 0x2f && /[/*]/.test(this.#text.charAt(this.#at + 1))) this.#comment();
      else return;
    }
  }

  #comment(): void {
    const start = this.#at;
    const block = this.#text.charAt(start + 1) === '*';
    const end = this.#text.indexOf(block ? '*/' : '\n', start + 2);
    this.#at = end < 0 ? this.#text.length : block ? end + 2 : end;
    const value = this.#text.slice(start, Math.min(this.#at, start + 60));
    this.#report('json-comment', [...this.#path], {}, { line: this.lines.lineOf(start), value });
  }

  #value(): unknown {
    this.#space();
    if (++this.#values > maxValues) {
      this.#report('too-many-values', [...this.#path], { most: maxValues }, this.#here());
      throw new Stop();
    }
    const c = this.#text.charAt(this.#at);
    if (c === '{') return this.#nested(() => this.#map());
    if (c === '[') return this.#nested(() => this.#list());
    if (this.#isQuote()) return this.#string();
    if (c === '-' || (c >= '0' && c <= '9')) return this.#number();
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
    ] as const) {
      wordText.lastIndex = this.#at;
      if (this.#text.startsWith(word, this.#at) && wordText.exec(this.#text)?.[0] === word) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#stop('a value', '一个值');
  }

  #here(): { line: number; value: unknown } {
    return { line: this.lines.lineOf(this.#at), value: null };
  }

  #nested(read: () => unknown): unknown {
    if (this.#path.length >= maxDepth) {
      this.#report('too-deep', [], { most: maxDepth }, this.#here());
      throw new Stop();
    }
    return read();
  }

  // Reads what stands between commas until the closing character.
  #members(close: string, member: () => void): void {
    this.#at++;
    this.#space();
    if (this.#text.charAt(this.#at) === close) {
      this.#at++;
      return;
    }
    for (;;) {
      member();
      this.#space();
      const c = this.#text.charAt(this.#at);
      if (c === close) break;
      if (!this.#is(',')) this.#stop(`"," or "${close}"`, `“,” 或 “${close}”`);
      const comma = this.#at++;
      this.#space();
      if (this.#text.charAt(this.#at) === close) {
        const line = this.lines.lineOf(comma);
        this.#report('json-trailing-comma', [...this.#path], { close }, { line, value: ',' });
        break;
      }
    }
    this.#at++;
  }

  #map(): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    const seen = this.lines.startMap(map);
    this.#members('}', () => {
      if (!this.#isQuote()) this.#stop('a key in double quotes', '双引号中的键名');
      const start = this.#at;
      const key = this.#string();
      const first = seen.get(key);
      const line = this.lines.lineOf(start);
      this.#path.push(key);
      if (first !== undefined) {
        const params = { key, first: this.lines.lineOf(first), second: line };
        this.#report('duplicate-key', [...this.#path], params, { line, value: key });
      }
      this.#space();
      if (!this.#is(':')) this.#stop('":"', '“:”');
      this.#at++;
      const value = this.#value();
      if (reserved.has(key)) {
        this.#report('reserved-key', [...this.#path], { key }, { line, value: key });
      } else {
        map[key] = value;
        seen.set(key, start);
      }
      this.#path.pop();
    });
    return map;
  }

  #list(): unknown[] {
    const items: unknown[] = [];
    const starts = this.lines.startList(items);
    this.#members(']', () => {
      this.#space();
      starts.push(this.#at);
      this.#path.push(items.length);
      items.push(this.#value());
      this.#path.pop();
    });
    return items;
  }

  /** Whether a mark stands here. Its full-width twin is reported and taken for it, so that the rest is checked too. */
  #is(mark: string): boolean {
    const c = this.#text.charAt(this.#at);
    if (c === mark) return true;
    if (c !== wideMarks[mark]) return false;
    this.#wide(this.#at, c, mark);
    return true;
  }

  #isQuote(): boolean {
    const c = this.#text.charAt(this.#at);
    return c === '"' || wideQuotes.test(c);
  }

  #wide(position: number, found: string, wanted: string): void {
    const line = this.lines.lineOf(position);
    this.#report('full-width', [...this.#path], { found, wanted }, { line, value: found });
  }

  #string(): string {
    const start = this.#at++;
    const open = this.#text.charAt(start);
    const wide = open !== '"';
    if (wide) this.#wide(start, open, '"');
    const run = wide ? wideText : plainText;
    let value = '';
    for (;;) {
      run.lastIndex = this.#at;
      const plain = run.exec(this.#text)?.[0] ?? '';
      value += plain;
      this.#at += plain.length;
      const c = this.#text.charAt(this.#at);
      if (c === '"' || (wide && wideQuotes.test(c))) break;
      if (c !== '\\') this.#stop('the closing quote of a text', '文本的右引号');
      value += this.#escape();
    }
    this.#at++;
    const whole = value.replace(loneSurrogate, '\ufffd');
    if (whole !== value) {
      const line = this.lines.lineOf(start);
      this.#report('broken-text', [...this.#path], {}, { line, value: whole });
    }
    return whole;
  }

  #escape(): string {
    const letter = this.#text.charAt(this.#at + 1);
    const simple = escapes[letter];
    if (simple !== undefined) {
      this.#at += 2;
      return simple;
    }
    const code = this.#text.slice(this.#at + 2, this.#at + 6);
    if (letter !== 'u' || !/^[0-9a-fA-F]{4}$/.test(code))
      this.#stop('an escape such as \\n', '转义符，如 \\n');
    this.#at += 6;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  #number(): number {
    numberText.lastIndex = this.#at;
    const found = numberText.exec(this.#text)?.[0];
    wordText.lastIndex = this.#at;
    if (found === undefined || wordText.exec(this.#text)?.[0] !== found)
      this.#stop('a number', '一个数');
    const value = Number(found);
    if (!Number.isFinite(value)) {
      const line = this.lines.lineOf(this.#at);
      this.#report(
        'number-too-large',
        [...this.#path],
        { text: found ?? '' },
        { line, value: found },
      );
    }
    this.#at += (found ?? '').length;
    return value;
  }
}
