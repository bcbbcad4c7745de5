import { at, entries, isMap, keys, list, type Place, places, read } from '../document/loose.js';
import type { Path } from '../document/path.js';
import { share } from '../units.js';

/** Counters or clerks, and whom they serve: once for their own customers, once more for those they help. */
export interface Server {
  /** The clerks, or the group of counters. */
  readonly path: Path;
  readonly skills: ReadonlySet<unknown>;
  /** The only customer classes served, `null` for all. */
  readonly only: ReadonlySet<unknown> | null;
}

/** A share as far as it matters here: what cannot be read counts as something. */
export const some = (value: unknown): boolean => value === undefined || read(share, value) !== 0;

/** Classes that come at all. */
export function classesOf(document: unknown): readonly string[] {
  return entries(at(document, 'customers')).flatMap(([id, c]) =>
    some(at(c, 'share')) ? [id] : [],
  );
}

export const serves = ({ skills, only }: Server, service: string, customer: string): boolean =>
  skills.has(service) && (only === null || only.has(customer));

/** Who may serve somebody; `null` for what is no map of counters: it has a fault of its own. */
export function serversOf(document: unknown): readonly Server[] | null {
  const counters = at(document, 'counters');
  if (!isMap(counters)) return null;
  if (Object.hasOwn(counters, 'count')) {
    return entries(at(document, 'staff')).map(([id, clerks]) => ({
      path: ['staff', id],
      skills: new Set(list(at(clerks, 'skills'))),
      only: null,
    }));
  }
  return entries(counters).flatMap(([id, group]) => {
    const path = ['counters', id];
    const clerks = entries(at(group, 'staff')).map(([kind, staff]): [Path, unknown] => [
      [...path, 'staff', kind],
      at(staff, 'skills'),
    ]);
    const groups: [Path, unknown][] = [[path, at(group, 'skills')], ...clerks];
    return groups.flatMap(([where, skills]) => serverAndHelper(where, list(skills), group));
  });
}

/**
 * Whether counters or clerks are without a list of skills, as under a misspelt key: a fault of their own, and
 * nobody knows what they could serve.
 */
export function hasUnreadSkills(document: unknown): boolean {
  const counters = at(document, 'counters');
  const isPool = at(counters, 'count') !== undefined;
  const clerks = isPool ? places(document, 'staff', '*') : places(counters, '*', 'staff', '*');
  const groups = isPool ? [] : places(counters, '*');
  const desks = groups.filter(({ value }) => at(value, 'staff') === undefined);
  return [...clerks, ...desks].some(({ value }) => !Array.isArray(at(value, 'skills')));
}

function serverAndHelper(path: Path, own: readonly unknown[], group: unknown): readonly Server[] {
  if (own.length === 0) return [];
  const server = { path, skills: new Set(own), only: classesIn(group) };
  const helps = at(group, 'helps');
  if (!isMap(helps)) return [server];
  const { skills } = helps;
  const helped = skills === undefined ? own : list(skills);
  return [server, { path, skills: new Set(helped), only: classesIn(helps) ?? server.only }];
}

// The customer classes a group or its help is meant for, `null` for all.
function classesIn(value: unknown): ReadonlySet<unknown> | null {
  const only = at(value, 'customers');
  return only === undefined ? null : new Set(list(only));
}

/**
 * Services that are asked for, in the order of the file, and the classes that do.
 * @param types the day types that are looked at; none is a plain day
 */
export function askedFor(
  document: unknown,
  types: readonly Pick<Place, 'value'>[],
): readonly (readonly [string, ReadonlySet<string>])[] {
  const classes = entries(at(document, 'customers'));
  const plain = types.length === 0 || types.some(({ value }) => at(value, 'mix') === undefined);
  const services = entries(at(document, 'services'));
  const usual = services.map(([id, service]) => [id, at(service, 'share')] as const);
  const mixes = types.flatMap(({ value }) => entries(at(value, 'mix')));
  const rushes = types.flatMap(({ value }) => places(value, 'rushes', '*', 'mix', '*'));
  const ofDay = plain ? [...usual, ...mixes] : mixes;
  const asked = new Map(services.map(([id]) => [id, new Set<string>()]));
  for (const [id, customer] of classes) {
    const own = at(customer, 'mix');
    const parts = isMap(own) ? entries(own) : ofDay;
    for (const [service, part] of parts) if (some(part)) asked.get(service)?.add(id);
    for (const { path, value } of rushes) {
      if (some(value)) asked.get(String(path.at(-1)))?.add(id);
    }
  }
  return [...asked];
}

/** Whether anybody of a class can finish a service at a kiosk. */
export function atKiosk(document: unknown, service: string, customer: string): boolean {
  const kiosks = at(document, 'kiosks');
  const known = at(kiosks, 'services');
  const entry = keys(known).includes(service) ? at(known, service) : at(known, '*');
  if (entry === undefined || !some(at(entry, 'eligible'))) return false;
  if (!some(at(entry, 'succeeds') ?? at(kiosks, 'succeeds'))) return false;
  const willing = at(entry, 'willing') ?? at(kiosks, 'willing');
  const adds = at(kiosks, 'greeter', 'adds');
  const own = willing === undefined || takes(willing, customer);
  return own || (adds !== undefined && takes(adds, customer));
}

// One share for all, or one for each class where a class that is not named has none.
function takes(value: unknown, customer: string): boolean {
  if (!isMap(value)) return some(value);
  return Object.hasOwn(value, customer) && some(value[customer]);
}
