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
  return value >= 0 && value < Infinity ? value : finite(value, `${what} of "${name}"`, 0);
}

/** A number of at least 0, Infinity included, or an error. */
export function limitOf(name: string, what: string, value: number): number {
  return value >= 0 ? value : refuseOf(name, what, value, 'give a number of at least 0');
}
