import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A spread as the table words it. */
export type SpreadParams = { readonly type: string } & Readonly<Record<string, number | string>>;

/** A class of customers as the table words it. */
export interface ClassParams {
  readonly name: string;
  readonly priority: number;
  readonly slope: number;
  readonly lambda_per_min: number;
  readonly service: SpreadParams;
}

/** One exact value, or a list of them, with the parameters of its model as the table words them. */
export interface Case {
  readonly id: string;
  readonly model: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly metric: string;
  readonly definition: string;
  readonly value?: number | null;
  readonly values?: readonly number[];
  readonly times_min?: readonly number[];
  /** Of a trace: start of service of each customer (null: gave up), and when they left. */
  readonly start?: readonly (number | null)[];
  readonly leave?: readonly number[];
  readonly oracle_abs_tol: number;
}

const TABLES = ['packages/theory/fixtures/cases.json', 'tests/data/traces.json'];

/** Every case of the table, in its order. */
export function readCases(root: string): Case[] {
  return TABLES.flatMap((table) => {
    const { cases } = JSON.parse(readFileSync(join(root, table), 'utf8')) as { cases: Case[] };
    return cases;
  });
}

/** A number among the parameters of a case. */
export function number({ id, params }: Case, name: string): number {
  const value = params[name];
  if (typeof value === 'number') return value;
  throw new Error(`${id}: the parameter ${name} is missing`);
}

/** A list of numbers among the parameters of a case. */
export function numbers({ id, params }: Case, name: string): readonly number[] {
  const value = params[name];
  if (Array.isArray(value)) return value as readonly number[];
  throw new Error(`${id}: the parameter ${name} is missing`);
}

/** A spread among the parameters of a case. */
export function spreadParams({ id, params }: Case, name: string): SpreadParams {
  const value = params[name];
  if (typeof value === 'object' && value !== null) return value as SpreadParams;
  throw new Error(`${id}: the parameter ${name} is missing`);
}

/** The classes of customers of a case. */
export function classes({ params }: Case): readonly ClassParams[] {
  return params['classes'] as readonly ClassParams[];
}
