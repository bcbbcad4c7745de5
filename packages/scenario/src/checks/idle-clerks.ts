import type { Report } from '../issue.js';
import type { Path } from '../document/path.js';
import { isCounterPool, openingHours } from '../readers.js';
import type { Scenario, StaffGroup } from '../types.js';
import { clock, clockText } from '../units.js';

/**
 * Notes clerks for whom there is no counter: more on their shifts at one moment than the counters they
 * share. Legal, as when some cover the breaks of others; breaks and absence are left out of account.
 */
export function noteIdleClerks(scenario: Scenario, note: Report): void {
  const { counters, staff } = scenario;
  const pools: (readonly [Path, Readonly<Record<string, StaffGroup>> | undefined, number])[] =
    isCounterPool(counters)
      ? [[['staff'], staff, counters.count]]
      : Object.entries(counters).map(([id, group]) => [
          ['counters', id, 'staff'],
          group.staff,
          group.count,
        ]);
  for (const [path, clerks = {}, count] of pools) {
    const most = busiestMoment(Object.values(clerks), scenario);
    if (count === 0 || most.onDuty <= count) continue;
    const parameters = { clerks: most.onDuty, count, time: clockText(most.time) };
    note('more-clerks-than-counters', path, parameters, { value: most.onDuty });
  }
}

/** When most clerks are on their shifts while the hall is open, the first time of several. */
export function busiestMoment(
  clerks: readonly StaffGroup[],
  { day }: Pick<Scenario, 'day'>,
): { readonly time: number; readonly onDuty: number } {
  const { opens, closes } = openingHours(day);
  const shifts = clerks.map(({ headcount, shift }) => ({
    from: Math.max(opens, clock(shift.from)),
    to: Math.min(closes, clock(shift.to)),
    headcount,
  }));
  return shifts
    .map(({ from: time }) => {
      const there = shifts.filter(({ from, to }) => from <= time && time < to);
      return { time, onDuty: there.reduce((sum, { headcount }) => sum + headcount, 0) };
    })
    .reduce(
      (most, one) =>
        one.onDuty > most.onDuty || (one.onDuty === most.onDuty && one.time < most.time)
          ? one
          : most,
      { time: opens, onDuty: 0 },
    );
}
