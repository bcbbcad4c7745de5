import type { Io } from './io.js';
import type { Request } from './text/reproduce.js';
import type { Language } from './words/language.js';
import { type Words, WORDS } from './words/words.js';

/** What every command is given: the process's edges, and the words to speak. */
export interface Context {
  readonly io: Io;
  readonly language: Language;
  readonly words: Words;
  /** How the reader can start the program again. */
  readonly program: Request['program'];
}

export function contextOf(io: Io, language: Language): Context {
  // npm names the script that runs; without it the program was started by its own name.
  const program =
    io.env.npm_lifecycle_event === 'hallsim' ? 'npm run --silent hallsim --' : 'hallsim';
  return { io, language, words: WORDS[language], program };
}
