import { places } from '../document/loose.js';
import type { Report } from '../issue.js';
import { counterGroups, expectedCustomers, isCounterPool, openingHours } from '../readers.js';
import type { CounterGroup, Scenario } from '../types.js';
import { exactShare } from '../units.js';
import { busiestMoment } from './idle-clerks.js';
import { meanMinutes } from './mean.js';

/** More than so many times the counters that are ever open: no busy day, but a slip such as h for min. */
const FAR_TOO_MANY = 2;

/**
 * Notes a day whose customers would on average keep far more counters busy than are ever open. What
 * kiosks could take off them is left out of the work, and a clerk is taken to work as fast as the fastest.
 */
export function noteFarTooFew(scenario: Scenario, note: Report): void {
  const { dayTypes = {} } = scenario.demand;
  const days = Object.keys(dayTypes);
  const found = (days.length === 0 ? [undefined] : days)
    .map((day) => ({ day, needed: busyOnAverage(scenario, day), open: mostOpen(scenario, day) }))
    .filter(({ needed, open }) => open > 0 && needed > FAR_TOO_MANY * open);
  const [first] = found.toSorted((a, b) => b.needed / b.open - a.needed / a.open);
  if (first === undefined) return;
  const { day, needed, open } = first;
  const parameters = { needed: Math.round(needed), open, days: day === undefined ? null : [day] };
  note('far-too-few', ['counters'], parameters, { value: open });
}

/** Counters that the work of a day keeps busy on average while the hall is open. */
function busyOnAverage(scenario: Scenario, day: string | undefined): number {
  const { customers, demand, kiosks, services } = scenario;
  const usual = Object.fromEntries(Object.entries(services).map(([id, { share }]) => [id, share]));
  const ofDay = (day === undefined ? undefined : demand.dayTypes?.[day]?.mix) ?? usual;
  const atKiosks = kiosks !== undefined && kiosks.count > 0 ? Object.keys(kiosks.services) : [];
  let each = 0;
  for (const { share, mix = ofDay } of Object.values(customers)) {
    for (const [id, part] of Object.entries(mix)) {
      if (atKiosks.includes(id) || atKiosks.includes('*')) continue;
      const { time, timeAt = {} } = services[id]!;
      const times = [time, ...Object.values(timeAt)].map((one) => meanMinutes(one) ?? 0);
      each += exactShare(share) * exactShare(part) * Math.min(...times);
    }
  }
  const speeds = [
    ...places(scenario, 'staff', '*', 'speed'),
    ...places(scenario, 'counters', '*', 'staff', '*', 'speed'),
  ].map(({ value }) => exactShare(String(value)));
  const { periods } = openingHours(scenario.day);
  const open = periods.reduce((sum, { from, to }) => sum + to - from, 0);
  return (expectedCustomers(scenario, day) * each) / Math.max(1, ...speeds) / open;
}

/** Most counters that can be open at once. */
function mostOpen(scenario: Scenario, day: string | undefined): number {
  const { counters, staff = {} } = scenario;
  if (isCounterPool(counters)) {
    return Math.min(counters.count, busiestMoment(Object.values(staff), scenario).onDuty);
  }
  const roster = day === undefined ? undefined : scenario.demand.dayTypes?.[day]?.roster;
  return Object.values(counterGroups(scenario)).reduce(
    (sum, group) => sum + Math.min(group.count, mostOfGroup(group, roster, scenario)),
    0,
  );
}

function mostOfGroup(
  { open = {}, elastic, staff }: CounterGroup,
  roster: string | undefined,
  scenario: Scenario,
): number {
  if (staff !== undefined) return busiestMoment(Object.values(staff), scenario).onDuty;
  const steps = Object.values(open[roster ?? Object.keys(open)[0] ?? ''] ?? {});
  return Math.max(0, ...steps) + (elastic?.more ?? 0);
}
