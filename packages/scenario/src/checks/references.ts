import type { IdKind } from '../messages/meaning.js';
import type { Report } from '../issue.js';
import type { Place } from '../document/loose.js';
import { at, entries, isMap, keys, list, places } from '../document/loose.js';

/** Ids that stand for something are defined, and nothing is listed twice. */
export function checkReferences(document: unknown, report: Report): void {
  const services = defined(at(document, 'services'));
  const customers = defined(at(document, 'customers'));
  const dayTypes = defined(at(document, 'demand', 'dayTypes') ?? {});
  const check = (kind: IdKind, known: Defined, places: readonly Place[]): void => {
    if (known === null) return;
    const all = new Set(known);
    for (const { path, value } of places) {
      if (typeof value !== 'string' || all.has(value)) continue;
      report('unknown-id', path, { id: value, kind, known }, { value });
    }
  };
  const skills = [
    ...places(document, 'staff', '*', 'skills'),
    ...places(document, 'counters', '*', 'skills'),
    ...places(document, 'counters', '*', 'staff', '*', 'skills'),
  ];
  const served = places(document, 'counters', '*', 'customers');
  const helped = places(document, 'counters', '*', 'helps', 'skills');
  const helpedClasses = places(document, 'counters', '*', 'helps', 'customers');
  check('service', services, [...skills, ...helped].flatMap(itemsOf));
  const mixes = [
    ...places(document, 'demand', 'dayTypes', '*', 'mix'),
    ...places(document, 'demand', 'dayTypes', '*', 'rushes', '*', 'mix'),
    ...places(document, 'customers', '*', 'mix'),
  ];
  check('service', services, mixes.flatMap(keysOf));
  check(
    'service',
    services && ['*', ...services],
    places(document, 'kiosks', 'services').flatMap(keysOf),
  );
  check('customer', customers, [...served, ...helpedClasses].flatMap(itemsOf));
  const willing = [
    ...places(document, 'kiosks', 'willing'),
    ...places(document, 'kiosks', 'services', '*', 'willing'),
    ...places(document, 'kiosks', 'greeter', 'adds'),
  ];
  check('customer', customers, willing.flatMap(keysOf));
  check('day-type', dayTypes, places(document, 'demand', 'dayType'));
  check('day-type', dayTypes, places(document, 'calendar', '*', '*', 'dayType'));
  for (const place of [...skills, ...served, ...helped, ...helpedClasses]) {
    reportTwice(place, report);
  }
  checkTimesAt(document, report);
  checkRosters(document, report);
}

// `null` where the definitions themselves cannot be read.
type Defined = readonly string[] | null;
const defined = (map: unknown): Defined => (isMap(map) ? keys(map) : null);

const itemsOf = ({ path, value }: Place): Place[] =>
  list(value).map((item, i) => ({ path: [...path, i], value: item }));

const keysOf = ({ path, value }: Place): Place[] =>
  keys(value).map((key) => ({ path: [...path, key], value: key }));

function reportTwice(place: Place, report: Report): void {
  const seen = new Set<unknown>();
  for (const { path, value } of itemsOf(place)) {
    if (typeof value === 'string' && seen.has(value))
      report('listed-twice', path, { id: value }, { value });
    seen.add(value);
  }
}

// A time at a group or with clerks is for somebody who does that service.
function checkTimesAt(document: unknown, report: Report): void {
  const counters = at(document, 'counters');
  if (!isMap(counters)) return;
  const pool = Object.hasOwn(counters, 'count');
  const groups = pool ? [] : entries(counters);
  const staff = [...entries(pool ? at(document, 'staff') : undefined)];
  for (const [, group] of groups) staff.push(...entries(at(group, 'staff')));
  const known = [...new Set([...groups, ...staff].map(([id]) => id))];
  const skillsOf = (id: string): readonly unknown[] => [
    ...groups.filter(([group]) => group === id).flatMap(([, group]) => skillsWithin(group)),
    ...staff.filter(([kind]) => kind === id).flatMap(([, kind]) => list(at(kind, 'skills'))),
  ];
  // A group helps with the skills of its clerks, too.
  const helpers = groups.filter(([, group]) => at(group, 'helps') !== undefined);
  const mayHelp = (id: string): boolean =>
    helpers.some(([group, value]) => group === id || keys(at(value, 'staff')).includes(id));
  for (const { path, value } of places(document, 'services', '*', 'timeAt', '*')) {
    const [, service, , id] = path.map(String) as [string, string, string, string];
    if (!known.includes(id)) {
      report('unknown-id', path, { id, kind: 'server', known }, { value: id });
    } else if (!mayHelp(id) && !skillsOf(id).includes(service)) {
      report('time-never-used', path, { service, server: id }, { value });
    }
  }
}

const skillsWithin = (group: unknown): readonly unknown[] => [
  ...list(at(group, 'skills')),
  ...places(group, 'staff', '*', 'skills').flatMap(({ value }) => list(value)),
];

// A roster has to exist in every group that is staffed by rosters.
function checkRosters(document: unknown, report: Report): void {
  const groups = places(document, 'counters', '*', 'open').filter(({ value }) => isMap(value));
  for (const { path, value } of places(document, 'demand', 'dayTypes', '*', 'roster')) {
    if (typeof value !== 'string') continue;
    const without = groups.find((group) => !Object.hasOwn(group.value as object, value));
    if (groups.length > 0 && without === undefined) continue;
    const known = keys(without?.value);
    report('unknown-id', path, { id: value, kind: 'roster', known }, { value });
  }
}
