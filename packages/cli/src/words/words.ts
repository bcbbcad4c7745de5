import { en, type Words } from './en.js';
import type { Language } from './language.js';
import { zh } from './zh.js';

export type { Words } from './en.js';

/** The two dictionaries. */
export const WORDS: Readonly<Record<Language, Words>> = { en, zh };
