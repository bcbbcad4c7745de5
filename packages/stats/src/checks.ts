/* What every estimator refuses. Each message names the value, its place and the way out. */

/** Whether no number is NaN or infinite. */
export function allFinite(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // not 0 for NaN and both infinities alone
    if (value - value !== 0) return false;
  }
  return true;
}

/** Whether any number is below 0. */
function anyNegative(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if ((values[i] as number) < 0) return true;
  return false;
}

/** Throws unless every number is finite. */
export function requireFinite(values: Float64Array, name: string): void {
  if (allFinite(values)) return;
  const i = values.findIndex((value) => !Number.isFinite(value));
  throw new RangeError(
    `${name}[${i}] is ${values[i]}: every number must be finite; leave out what was not observed`,
  );
}

/** Throws unless the number is finite. */
export function requireNumber(value: number, name: string): void {
  if (value - value !== 0) throw new RangeError(`${name} is ${value}: it must be a finite number`);
}

/** Throws unless every number is finite and none is negative. */
export function requireWeights(values: Float64Array, name: string): void {
  requireFinite(values, name);
  if (anyNegative(values)) {
    const i = values.findIndex((value) => value < 0);
    throw new RangeError(
      `${name}[${i}] is ${values[i]}: a denominator counts or weighs and cannot be negative; give 0 where nothing was observed`,
    );
  }
}

/** Throws unless both have one entry per day of the same days. */
export function requireSameLength(a: ArrayLike<number>, b: ArrayLike<number>, what: string): void {
  if (a.length !== b.length) {
    throw new RangeError(
      `${what} have ${a.length} and ${b.length} entries: give one entry for each day, in the same order`,
    );
  }
}

/** Throws unless the number lies strictly between 0 and 1. */
export function requireProbability(value: number, name: string): void {
  if (!(value > 0 && value < 1)) {
    throw new RangeError(`${name} is ${value}: give a share between 0 and 1, such as 0.95`);
  }
}
