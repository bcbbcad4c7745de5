import { places } from '../document/loose.js';
import type { Report } from '../issue.js';
import { askedFor, atKiosk, classesOf, hasUnreadSkills, serves, serversOf } from './who-serves.js';

/**
 * Every service that is asked for can be done somewhere, for every class of customers: by the
 * skills of a group or clerk, or at the kiosks. How many of them work is another matter: a hall
 * with zero open counters is a legal question, of which a note tells.
 */
export function checkServed(document: unknown, report: Report): void {
  const classes = classesOf(document);
  const servers = serversOf(document);
  if (servers === null || hasUnreadSkills(document)) return;
  for (const [service, by] of askedFor(document, places(document, 'demand', 'dayTypes', '*'))) {
    const without = classes.filter(
      (id) =>
        by.has(id) &&
        !servers.some((server) => serves(server, service, id)) &&
        !atKiosk(document, service, id),
    );
    if (without.length === 0) continue;
    const customers = without.length === classes.length ? null : without;
    report('never-served', ['services', service], { service, customers }, { value: service });
  }
}
