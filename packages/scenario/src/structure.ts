import type * as z from 'zod/mini';
import type { Report } from './issue.js';
import { exampleFor } from './messages/example-for.js';
import type { TypeName, UnitKind } from './messages/structure.js';
import { datePattern, monthDayPattern } from './schema/calendar.js';
import { at, isMap, keys } from './document/loose.js';
import type { Path } from './document/path.js';
import { partySizePattern } from './schema/demand.js';
import { idPattern } from './schema/texts.js';
import { scenarioSchema } from './schema/scenario.js';
import { unitPatterns } from './units.js';

const unitOfPattern: ReadonlyMap<string, UnitKind> = new Map([
  ...Object.entries(unitPatterns).map(
    ([kind, pattern]) => [String(pattern), kind as UnitKind] as const,
  ),
  [String(idPattern), 'id'],
  [String(partySizePattern), 'party-size'],
  [String(monthDayPattern), 'month-day'],
  [String(datePattern), 'date'],
]);

type ZodIssue = z.core.$ZodIssue;

const typeNames: Readonly<Record<string, TypeName>> = {
  string: 'string',
  number: 'number',
  int: 'int',
  boolean: 'boolean',
  object: 'object',
  record: 'object',
  array: 'array',
};

const steps = (path: readonly PropertyKey[]): Path =>
  path.map((key) => (typeof key === 'number' ? key : String(key)));

// What this file needs to know of zod's schemas, by the name each gives its kind.
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly valueType?: Schema;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly checks?: readonly {
    readonly _zod: {
      readonly def: {
        readonly check: string;
        readonly pattern?: RegExp;
        readonly maximum?: number;
        readonly value?: unknown;
      };
    };
  }[];
}

type Schema = z.core.$ZodType;

// The definition behind the wrapper that only says "may be absent".
function bare(schema: Schema | undefined): Definition | undefined {
  const definition = schema?._zod.def as Definition | undefined;
  return definition?.type === 'optional' ? bare(definition.innerType) : definition;
}

// The alternative of a union that was meant: for an object the one whose keys are there.
function meant(definition: Definition | undefined, value: unknown): Definition | undefined {
  if (definition?.options === undefined) return definition;
  const options = definition.options.map(bare);
  if (!isMap(value)) return options[0];
  const known = (o: Definition | undefined): number =>
    keys(value).filter((k) => Object.hasOwn(o?.shape ?? {}, k)).length;
  const maps = options.filter((o) => o?.type === 'object' || o?.type === 'record');
  return maps.toSorted((a, b) => known(b) - known(a)).find((o) => known(o) > 0) ?? maps.at(-1);
}

/** The schema that holds at a path of the document, as far as the document leads there. */
function schemaAt(document: unknown, path: Path): Definition | undefined {
  let schema = bare(scenarioSchema);
  let value = document;
  for (const key of path) {
    const here = meant(schema, value);
    const shape = here?.shape ?? {};
    const named = Object.hasOwn(shape, key) ? shape[key] : undefined;
    schema = bare(named ?? here?.valueType ?? here?.element);
    value = at(value, key);
  }
  return meant(schema, value);
}

/** The keys the schema knows at a path of the document. */
function knownKeys(document: unknown, path: Path): readonly string[] {
  return Object.keys(schemaAt(document, path)?.shape ?? {});
}

