import type { Io } from './io.js';
import type { Language } from './words/language.js';
import { type Words, WORDS } from './words/words.js';

/** What every command is given: the process's edges, and the words to speak. */
export interface Context {
  readonly io: Io;
  readonly language: Language;
  readonly words: Words;
}

export function contextOf(io: Io, language: Language): Context {
  return { io, language, words: WORDS[language] };
}
