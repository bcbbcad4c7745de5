import type { BitHash } from './hash.js';

type Columns = Readonly<Record<string, unknown>>;

/** All typed columns of a table, in the order of their names, each up to `length`. */
export function addColumns(hash: BitHash, table: Columns, length: number): void {
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
