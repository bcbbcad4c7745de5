/** Refuses a value of something with a name. */
export function refuse(name: string, what: string, value: unknown, wanted: string): never {
  throw new RangeError(`${what} of "${name}" is ${String(value)}; it must be ${wanted}.`);
}

/** A whole number of at least `least`, or an error. */
export function whole(name: string, what: string, value: number, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  return refuse(name, what, value, `a whole number of at least ${least}`);
}

/** A finite number of at least 0, or an error. */
export function amount(name: string, what: string, value: number): number {
  if (value >= 0 && value < Infinity) return value;
  return refuse(name, what, value, 'a finite number of at least 0');
}

/** Time of a service, or an error. */
export function time(name: string, value: number): number {
  return amount(name, 'time of a service', value);
}
