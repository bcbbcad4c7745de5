import type { Report } from '../issue.js';
import type { Path } from '../document/path.js';
import { at, isMap, places, read } from '../document/loose.js';
import { minutes } from '../units.js';
import { daySpan } from './time.js';
import { mostEvents } from './failures.js';

/** Elastic counters: room for them, a reason to open, and closing below the level of opening. */
export function checkElastic(document: unknown, report: Report): void {
  for (const { path, value } of places(document, 'counters', '*', 'elastic')) {
    if (!isMap(value)) continue;
    const group = at(document, ...path.slice(0, -1));
    if (at(group, 'open') === undefined) {
      report('needs-key', path, { key: 'elastic', needs: 'open' });
    } else checkRoom(group, value, path, report);
    checkLevels(value, path, report);
    const day = daySpan(document);
    const every = read(minutes, at(value, 'every'));
    const events = day === undefined || !every ? 0 : (day.to - day.from) / every;
    if (events > mostEvents) {
      report('too-many-events', [...path, 'every'], { events, most: mostEvents });
    }
  }
}

// Where even the emptiest hour of every roster leaves no room for all of them.
function checkRoom(group: unknown, elastic: unknown, path: Path, report: Report): void {
  const count = at(group, 'count');
  const more = at(elastic, 'more');
  if (typeof count !== 'number' || typeof more !== 'number') return;
  let least = count;
  for (const { value } of places(group, 'open', '*', '*')) {
    if (typeof value === 'number' && value < least) least = value;
  }
  if (least < 0 || more <= count - least) return;
  report('elastic-beyond-count', [...path, 'more'], { more, least, count }, { value: more });
}

function checkLevels(elastic: unknown, path: Path, report: Report): void {
  for (const [when, keys] of [
    ['opensWhen', ['waiting', 'waitingPerCounter', 'wait']],
    ['closesWhen', ['waiting', 'waitingPerCounter']],
  ] as const) {
    const levels = at(elastic, when);
    if (isMap(levels) && !keys.some((key) => Object.hasOwn(levels, key))) {
      report('choose-one', [...path, when], { keys, given: [] });
    }
  }
  for (const key of ['waiting', 'waitingPerCounter']) {
    const opens = at(elastic, 'opensWhen', key);
    const closes = at(elastic, 'closesWhen', key);
    if (typeof opens !== 'number' || typeof closes !== 'number' || closes < opens) continue;
    report(
      'closes-above-opens',
      [...path, 'closesWhen', key],
      { opens, closes },
      { value: closes },
    );
  }
}
