/** What is wrong with a value, its place and the way out. */
export function told(where: string, value: unknown, wish: string): string {
  const shown =
    typeof value === 'number'
      ? value
      : (JSON.stringify(value) ?? (value === undefined ? 'missing' : `a ${typeof value}`));
  return `${where} is ${shown}: ${wish}.`;
}

/** Refuses a value of a declaration, naming its place and the way out. */
export function refuse(where: string, value: unknown, wish: string): never {
  throw new RangeError(told(where, value, wish));
}

/** The way out for who named something that there is not. */
export function thereAre(names: readonly string[]): string {
  return `there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ') || 'none'}`;
}

/** `value`, if it is a finite number of at least `least`. */
export function finite(value: number, where: string, least: number = -Infinity): number {
  return typeof value === 'number' && value >= least && value - value === 0
    ? value
    : refuseNumber(value, where, least);
}

function refuseNumber(value: number, where: string, least: number): never {
  const atLeast = least === -Infinity ? '' : ` of at least ${least}`;
  return refuse(where, value, `give a finite number${atLeast}`);
}

/** Refuses steps so small that they would never move a clock on. */
export function requireMotion(time: number, step: number): void {
  if (time < Infinity && time + step === time) {
    refuse('clock of arrivals', time, `it has no digits for steps of ${step}; begin nearer to 0`);
  }
}

/** `value`, if it is a list. */
export function list<Value>(value: Value, where: string): Value & readonly unknown[] {
  return Array.isArray(value) ? value : refuse(where, value, 'give a list');
}

/** `value`, if it is an object of named things. */
export function record<Value extends object>(value: Value, where: string, wish: string): Value {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : refuse(where, value, wish);
}

/**
 * Checks pairs of a time and a value.
 *
 * @param check of a value, told its place
 * @param equal whether two times in a row may be the same; else they rise
 * @returns the last time
 */
export function checkSteps(
  pairs: readonly (readonly [time: number, value: number])[],
  where: string,
  check: (value: number, where: string) => void,
  equal: boolean = false,
): number {
  let last = -Infinity;
  list(pairs, where).forEach((pair, i) => {
    const [time, value] = list(pair, `${where}[${i}]`);
    finite(time, `${where}[${i}][0]`);
    check(value, `${where}[${i}][1]`);
    if (!(equal ? time >= last : time > last)) {
      refuse(`${where}[${i}][0]`, time, `times must rise, and ${last} is before it`);
    }
    last = time;
  });
  return last;
}

/** Checks a number of servers from each time on. */
export function checkServers(
  steps: readonly (readonly [time: number, servers: number])[],
  where: string,
): void {
  const last = checkSteps(steps, where, (servers, at) => whole(servers, at, 0));
  if (last === -Infinity) refuse(where, steps, 'give at least one step');
}

/** `value`, if it is a whole number of at least `least`. */
export function whole(value: number, where: string, least: number): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  return refuse(where, value, `give a whole number of at least ${least}`);
}

/** `value`, if it is an integer of 32 bits. */
export function integer(value: number, where: string): number {
  return (value | 0) === value ? value : refuse(where, value, 'give an integer of 32 bits');
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
  return refuse(where, value, what + thereAre(keys));
}

/** Refuses a text that is none of those there are; absent is legal. */
export function checkOption(
  where: string,
  value: string | undefined,
  choices: readonly string[],
): void {
  if (value !== undefined && !choices.includes(value)) refuseOption(where, value, choices);
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
    if (!key.endsWith('?') && given[key as never] === undefined)
      refuseOption(`${where}.${key}`, undefined, keys, what);
  }
}
