import type { HallModel } from '@hallsim/hall';
import { counterGroups, isCounterPool, type Scenario } from '@hallsim/scenario';

/**
 * What a plan of open counters does not have. `elastic`: counters that open beyond the roster when people wait.
 * Of clerks: `shifts`, `breaks`, `absence`, `errors` (services done over), and `breakdowns` of the counters
 * they share.
 */
export type LeftOut = 'elastic' | 'shifts' | 'breaks' | 'absence' | 'errors' | 'breakdowns';

/** What of the hall of a file has no place in a plan of open counters. */
export function leftOutOf({ groups, failures }: HallModel): LeftOut[] {
  const clerks = groups.flatMap((group) => (group.clerks === null ? [] : [group.clerks]));
  const found: readonly (readonly [LeftOut, boolean])[] = [
    ['elastic', groups.some(({ elastic }) => elastic !== null)],
    ['shifts', clerks.length > 0],
    ['breaks', clerks.some(({ breaks }) => breaks.length > 0)],
    ['absence', clerks.some(({ absent }) => absent > 0)],
    ['errors', clerks.some(({ errors }) => errors > 0)],
    ['breakdowns', failures.some(({ what }) => what === 'room')],
  ];
  return found.flatMap(([id, is]) => (is ? [id] : []));
}

/** The hall without counters that open beyond the roster; the same object where there are none. */
export function onRoster(scenario: Scenario): Scenario {
  if (isCounterPool(scenario.counters)) return scenario;
  const groups = Object.entries(counterGroups(scenario));
  if (groups.every(([, { elastic }]) => elastic === undefined)) return scenario;
  const counters = groups.map(([id, { elastic: _, ...group }]) => [id, group] as const);
  return { ...scenario, counters: Object.fromEntries(counters) };
}
