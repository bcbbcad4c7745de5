/** Thrown where more work arrives than the servers can do, so that no stationary law exists. */
export class UnstableError extends RangeError {
  /** Work that arrives per time unit over work that can be done; at least 1. */
  readonly utilisation: number;

  constructor(utilisation: number, way: string) {
    super(`unstable: the utilisation is ${utilisation}, it must be below 1; ${way}`);
    this.name = 'UnstableError';
    this.utilisation = utilisation;
  }
}

/** Refuses utilisation >= 1, naming it. */
export function checkStable(
  utilisation: number,
  way = 'add servers, or let customers leave (patience) or be turned away (capacity)',
): void {
  if (!(utilisation < 1)) throw new UnstableError(utilisation, way);
}

function refuse(name: string, value: unknown, wanted: string): never {
  throw new RangeError(`${name} must be ${wanted}, but is ${String(value)}`);
}

/** Refuses what is not a finite number > 0. */
export function checkPositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) refuse(name, value, 'a finite number above 0');
}

/** Refuses what is not a finite number >= 0. */
export function checkNotNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) refuse(name, value, 'a finite number of at least 0');
}

/** Refuses what is not a whole number >= least. */
export function checkCount(name: string, value: number, least = 1): void {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    refuse(name, value, `a whole number of at least ${least}`);
  }
}

/** Refuses what does not lie in [0, 1]. */
export function checkShare(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) refuse(name, value, 'between 0 and 1');
}

/** Refuses what does not lie strictly between 0 and 1. */
export function checkInside(name: string, value: number): void {
  if (!(value > 0 && value < 1)) refuse(name, value, 'above 0 and below 1');
}

/** Refuses an empty list; gives the list back. */
export function checkList<T>(name: string, list: readonly T[]): readonly T[] {
  if (list.length === 0) refuse(name, '[]', 'a list of at least one');
  return list;
}

/** Refuses by a rule of the caller's own. */
export function checkThat(holds: boolean, name: string, value: unknown, wanted: string): void {
  if (!holds) refuse(name, value, wanted);
}
