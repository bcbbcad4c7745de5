import { nearest } from '../nearest.js';

/** A message and its way out, in both languages. */
export interface Said {
  readonly message: { readonly en: string; readonly zh: string };
  readonly fix: { readonly en: string; readonly zh: string };
}

export function say(en: string, zh: string, fixEn: string, fixZh: string): Said {
  return { message: { en, zh }, fix: { en: fixEn, zh: fixZh } };
}

/** A value in words: texts in quotation marks, long ones cut. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  }
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

/** The same for Chinese. */
export function quotedZh(value: unknown): string {
  if (typeof value === 'string') return `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  if (Array.isArray(value)) return '列表';
  if (typeof value === 'object' && value !== null) return '对象';
  return String(value);
}

/** The way out of a misspelt word: the nearest known word, else all of them. */
export function didYouMean(word: string, known: readonly string[]): Said['fix'] {
  const near = nearest(word, known.slice(0, 200));
  if (near !== null) return { en: `Did you mean "${near}"?`, zh: `是否应为 “${near}”？` };
  const some = known.slice(0, 12).map((k) => JSON.stringify(k));
  const more = known.length > some.length ? ', …' : '';
  if (some.length === 0)
    return { en: 'None is defined; add it or delete this.', zh: '尚无定义，请添加或删除此处。' };
  return {
    en: `Known here: ${some.join(', ')}${more}.`,
    zh: `此处可用：${some.join('、')}${more === '' ? '' : '…'}。`,
  };
}

/** For which customer classes something holds; `null` for everybody. */
export const forCustomers = (ids: readonly string[] | null): string =>
  ids === null ? '' : ` for ${ids.map((id) => `"${id}"`).join(', ')}`;

/** The same for Chinese. */
export const forCustomersZh = (ids: readonly string[] | null): string =>
  ids === null ? '' : `（${ids.map((id) => `“${id}”`).join('、')}）`;
