import type { Report } from '../issue.js';
import type { Path } from '../document/path.js';
import { at, isMap, keys, list, places } from '../document/loose.js';

/** A group that helps names somebody whom it would not serve anyway. */
export function checkHelps(document: unknown, report: Report): void {
  for (const { path, value } of places(document, 'counters', '*', 'helps')) {
    if (!isMap(value)) continue;
    if (!Object.hasOwn(value, 'skills') && !Object.hasOwn(value, 'customers')) {
      report('choose-one', path, { keys: ['skills', 'customers'], given: [] });
    } else checkNews(document, value, path, report);
  }
}

function checkNews(document: unknown, helps: unknown, path: Path, report: Report): void {
  const group = at(document, ...path.slice(0, -1));
  const own = {
    skills: ownSkills(group),
    customers: list(at(group, 'customers') ?? keys(at(document, 'customers'))),
  };
  for (const [key, other] of [
    ['skills', 'customers'],
    ['customers', 'skills'],
  ] as const) {
    // A service of its own is news where it is helped for classes that are not, and the reverse.
    const others = list(at(helps, other) ?? own[other]);
    if (!others.every((id) => own[other].includes(id))) continue;
    list(at(helps, key)).forEach((id, i) => {
      if (typeof id !== 'string' || !own[key].includes(id)) return;
      report('helps-itself', [...path, key, i], { id }, { value: id });
    });
  }
}

// What every clerk of a group can do.
function ownSkills(group: unknown): readonly unknown[] {
  const staff = places(group, 'staff', '*', 'skills').map(({ value }) => list(value));
  if (staff.length === 0) return list(at(group, 'skills'));
  return (staff[0] ?? []).filter((id) => staff.every((skills) => skills.includes(id)));
}
