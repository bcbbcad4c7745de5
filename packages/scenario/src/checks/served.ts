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
  for (const service of askedFor(document)) {
    const without = classes.filter(
      (customer) =>
        !atCounter(document, service, customer) && !atKiosk(document, service, customer),
    );
    if (without.length === 0) continue;
    const customers = without.length === classes.length ? null : without;
    report('never-served', ['services', service], { service, customers }, { value: service });
  }
}

function askedFor(document: unknown): readonly string[] {
  const asked = new Set<string>();
  const types = places(document, 'demand', 'dayTypes', '*');
  const plain = types.length === 0 || types.some(({ value }) => at(value, 'mix') === undefined);
  const services = entries(at(document, 'services'));
  if (plain) for (const [id, s] of services) if (some(at(s, 'share'))) asked.add(id);
  for (const { path, value } of places(document, 'demand', 'dayTypes', '*', 'mix', '*')) {
    if (some(value)) asked.add(String(path.at(-1)));
  }
  return services.map(([id]) => id).filter((id) => asked.has(id));
}

const includes = (items: unknown, id: string): boolean => list(items).includes(id);

function atCounter(document: unknown, service: string, customer: string): boolean {
  const counters = at(document, 'counters');
  // What is no map of groups or has a fault of its own gets the benefit of the doubt.
  if (!isMap(counters)) return true;
  if (Object.hasOwn(counters, 'count')) {
    return places(document, 'staff', '*', 'skills').some(({ value }) => includes(value, service));
  }
  return entries(counters).some(([, group]) => {
    const only = at(group, 'customers');
    if (only !== undefined && !includes(only, customer)) return false;
    if (includes(at(group, 'skills'), service)) return true;
    return places(group, 'staff', '*', 'skills').some(({ value }) => includes(value, service));
  });
}

function atKiosk(document: unknown, service: string, customer: string): boolean {
  const kiosks = at(document, 'kiosks');
  const known = at(kiosks, 'services');
  const entry = keys(known).includes(service) ? at(known, service) : at(known, '*');
  if (entry === undefined || !some(at(entry, 'eligible'))) return false;
  if (!some(at(entry, 'succeeds') ?? at(kiosks, 'succeeds'))) return false;
  const willing = at(kiosks, 'willing');
  const adds = at(kiosks, 'greeter', 'adds');
  const own = willing === undefined || takes(willing, customer);
  return own || (adds !== undefined && takes(adds, customer));
}

// One share for all, or one for each class where a class that is not named has none.
function takes(value: unknown, customer: string): boolean {
  if (!isMap(value)) return some(value);
  return Object.hasOwn(value, customer) && some(value[customer]);
}
