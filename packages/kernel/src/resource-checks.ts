import { finite, refuse } from './refuse.js';

/** Refuses a value of something with a name. */
export function refuseOf(name: string, what: string, value: unknown, wish: string): never {
  return refuse(`${what} of "${name}"`, value, wish);
}

/** A whole number of at least `least`, or an error; words are made only for the error. */
export function wholeOf(name: string, what: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  return refuseOf(name, what, value, `give a whole number of at least ${least}`);
}

/** A finite number of at least 0, or an error. */
export function finiteOf(name: string, what: string, value: number): number {
  if (typeof value === 'number' && value >= 0 && value < Infinity) return value;
  return finite(value, `${what} of "${name}"`, 0);
}

/** A number of at least 0, Infinity included, or an error. */
export function limitOf(name: string, what: string, value: number): number {
  if (typeof value === 'number' && value >= 0) return value;
  return refuseOf(name, what, value, 'give a number of at least 0');
}

/** Refuses a name that is no text. */
export function checkName(kind: string, name: string): void {
  if (typeof name !== 'string') {
    refuse(`name of a ${kind}`, name, `give a text first, as in ${kind}("desk")`);
  }
}
