import type { HostRules } from '@hallsim/hall';
import type { Io } from './io.js';
import type { Language } from './words/language.js';
import { type Words, WORDS } from './words/words.js';

/** How the program was started: by its name, or by the script of a clone. */
export type Program = 'hallsim' | 'npm run --silent hallsim --';

/** What every command is given: the process's edges, and the words to speak. */
export interface Context {
  readonly io: Io;
  readonly language: Language;
  readonly words: Words;
  /** How the reader can start the program again. */
  readonly program: Program;
  /** Rules of the reader's own, by id. */
  readonly rules: HostRules;
}

export function contextOf(io: Io, language: Language): Context {
  // npm names the script that runs; without it the program was started by its own name.
  const program =
    io.env.npm_lifecycle_event === 'hallsim' ? 'npm run --silent hallsim --' : 'hallsim';
  return { io, language, words: WORDS[language], program, rules: {} };
}
