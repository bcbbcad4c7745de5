import type { Said } from './say.js';
import { fileMessages } from './file.js';
import { meaningMessages } from './meaning.js';
import { noteMessages } from './notes.js';
import { structureMessages } from './structure.js';

const messages = { ...fileMessages, ...structureMessages, ...meaningMessages, ...noteMessages };

type Messages = typeof messages;

/** Every code an issue can have. */
export type Code = keyof Messages;

/** What the words of a code need to know. */
export type Parameters<C extends Code> = Messages[C] extends (p: infer P) => Said ? P : never;

/** The words of a code in both languages. */
export function words<C extends Code>(code: C, parameters: Parameters<C>): Said {
  // The compiler cannot see that the function and the parameters belong to the same code.
  return (messages[code] as (p: Parameters<C>) => Said)(parameters);
}
