import type { Report } from '../issue.js';
import { at, entries, isMap, keys, list, places, read } from '../document/loose.js';
import { share } from '../units.js';

// A share as far as it matters here: what cannot be read counts as something.
const some = (value: unknown): boolean => value === undefined || read(share, value) !== 0;

/**
 * Every service that is asked for can be done somewhere, for every class of customers: by the
 * skills of a group or clerk, or at the kiosks. How many of them work is another matter: a hall
 * with zero open counters is a legal question.
 */
export function checkServed(document: unknown, report: Report): void {
  const customers = entries(at(document, 'customers')).filter(([, c]) => some(at(c, 'share')));
  const classes = customers.map(([id]) => id);
  const atCounters = servers(document);
  // What is no map of counters has a fault of its own and gets the benefit of the doubt.
  if (atCounters === null) return;
  for (const [service, by] of askedFor(document)) {
    const groups = atCounters.filter(({ skills }) => skills.has(service));
    const without = classes.filter(
      (id) =>
        by.has(id) &&
        !groups.some(({ only }) => only === null || only.has(id)) &&
        !atKiosk(document, service, id),
    );
    if (without.length === 0) continue;
    const customers = without.length === classes.length ? null : without;
    report('never-served', ['services', service], { service, customers }, { value: service });
  }
}

interface Server {
  readonly skills: ReadonlySet<unknown>;
  /** The only customer classes served, `null` for all. */
  readonly only: ReadonlySet<unknown> | null;
}

function servers(document: unknown): readonly Server[] | null {
  const counters = at(document, 'counters');
  if (!isMap(counters)) return null;
  if (Object.hasOwn(counters, 'count')) {
    const staff = places(document, 'staff', '*', 'skills');
    return staff.map(({ value }) => ({ skills: new Set(list(value)), only: null }));
  }
  return entries(counters).flatMap(([, group]) => {
    const staff = places(group, 'staff', '*', 'skills').flatMap(({ value }) => list(value));
    const own = {
      skills: new Set([...list(at(group, 'skills')), ...staff]),
      only: classesIn(group),
    };
    const helps = at(group, 'helps');
    if (!isMap(helps)) return [own];
    const { skills } = helps;
    const helped = {
      skills: skills === undefined ? own.skills : new Set(list(skills)),
      only: classesIn(helps) ?? own.only,
    };
    return [own, helped];
  });
}

// The customer classes a group or its help is meant for, `null` for all.
function classesIn(value: unknown): ReadonlySet<unknown> | null {
  const only = at(value, 'customers');
  return only === undefined ? null : new Set(list(only));
}

// Services that are asked for, in the order of the file, and the classes that do.
function askedFor(document: unknown): readonly (readonly [string, ReadonlySet<string>])[] {
  const classes = entries(at(document, 'customers'));
  const types = places(document, 'demand', 'dayTypes', '*');
  const plain = types.length === 0 || types.some(({ value }) => at(value, 'mix') === undefined);
  const services = entries(at(document, 'services'));
  const usual = services.map(([id, service]) => [id, at(service, 'share')] as const);
  const mixes = places(document, 'demand', 'dayTypes', '*', 'mix').flatMap(({ value }) =>
    entries(value),
  );
  const rushes = places(document, 'demand', 'dayTypes', '*', 'rushes', '*', 'mix', '*');
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

function atKiosk(document: unknown, service: string, customer: string): boolean {
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
