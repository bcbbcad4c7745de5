import * as z from 'zod';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { print } from '../../../../scripts/halls/print.mjs';
import { jsonSchema } from './json-schema.js';
import type { SchemaNode } from './json-schema.js';
import { reference } from './reference.js';

// Both files are made from the schema. To refresh them after a change of the schema:
// node node_modules/vitest/vitest.mjs run --project scenario -u

test('the JSON Schema for editors is fresh', async () => {
  await expect(`${print(jsonSchema())}\n`).toMatchFileSnapshot('../../scenario.schema.json');
});

test('the format reference is fresh', async () => {
  const file = '../../../../docs/reference/scenario-format.md';
  await expect(reference(jsonSchema())).toMatchFileSnapshot(file);
});

function* nodes(node: SchemaNode, path: string): Generator<[string, SchemaNode]> {
  yield [path, node];
  for (const [key, value] of Object.entries(node.properties ?? {}))
    yield* nodes(value, `${path}.${key}`);
  for (const option of node.anyOf ?? []) yield* nodes(option, path);
  if (node.items !== undefined) yield* nodes(node.items, `${path}[]`);
  if (typeof node.additionalProperties === 'object')
    yield* nodes(node.additionalProperties, `${path}.*`);
}

test('every key has a description', () => {
  const schema = jsonSchema();
  const all = [schema, ...Object.values(schema.$defs ?? {})].flatMap((root) => [
    ...nodes(root, ''),
  ]);
  const without = all.flatMap(([path, node]) =>
    Object.entries(node.properties ?? {})
      .filter(([, value]) => value.description === undefined)
      .map(([key]) => `${path}.${key}`),
  );
  expect(without).toEqual([]);
});

// zod reads `{ "required": [...] }` without a type as "anything goes".
function withoutChoices(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutChoices);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(
    ([key, value]) =>
      !/^(any|one)Of$/.test(key) || !JSON.stringify(value).startsWith('[{"required"'),
  );
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutChoices(value)]));
}

test('an editor that follows the JSON Schema accepts the example halls and refuses a misspelt key', () => {
  const schema = z.fromJSONSchema(
    withoutChoices(jsonSchema()) as Parameters<typeof z.fromJSONSchema>[0],
  );
  for (const name of ['flagship-telecom', 'gov-hall', 'riverside-telecom']) {
    const file = new URL(`../../../../examples/halls/${name}.json`, import.meta.url);
    const hall = JSON.parse(readFileSync(file, 'utf8')) as { day: object };
    expect(schema.safeParse(hall).error).toBeUndefined();
    expect(schema.safeParse({ ...hall, days: hall.day }).success).toBe(false);
  }
});
