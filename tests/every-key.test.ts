import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkScenario, type Issue } from '@hallsim/scenario';
import { randomHall } from './random-hall.js';
import { root } from './sources.js';

/** Counters that never open, clerks without one, and rules for breaks that nobody has, are legal, and noted. */
const LEGAL = ['far-too-few', 'more-clerks-than-counters', 'breaks-of-nobody'];
const isLegal = ({ code }: Issue): boolean => code.startsWith('never-open') || LEGAL.includes(code);

/** The part of the JSON Schema that is walked through. */
interface SchemaNode {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly $defs?: Readonly<Record<string, SchemaNode>>;
}

const schema = JSON.parse(read('packages/scenario/scenario.schema.json')) as SchemaNode;

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(ending) && !path.includes('node_modules'));
}

/** What stands behind a node, and what its keys are called: a part that occurs in many places is one place. */
function resolved(node: SchemaNode, path: string): [SchemaNode, string] {
  if (node.$ref === undefined) return [node, path];
  const name = node.$ref.replace('#/$defs/', '');
  return [schema.$defs![name]!, name];
}

/** Marks every key of the format, or those that a document has. */
function walk(at: SchemaNode, place: string, marked: Set<string>, document?: unknown): void {
  const [node, path] = resolved(at, place);
  const map = (document ?? {}) as Readonly<Record<string, unknown>>;
  const isMap = typeof document === 'object' && document !== null;
  if (document !== undefined && !isMap) return;
  for (const [key, child] of Object.entries(node.properties ?? {})) {
    if (isMap && map[key] === undefined) continue;
    marked.add(`${path}.${key}`.replace(/^\./, ''));
    walk(child, `${path}.${key}`, marked, map[key]);
  }
  for (const option of node.anyOf ?? []) walk(option, path, marked, document);
  const parts = [node.items, node.additionalProperties].filter((one) => typeof one === 'object');
  for (const part of parts) {
    if (!isMap) walk(part, `${path}.*`, marked);
    const known = Object.keys(node.properties ?? {});
    for (const [key, value] of Object.entries(map)) {
      if (!known.includes(key)) walk(part, `${path}.*`, marked, value);
    }
  }
}

function keysOf(documents: readonly unknown[]): Set<string> {
  const marked = new Set<string>();
  for (const document of documents) {
    walk(schema, '', marked, document);
    // what a variant changes is a piece of a document
    const { variants = {} } = document as { variants?: Record<string, { change?: unknown }> };
    for (const { change } of Object.values(variants)) walk(schema, '', marked, change ?? {});
  }
  return marked;
}

const all = new Set<string>();
walk(schema, '', all);
const keys = [...all].filter((key) => !/\blabel\b/.test(key)).sort();

/** What changes nothing on a day of a hall: what is compared with what, promises, dates, and how many days are run. */
const besideTheHall =
  /^(\$schema|format|note|later|variants|calendar|calendar-day|run|targets)(\..*)?$/;
const ofTheHall = keys.filter((key) => !besideTheHall.test(key));

const examples = new Map(
  filesIn('examples', '.json')
    .map((path): [string, unknown] => [path, JSON.parse(read(path))])
    .filter(([, document]) => (document as { format?: string }).format === 'service-hall/1'),
);

describe('every key of the format', () => {
  test('is read out of examples without a fault', () => {
    const faulty = [...examples].filter(([, document]) => !checkScenario(document).ok);
    expect(faulty.map(([path]) => path)).toEqual([]);
  });

  test('has a line in the reference', () => {
    const reference = read('docs/reference/scenario-format.md');
    const last = (key: string): string => key.split('.').at(-1)!;
    expect(keys.filter((key) => !reference.includes(`| \`${last(key)}\` |`))).toEqual([]);
  });

  test('is shown by an example', () => {
    const shown = keysOf([...examples.values()]);
    expect(keys.filter((key) => !shown.has(key))).toEqual([]);
  });
});

describe('every key that changes a day', () => {
  test('can stand in a random hall, which all laws meet, and is simulated', () => {
    const halls = fc.sample(randomHall(), { seed: 8, numRuns: 300 });
    const met = keysOf(halls);
    // rules of the host are functions, and come from outside
    const missing = ofTheHall.filter((key) => !met.has(key) && !key.startsWith('rules.custom'));
    expect(missing).toEqual([]);
    const notes = halls.flatMap((hall) => {
      const read = checkScenario(hall);
      return read.ok ? read.notes : read.issues;
    });
    expect(notes.filter((note) => !isLegal(note))).toEqual([]);
  });

  test('is in a story of the hall', () => {
    const stories = filesIn('packages/hall', '.test.ts').map(read).join('\n');
    const told = (key: string): boolean => new RegExp(`\\b${key}\\b`).test(stories);
    const untold = ofTheHall.filter((key) => !told(key.split('.').at(-1)!));
    expect(untold).toEqual([]);
  });
});

test('the flagship halls of the benches together switch on every key that changes a day', () => {
  const halls = [...examples].filter(([path]) => /bench\/flagship-/.test(path));
  expect(halls.map(([path]) => path.replace('examples/bench/', '')).sort()).toEqual([
    'flagship-clerks.json',
    'flagship-every-rule.json',
    'flagship-lines.json',
  ]);
  const on = keysOf(halls.map(([, document]) => document));
  // a teaching queue has no closing, and rules of the host are functions, as slow as their author makes them
  const left = ['day.lasts', 'day.warmUp'];
  const missing = ofTheHall.filter((key) => !on.has(key) && !key.startsWith('rules.custom'));
  expect(missing).toEqual(left);
});

test('in no hall of the benches stands what is not simulated, or a key without effect', () => {
  for (const [path, document] of examples) {
    if (!path.includes('/bench/')) continue;
    const read = checkScenario(document);
    expect(read.ok).toBe(true);
    expect(read.ok && read.notes.filter((note) => !isLegal(note))).toEqual([]);
  }
});
