import { type Catalog, en } from './en.js';
import type { Language } from './language.js';
import { type Numbers, numbers } from './numbers.js';
import { zh } from './zh.js';

/** A language with its words and its way to write numbers: what every view is given. */
export interface Words {
  readonly language: Language;
  readonly say: Catalog;
  readonly write: Numbers;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: { language: 'en', say: en, write: numbers('en') },
  zh: { language: 'zh', say: zh, write: numbers('zh') },
};
