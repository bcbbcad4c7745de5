import type { Report } from '../issue.js';
import { at, isMap, places } from '../document/loose.js';
import { isCounterPool } from '../readers.js';
import type { Scenario } from '../types.js';

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

/** Notes what breaks keep to where no clerk has one. */
export function noteBreaksOfNobody({ counters, staff }: Scenario, note: Report): void {
  const rooms = isCounterPool(counters)
    ? [{ path: ['counters', 'breaks'], breaks: counters.breaks, clerks: staff }]
    : Object.entries(counters).map(([id, { breaks, staff: clerks }]) => ({
        path: ['counters', id, 'breaks'],
        breaks,
        clerks,
      }));
  for (const { path, breaks, clerks = {} } of rooms) {
    if (breaks === undefined) continue;
    if (Object.values(clerks).some((kind) => kind.breaks !== undefined)) continue;
    note('breaks-of-nobody', path, { key: path.join('.') }, { value: breaks });
  }
}
