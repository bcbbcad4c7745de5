import { counterGroups, isCounterPool, type Scenario } from '@hallsim/scenario';
import { compileSpread } from './compile-spread.js';
import type { GroupPlan } from './compile-groups.js';
import type { FailureModel } from './model.js';

type Failures = NonNullable<NonNullable<Scenario['kiosks']>['failures']>;

/** What of a hall breaks down: its counters in the order of the file, then its kiosks. */
export function compileFailures(scenario: Scenario, plans: readonly GroupPlan[]): FailureModel[] {
  const { kiosks } = scenario;
  return [
    ...counterFailures(scenario, plans),
    ...failing('kiosks', 0, ['kiosks'], kiosks?.count ?? 0, kiosks?.failures),
  ];
}

function counterFailures(scenario: Scenario, plans: readonly GroupPlan[]): FailureModel[] {
  if (isCounterPool(scenario.counters)) {
    const { count, failures } = scenario.counters;
    return failing('room', 0, ['counters'], count, failures);
  }
  let room = 0;
  return Object.entries(counterGroups(scenario)).flatMap(([id, { count, failures, staff }]) => {
    const address = ['counters', id];
    if (staff) return failing('room', room++, address, count, failures);
    const group = plans.findIndex((plan) => plan.id === id);
    return failing('counters', group, address, count, failures);
  });
}

function failing(
  what: FailureModel['what'],
  of: number,
  address: readonly string[],
  count: number,
  failures: Failures | undefined,
): FailureModel[] {
  if (failures === undefined || count === 0) return [];
  const every = compileSpread(failures.every);
  const lasts = compileSpread(failures.lasts);
  return [{ what, of, address, count, every, lasts }];
}
