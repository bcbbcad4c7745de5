import type { Scenario } from '@hallsim/scenario';

/**
 * What the reference does not tell, as paths into a file with `*` for any id. It is taken out of a
 * hall before both tell its day.
 */
export const NOT_COVERED: readonly string[] = ['rules custom'];

/** The hall without what the reference does not tell. */
export function toldByBoth(scenario: Scenario): Scenario {
  return NOT_COVERED.reduce<unknown>(
    (hall, path) => without(hall, path.split(' ')),
    scenario,
  ) as Scenario;
}

function without(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).flatMap(([name, part]): [string, unknown][] => {
    if (name !== key && key !== '*') return [[name, part]];
    if (rest.length === 0) return [];
    const left = without(part, rest);
    const emptied = rest.length === 1 && isEmpty(left) && !isEmpty(part);
    return emptied ? [] : [[name, left]];
  });
  return Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
