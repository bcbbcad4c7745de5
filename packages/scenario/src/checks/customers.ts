import type { Report } from '../issue.js';
import type { Path } from '../document/path.js';
import { at, entries, isMap, keys, places, read } from '../document/loose.js';
import { minutes } from '../units.js';

/** What says how a class of customers is called fits together. */
export function checkCustomers(document: unknown, report: Report): void {
  for (const { path, value } of places(document, 'customers', '*')) {
    const given = keys(value);
    for (const key of ['headStart', 'waitingCounts']) {
      const both = ['priority', key];
      if (both.every((k) => given.includes(k)))
        report('choose-one', path, { keys: both, given: both });
    }
    if (given.includes('keepsTicket') && !given.includes('patience')) {
      const names = { key: 'keepsTicket', needs: 'patience' };
      report('needs-key', [...path, 'keepsTicket'], names, { value: at(value, 'keepsTicket') });
    }
    checkGrowth(at(value, 'headStart'), [...path, 'headStart'], report);
  }
}

// A head start that fell would send people back in the line.
function checkGrowth(headStart: unknown, path: Path, report: Report): void {
  if (!isMap(headStart)) return;
  if (keys(headStart).length === 0)
    report('wrong-length', path, { length: 0, least: 1, most: 200 });
  const steps = entries(headStart)
    .map(([key, value]) => ({
      key,
      value,
      after: read(minutes, key),
      credit: read(minutes, value),
    }))
    .filter(({ after, credit }) => after !== undefined && credit !== undefined)
    .sort((a, b) => (a.after ?? 0) - (b.after ?? 0));
  steps.forEach(({ key, value, after, credit }, i) => {
    const before = steps[i - 1];
    if (before === undefined) return;
    if (after === before.after) report('listed-twice', [...path, key], { id: key }, { value: key });
    else if ((credit ?? 0) < (before.credit ?? 0)) {
      const params = { credit: String(value), before: String(before.value) };
      report('head-start-falls', [...path, key], params, { value });
    }
  });
}
