import { compile, drawDemand, runDay } from '@hallsim/hall';
import { parseScenario } from '@hallsim/scenario';
import { expect, test } from 'vitest';
import flagship from '../../examples/halls/flagship-telecom.json' with { type: 'json' };
import riverside from '../../examples/halls/riverside-telecom.json' with { type: 'json' };
import { BitHash } from './hash.js';

// Run in Node and in Chromium: see exact-functions.test.ts.

type Columns = Readonly<Record<string, unknown>>;

/** All typed columns of a table, in the order of their names, each up to `length`. */
function addColumns(hash: BitHash, table: Columns, length: number): void {
  for (const name of Object.keys(table).sort()) {
    const column = table[name];
    if (ArrayBuffer.isView(column)) hash.addAll((column as Float64Array).subarray(0, length));
    else if (typeof column === 'number') hash.add(column);
    else if (column === null) continue;
    else if (isTable(column)) addColumns(hash, column, column.length);
    else throw new TypeError(`${name} is no column of numbers`);
  }
}

function isTable(value: unknown): value is Columns & { readonly length: number } {
  return typeof value === 'object' && value !== null && 'length' in value;
}

/** Twenty billing days of a hall: who comes, and what happens to each. */
function fingerprints(hall: object): { customers: string; visits: string } {
  const parsed = parseScenario(JSON.stringify(hall));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const model = compile(parsed.scenario, { day: 'billing-day' });
  const customers = new BitHash();
  const visits = new BitHash();
  for (let replication = 0; replication < 20; replication++) {
    const demand = drawDemand(model, { seed: 'riverside', replication });
    const log = runDay(model, demand);
    addColumns(customers, { ...demand }, demand.length);
    addColumns(visits, { ...log }, log.length);
  }
  return { customers: customers.toString(), visits: visits.toString() };
}

test('whole days of a hall with a roster by the clock have the same bits in every engine', () => {
  expect(fingerprints(flagship)).toEqual({
    customers: 'b41adbfb191d8022',
    visits: '1a990fa777eb54bb',
  });
});

test('whole days of a hall with shifts and breaks have the same bits in every engine', () => {
  expect(fingerprints(riverside)).toEqual({
    customers: 'c37720afefb7c675',
    visits: 'bca6319ff2e8d78c',
  });
});
