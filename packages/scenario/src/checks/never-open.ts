import type { Report } from '../issue.js';
import { isCounterPool, openingHours } from '../readers.js';
import type { OpeningHours } from '../readers.js';
import type { CounterGroup, DayType, Scenario, StaffGroup } from '../types.js';
import { clock } from '../units.js';
import { askedFor, atKiosk, classesOf, serves, type Server, serversOf } from './who-serves.js';

/**
 * Notes services whose customers wait in vain, because no counter or clerk for them is ever there and
 * no kiosk can do it: legal, and seldom meant. By the day type, whose roster may leave counters closed.
 */
export function noteNeverOpen(scenario: Scenario, note: Report): void {
  const types = Object.entries(scenario.demand.dayTypes ?? {});
  const days: (readonly [string | null, DayType])[] = types.length > 0 ? types : [[null, {}]];
  const inVain = new Map<string, { service: string | null; customers: string[]; on: string[] }>();
  for (const [day, type] of days) {
    for (const one of waitingInVain(scenario, day === null ? [] : [{ value: type }], type.roster)) {
      const key = JSON.stringify(one);
      const found = inVain.get(key) ?? { ...one, on: [] };
      inVain.set(key, found);
      if (day !== null) found.on.push(day);
    }
  }
  const classes = classesOf(scenario);
  const servers = serversOf(scenario) ?? [];
  for (const { service, customers, on } of inVain.values()) {
    const known = on.length === types.length ? null : on;
    if (service === null) {
      note('never-open', ['counters'], { days: known }, { value: scenario.counters });
      continue;
    }
    const able = servers.filter((server) => customers.some((id) => serves(server, service, id)));
    const parameters = {
      service,
      customers: customers.length === classes.length ? null : customers,
      days: known,
      able: [...new Set(able.map(({ path }) => path.join('.')))],
    };
    note('never-open-for', ['services', service], parameters, { value: service });
  }
}

/** Services and the classes that wait in vain for them on a day; service `null`: nobody works at all. */
function waitingInVain(
  scenario: Scenario,
  types: readonly { readonly value: unknown }[],
  roster: string | undefined,
): { service: string | null; customers: string[] }[] {
  const { kiosks } = scenario;
  const hours = openingHours(scenario.day);
  const servers = serversOf(scenario) ?? [];
  const there = servers.filter((server) => isEverThere(scenario, server, roster, hours));
  const classes = classesOf(scenario);
  const found = askedFor(scenario, types).flatMap(([service, by]) => {
    const customers = classes.filter(
      (id) =>
        by.has(id) &&
        !there.some((server) => serves(server, service, id)) &&
        !((kiosks?.count ?? 0) > 0 && atKiosk(scenario, service, id)),
    );
    return customers.length > 0 ? [{ service, customers }] : [];
  });
  return found.length > 0 && there.length === 0 ? [{ service: null, customers: [] }] : found;
}

function isEverThere(
  { counters, staff = {} }: Scenario,
  { path }: Server,
  roster: string | undefined,
  hours: OpeningHours,
): boolean {
  const [, id = '', , kind = ''] = path.map(String);
  if (isCounterPool(counters)) return counters.count > 0 && isEverOnDuty(staff[id], hours);
  const group = counters[id];
  if (group === undefined || group.count === 0) return false;
  return group.staff ? isEverOnDuty(group.staff[kind], hours) : isEverOpen(group, roster, hours);
}

/** Whether a counter of the group opens at some time, by the roster or beyond it. */
function isEverOpen(
  { open = {}, elastic }: CounterGroup,
  roster: string | undefined,
  { periods }: OpeningHours,
): boolean {
  if (elastic !== undefined && elastic.more > 0) return true;
  const steps = Object.entries(open[roster ?? Object.keys(open)[0] ?? ''] ?? {})
    .map(([time, count]) => ({ from: clock(time), count }))
    .toSorted((a, b) => a.from - b.from);
  return steps.some(({ from, count }, i) => {
    const next = steps[i + 1];
    // the last level holds until the hall is empty
    if (count === 0 || next === undefined) return count > 0;
    return periods.some((period) => from < period.to && next.from > period.from);
  });
}

function isEverOnDuty(clerks: StaffGroup | undefined, { periods }: OpeningHours): boolean {
  if (clerks === undefined || clerks.headcount === 0 || clerks.absent === '100%') return false;
  const from = clock(clerks.shift.from);
  const to = clock(clerks.shift.to);
  return periods.some((period) => from < period.to && to > period.from);
}
