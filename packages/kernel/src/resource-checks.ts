import { finite, refuse, refuseOption, whole } from './refuse.js';

/** Refuses a value of something with a name. */
export function refuseOf(name: string, what: string, value: unknown, wish: string): never {
  return refuse(`${what} of "${name}"`, value, wish);
}

/** A whole number of at least `least`, or an error; words are made only for the error. */
export function wholeOf(name: string, what: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  return whole(value, `${what} of "${name}"`, least);
}

/** A finite number of at least `least`, default 0, or an error. */
export function finiteOf(name: string, what: string, value: number, least: number = 0): number {
  if (typeof value === 'number' && value >= least && value - value === 0) return value;
  return finite(value, `${what} of "${name}"`, least);
}

/** A number of at least 0, Infinity included, or an error. */
export function limitOf(name: string, what: string, value: number): number {
  if (typeof value === 'number' && value >= 0) return value;
  return refuseOf(name, what, value, 'give a number of at least 0');
}

/** Refuses a text that is none of those there are; absent is legal. */
export function oneOf(
  name: string,
  what: string,
  value: string | undefined,
  choices: readonly string[],
): void {
  if (value !== undefined && !choices.includes(value)) {
    refuseOption(`${what} of "${name}"`, value, choices);
  }
}

/** Refuses a name that is no text. */
export function checkName(kind: string, name: string): void {
  if (typeof name !== 'string') {
    refuse(`name of a ${kind}`, name, 'give a text');
  }
}