// A number where "35%" was wanted is told about shares, not about texts.
function unitAt(document: unknown, path: Path): UnitKind | undefined {
  for (const check of schemaAt(document, path)?.checks ?? []) {
    const unit = unitOfPattern.get(String(check._zod.def.pattern));
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/**
 * Checks a document against the schema and reports every fault in the planner's words, in place of
 * zod's, which name schemas rather than keys.
 */
export function checkStructure(document: unknown, report: Report): void {
  const result = scenarioSchema.safeParse(document, { jitless: true });
  if (result.success) return;
  for (const issue of result.error.issues) translate(document, issue, [], report);
}

function translate(document: unknown, issue: ZodIssue, base: Path, report: Report): void {
  const path = [...base, ...steps(issue.path)];
  const value = at(document, ...path);
  const key = String(path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      for (const unknown of issue.keys) {
        const known = knownKeys(document, path);
        report('unknown-key', [...path, unknown], { key: unknown, known }, { value: unknown });
      }
      return;
    case 'invalid_key':
      // A key of a map that follows no id, clock time or date. What stands under it zod passes over.
      report('bad-unit', path, { value: key, unit: keyKind(issue) }, { value: key });
      return checkUnder(document, path, report);
    case 'invalid_union':
      return translateUnion(document, issue, path, report);
    case 'invalid_type':
      if (value === undefined) return missing(document, path, report);
      return wrongType(document, path, [typeName(issue)], report);
    case 'invalid_value':
      if (value === undefined) return missing(document, path, report);
      return report('unknown-word', path, { value, known: issue.values.map(String) }, { value });
    case 'invalid_format': {
      const unit = unitOfPattern.get(issue.pattern ?? '');
      if (unit === undefined) return report('not-valid', path, { value }, { value });
      return report('bad-unit', path, { value, unit }, { value });
    }
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') {
        return wrongLength(document, path, report);
      }
      return report('too-small', path, { value, least: Number(issue.minimum) }, { value });
    case 'too_big':
      if (issue.origin === 'string' || issue.origin === 'array') {
        return wrongLength(document, path, report);
      }
      return report('too-large', path, { value, most: mostAt(document, path, issue) }, { value });
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return report('not-valid', path, { value }, { value });
  }
}

// A number beyond what is exact is too big for an integer first; the format has a limit of its own.
function mostAt(document: unknown, path: Path, issue: z.core.$ZodIssueTooBig): number {
  const limits = (schemaAt(document, path)?.checks ?? []).flatMap(({ _zod: { def } }) =>
    def.check === 'less_than' && typeof def.value === 'number' ? [def.value] : [],
  );
  return Math.min(Number(issue.maximum), ...limits);
}

// The value of a map under a key that is none.
function checkUnder(document: unknown, path: Path, report: Report): void {
  const values = schemaAt(document, path.slice(0, -1))?.valueType as z.ZodMiniType | undefined;
  const result = values?.safeParse(at(document, ...path), { jitless: true });
  for (const issue of result?.error?.issues ?? []) translate(document, issue, path, report);
}

function missing(document: unknown, path: Path, report: Report): void {
  const key = String(path.at(-1) ?? '');
  report('missing-key', path, { key, example: exampleFor(path, unitAt(document, path)) });
}

function wrongType(
  document: unknown,
  path: Path,
  wanted: readonly TypeName[],
  report: Report,
): void {
  const value = at(document, ...path);
  const unit = value === null ? undefined : unitAt(document, path);
  if (unit !== undefined) report('bad-unit', path, { value, unit }, { value });
  else if (isSimple(value) && knownKeys(document, path).includes('fixed')) {
    report('plain-time', path, { value }, { value });
  } else report('wrong-type', path, { value, wanted }, { value });
}

// What may be meant for a time.
const isSimple = (value: unknown): boolean => typeof value !== 'object';

function typeName(issue: z.core.$ZodIssueInvalidType): TypeName {
  return typeNames[issue.expected] ?? 'object';
}

// Of a text or a list; the schema's checks know how long it may be.
function wrongLength(document: unknown, path: Path, report: Report): void {
  const value = at(document, ...path);
  const length = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  const limits = (schemaAt(document, path)?.checks ?? []).flatMap(
    ({ _zod }) => _zod.def.maximum ?? [],
  );
  report('wrong-length', path, { length, least: 1, most: Math.max(...limits) }, { value });
}

function keyKind(issue: z.core.$ZodIssueInvalidKey): UnitKind {
  for (const inner of issue.issues) {
    const found =
      inner.code === 'invalid_format' ? unitOfPattern.get(inner.pattern ?? '') : undefined;
    if (found !== undefined) return found;
    if (inner.code === 'invalid_union') return 'id';
  }
  return 'id';
}

// Of the alternatives only the one that was meant is worth talking about: the one of the right
// type, and among objects the one whose keys are there.
function translateUnion(
  document: unknown,
  issue: z.core.$ZodIssueInvalidUnion,
  path: Path,
  report: Report,
): void {
  const value = at(document, ...path);
  if (value === undefined) {
    return missing(document, path, report);
  }
  const inside = issue.errors.filter((errors) => !errors.some(isAboutWhole));
  const branches = inside.length > 0 ? inside : issue.errors;
  if (inside.length === 0 && branches.length > 1) {
    const types = branches.flat().flatMap((e) => (e.code === 'invalid_type' ? [typeName(e)] : []));
    const texts = branches.flat().filter((e) => e.code !== 'invalid_type');
    if (types.length > 0 && texts.length === 0) {
      return wrongType(document, path, [...new Set(types)], report);
    }
    for (const text of texts.slice(0, 1)) translate(document, text, path, report);
    return;
  }
  const best = branches.toSorted((a, b) => score(value, b) - score(value, a))[0] ?? [];
  for (const error of best) translate(document, error, path, report);
}

const isAboutWhole = (error: ZodIssue): boolean =>
  error.path.length === 0 && (error.code === 'invalid_type' || error.code === 'invalid_format');

function score(value: unknown, errors: readonly ZodIssue[]): number {
  const strange = errors.reduce(
    (sum, e) => sum + (e.code === 'unrecognized_keys' && e.path.length === 0 ? e.keys.length : 0),
    0,
  );
  return keys(value).length - 2 * strange - errors.length / 1000;
}
