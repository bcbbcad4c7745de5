import { at, entries, isMap, keys } from '../document/loose.js';
import type { Report } from '../issue.js';

/** Without any of these a group is not a new one: somebody meant to change one that is there. */
const OWN = ['open', 'staff', 'skills'];

/**
 * Counter groups of a change that the base does not have and that are no groups by themselves: a slip in the
 * id. Returns their ids, for whose faults as new groups nobody asked.
 */
export function strangeGroups(base: unknown, change: unknown, report: Report): readonly string[] {
  const groups = at(base, 'counters');
  // counters as one number have no groups, before the change or after it
  if (!isMap(groups) || [groups, at(change, 'counters')].some(isPool)) return [];
  const known = keys(groups);
  return entries(at(change, 'counters')).flatMap(([id, group]) => {
    if (known.includes(id) || !isMap(group)) return [];
    if (OWN.some((key) => Object.hasOwn(group, key))) return [];
    report('unknown-id', ['counters', id], { id, kind: 'group', known }, { value: id });
    return [id];
  });
}

const isPool = (counters: unknown): boolean => at(counters, 'count') !== undefined;
