import type { Report } from '../issue.js';
import type { Path } from '../document/path.js';
import { exampleFor } from '../messages/example-for.js';
import { at, entries, isMap, keys, places } from '../document/loose.js';

/** Counter groups: open counters or staff, never both, and never more open than there are. */
export function checkCounters(document: unknown, report: Report): void {
  const counters = at(document, 'counters');
  if (isMap(counters) && !Object.hasOwn(counters, 'count')) {
    for (const [id, group] of entries(counters)) checkGroup(group, ['counters', id], report);
    if (at(document, 'staff') !== undefined) {
      report('needs-key', ['staff'], { key: 'staff', needs: 'counters.count' });
    }
  }
}

function checkGroup(group: unknown, path: Path, report: Report): void {
  if (!isMap(group)) return;
  const has = (key: string): boolean => Object.hasOwn(group, key);
  if (has('open') === has('staff')) {
    const given = has('open') ? ['open', 'staff'] : [];
    report('choose-one', path, { keys: ['open', 'staff'], given });
  }
  if (has('open') && !has('skills')) {
    const here = [...path, 'skills'];
    report('missing-key', here, { key: 'skills', example: exampleFor(here, undefined) });
  }
  if (has('staff') && has('skills')) {
    report('choose-one', path, { keys: ['skills + open', 'staff'], given: ['skills', 'staff'] });
  }
  const open = group['open'];
  if (isMap(open) && keys(open).length === 0) report('no-roster', [...path, 'open'], {});
  const count = group['count'];
  if (typeof count !== 'number' || count < 0) return;
  for (const step of places(open, '*', '*')) {
    if (typeof step.value !== 'number' || step.value <= count) continue;
    const params = { open: step.value, count };
    report('more-than-count', [...path, 'open', ...step.path], params, { value: step.value });
  }
}
