import { describe, expect, test } from 'vitest';
import { readQueueClasses } from './read-classes.js';
import { type LooseQueueSpec, readQueue } from './read-queue.js';

const SIMPLE = { arrivals: '54 per hour', service: 'exponential 5 min', servers: 5 };

function issues(spec: LooseQueueSpec): string[] {
  const read = readQueue(spec);
  if (read.ok) return [];
  for (const { message, fix } of read.issues) {
    expect(message.zh + fix.zh).toMatch(/\p{Script=Han}/u);
  }
  return read.issues.map(({ path, message, fix }) => `${path}: ${message.en} ${fix.en}`);
}

test('the defaults are those of the contract', () => {
  const read = readQueue(SIMPLE);
  if (!read.ok) throw new Error('refused');
  expect(read.queue).toMatchObject({
    byClass: false,
    capacity: Infinity,
    discipline: 'fifo',
    batch: 1,
    over: [],
    customers: 100_000,
    warmUp: 10_000,
    replications: 20,
    seed: 'first',
    confidence: 0.95,
  });
  expect(read.queue.quantiles.map(({ percent }) => percent)).toEqual([50, 90, 95]);
});

test('everything that is wrong is said at once, with the key as its place', () => {
  const wrong = {
    arrivals: '54',
    servers: 2.5,
    capacity: 1,
    discipline: 'fair',
    batch: 0,
    over: ['5'],
    quantiles: [0, 95],
    customers: '1000',
    warmUp: -1,
    replications: 0,
    seed: '',
    confidence: 95,
  };
  const found = issues({ ...wrong, capacity: 'many' });
  const places = found.map((text) => text.split(':')[0]);
  expect(places.toSorted()).toEqual([...Object.keys(wrong), 'service'].toSorted());
  expect(found.join('\n')).toMatch(/servers: "2\.5" .* whole number from 1 to 10000/);
  expect(found.join('\n')).toMatch(/service: It is missing/);
});

test.each([
  [{ ...SIMPLE, capacity: 4 }, /capacity: "4" .* from 5/],
  [{ ...SIMPLE, discipline: 'priority' }, /discipline: "priority" tells classes/],
  [{ ...SIMPLE, classes: {} }, /arrivals: Arrivals are given twice/],
  [{ servers: 1, classes: [] }, /classes: The classes are no object/],
  [{ servers: 1, classes: {} }, /classes: There are 0 classes/],
  [
    { servers: 1, discipline: 'accumulating', classes: { a: { ...SIMPLE, rate: 0 } } },
    /classes\.a\.rate: "0" .* above 0/,
  ],
])('a question that contradicts itself is refused: %j', (spec, says) => {
  expect(issues(spec).join('\n')).toMatch(says);
});

test('a class without a service or a patience has those of the queue', () => {
  const classes = {
    a: { arrivals: '6 per hour' },
    b: { arrivals: '6 per hour', service: 'fixed 3 min' },
  };
  const read = readQueue({ servers: 1, service: 'fixed 2 min', patience: 'fixed 9 min', classes });
  if (!read.ok) throw new Error('refused');
  expect(read.queue.classes.map(({ service }) => service)).toEqual([
    { family: 'fixed', value: 2 },
    { family: 'fixed', value: 3 },
  ]);
  expect(read.queue.classes.map(({ patience }) => patience)).toEqual([
    { family: 'fixed', value: 9 },
    { family: 'fixed', value: 9 },
  ]);
});

describe('a file of classes', () => {
  const read = (text: string): string => {
    const result = readQueueClasses(text, 'priority');
    if (result.ok) return 'valid';
    return result.issues
      .map(({ path, line, message, fix }) => `${path}@${line} ${message.en} ${fix.en}`)
      .join('\n');
  };

  test('is read as it stands', () => {
    const text = '{ "vip": { "arrivals": "6 per hour", "service": "fixed 3 min", "priority": 1 } }';
    expect(readQueueClasses(text, 'priority')).toEqual({
      ok: true,
      classes: JSON.parse(text) as unknown,
    });
  });

  test.each([
    ['{ "vip": ', /not JSON|JSON/],
    ['', /empty/],
    ['[]', /holds no object/],
    ['{}', /There are 0 classes/],
    ['{\n"vip": 5 }', /^vip@2 "5" is no class/],
    [
      '{\n"VIP": { "arrivals": "6 per hour", "service": "fixed 3 min", "priority": 1 } }',
      /VIP@2 .*no id/,
    ],
    [
      '{ "a": {\n "arivals": "6 per hour", "service": "fixed 3 min", "priority": 1 } }',
      /^a\.arivals@2 .*Did you mean "arrivals"\?$/,
    ],
    [
      '{ "a": { "arrivals": "6 per hour",\n "service": "fixd 3 min", "priority": 1 } }',
      /^a\.service@2 .*"fixd"/,
    ],
    [
      '{ "a": { "arrivals": "6 per hour", "service": "fixed 3 min" } }',
      /a\.priority@1 It is missing/,
    ],
    ['{ "a": {}, "a": {} }', /twice/],
  ])('%s is refused with path and line', (text, says) => {
    expect(read(text)).toMatch(says);
  });
});
