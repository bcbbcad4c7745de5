/** Refuses a value of a declaration, naming its place and the way out. */
export function refuse(where: string, value: unknown, wish: string): never {
  const shown =
    typeof value === 'number'
      ? value
      : (JSON.stringify(value) ?? (value === undefined ? 'missing' : `a ${typeof value}`));
  throw new RangeError(`${where} is ${shown}: ${wish}.`);
}

/** `value`, if it is a finite number of at least `least`. */
export function finite(value: number, where: string, least: number = -Infinity): number {
  if (typeof value === 'number' && value >= least && value - value === 0) return value;
  return refuse(
    where,
    value,
    `give a finite number${least === -Infinity ? '' : ` of at least ${least}`}`,
  );
}

/** `value`, if it is a list. */
export function list<Value>(value: Value, where: string): Value & readonly unknown[] {
  return Array.isArray(value) ? value : refuse(where, value, 'give a list');
}

/** `value`, if it is a whole number of at least `least`. */
export function whole(value: number, where: string, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  return refuse(where, value, `give a whole number of at least ${least}`);
}

/** Refuses what is no set of options, and options that there are not; cheap where all is well. */
export function checkOptions(where: string, given: object, keys: readonly string[]): void {
  if (typeof given !== 'object' || given === null) refuseOption(`options of ${where}`, given, keys);
  for (const key in given) {
    if (!keys.includes(key)) refuseOption(`${where}.${key}`, given[key as never], keys);
  }
}

/** Refuses what is none of those there are. */
export function refuseOption(
  where: string,
  value: unknown,
  keys: readonly string[],
  what: string = '',
): never {
  return refuse(where, value, `${what}there ${keys.length > 1 ? 'are' : 'is'} ${keys.join(', ')}`);
}

/**
 * Refuses keys that a declaration does not take, and asks for those it lacks.
 * @param keys those with ? may be left out
 */
export function checkKeys(
  given: object,
  keys: readonly string[],
  where: string,
  what: string = '',
): void {
  for (const [key, value] of Object.entries(given)) {
    if (!keys.includes(key) && !keys.includes(`${key}?`))
      refuseOption(`${where}.${key}`, value, keys, what);
  }
  for (const key of keys) {
    if (!key.endsWith('?') && !(key in given))
      refuseOption(`${where}.${key}`, undefined, keys, what);
  }
}
