import type { Report } from '../issue.js';
import { at, isMap, places } from '../document/loose.js';

/** What the breaks of all clerks of some counters keep to: there are clerks, and not all of them have to stay. */
export function checkRoomBreaks(document: unknown, report: Report): void {
  const counters = at(document, 'counters');
  const isPool = isMap(counters) && Object.hasOwn(counters, 'count');
  const rooms = isPool
    ? places(document, 'counters', 'breaks')
    : places(document, 'counters', '*', 'breaks');
  for (const { path, value } of rooms) {
    const staff = isPool ? at(document, 'staff') : at(document, ...path.slice(0, -1), 'staff');
    if (!isMap(staff)) {
      report('needs-key', path, { key: 'breaks', needs: 'staff' });
      continue;
    }
    const keepOpen = at(value, 'keepOpen');
    const heads = places(staff, '*', 'headcount').map(({ value: n }) => n);
    if (typeof keepOpen !== 'number' || !heads.every((n) => typeof n === 'number')) continue;
    const headcount = heads.reduce((sum, n) => sum + n, 0);
    if (headcount === 0 || keepOpen < headcount) continue;
    report('floor-too-high', [...path, 'keepOpen'], { keepOpen, headcount }, { value: keepOpen });
  }
}
