import type { Path } from '../document/path.js';
import type { UnitKind } from './structure.js';

// Parts of a hall that have to be there, each the smallest that can be.
const parts: readonly (readonly [string, string])[] = [
  ['day', '{ "opens": "09:00", "closes": "17:00" }'],
  ['day opens', '"09:00"'],
  ['day closes', '"17:00"'],
  ['demand', '{ "arrivals": { "09:00": "30 per hour" } }'],
  ['customers', '{ "everyone": { "share": "100%" } }'],
  ['services', '{ "pay": { "share": "100%", "time": { "exponential": "4 min" } } }'],
  ['services * time', '{ "exponential": "4 min" }'],
  ['kiosks services', '{ "*": { "time": { "exponential": "2 min" } } }'],
  ['kiosks services * time', '{ "exponential": "2 min" }'],
  [
    'counters',
    '{ "all": { "count": 3, "skills": ["pay"], "open": { "normal": { "09:00": 3 } } } }',
  ],
  ['counters * count', '3'],
  ['counters * skills', '["pay"]'],
  ['counters * staff * skills', '["pay"]'],
  ['counters * staff * headcount', '3'],
  ['counters * staff * shift', '{ "from": "09:00", "to": "17:00" }'],
  ['staff * skills', '["pay"]'],
  ['staff * headcount', '3'],
  ['staff * shift', '{ "from": "09:00", "to": "17:00" }'],
  ['variants * change', '{ "kiosks": { "count": 2 } }'],
];

const values: Readonly<Partial<Record<UnitKind, string>>> = {
  duration: '"6 min"',
  rate: '"54 per hour"',
  share: '"35%"',
  clock: '"09:30"',
  count: '"680"',
};

/** What could stand at a place that is empty, as JSON; `undefined` where nothing fits every hall. */
export function exampleFor(path: Path, unit: UnitKind | undefined): string | undefined {
  const fits = (shape: readonly string[]): boolean =>
    shape.length === path.length && shape.every((key, i) => key === '*' || key === path[i]);
  const part = parts.find(([shape]) => fits(shape.split(' ')))?.[1];
  return part ?? (unit === undefined ? undefined : values[unit]);
}
