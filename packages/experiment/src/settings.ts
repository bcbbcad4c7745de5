import { checkScenario, type Issue, type Scenario } from '@hallsim/scenario';
import { settingIssue } from './setting-issues.js';
import { type SettingPath, settingPath } from './setting-path.js';

/** Values of a scenario's keys: by path, such as `kiosks.count`, what stands there. */
export type Settings = Readonly<Record<string, unknown>>;

/** A scenario with some of its keys set, or everything that is wrong with it. */
export type SetResult =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly issues: readonly Issue[] };

type Json = Record<string | number, unknown>;

const isBox = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/**
 * The scenario with keys set to values, checked again. What is missing on the way is made; variants
 * are left out, because they are changes to the hall as it was.
 *
 * @param settings in the order in which they are made; values are those of the JSON
 */
export function withSettings(scenario: Scenario, settings: Settings): SetResult {
  const { variants: _, ...base } = scenario;
  const document = structuredCopy(base) as Json;
  const issues = Object.entries(settings).flatMap(([text, value]) => {
    const path = settingPath(text);
    if (path === null) return [settingIssue('setting-path', text, text)];
    if (path[0] === 'run' && OF_THE_RUN.has(path[1])) {
      return [settingIssue('setting-run', text, value)];
    }
    if (isNewId(document, path)) return [settingIssue('setting-id', text, value)];
    return put(document, path, value) ? [] : [settingIssue('setting-place', text, value)];
  });
  if (issues.length > 0) return { ok: false, issues };
  const checked = checkScenario(document);
  return checked.ok ? { ok: true, scenario: checked.scenario } : checked;
}

/**
 * What a text means at a place of the scenario: the kind of value that stands there now (text, number,
 * yes or no, list); where nothing stands, a JSON value if that is right there, else the text itself.
 */
export function settingValue(scenario: Scenario, pathText: string, text: string): unknown {
  const json = jsonOf(text);
  const path = settingPath(pathText);
  if (json === undefined || path === null) return text;
  const now = valueAt(scenario, path);
  if (typeof now === 'string') return text;
  if (now !== undefined) return json;
  const wrong = (value: unknown): boolean => {
    const result = withSettings(scenario, { [pathText]: value });
    return !result.ok && result.issues.some((issue) => sameKeys(issue.path, path));
  };
  return wrong(json) && !wrong(text) ? text : json;
}

/** Keys of `run` that a study has once. */
const OF_THE_RUN: ReadonlySet<unknown> = new Set([undefined, 'seed', 'replications', 'confidence']);
/** Keys of the scenario whose own keys are ids. */
const BY_ID: ReadonlySet<unknown> = new Set(['customers', 'services', 'counters', 'staff']);

/** Whether a path leads into something of an id that the document does not have: a slip of the pen. */
function isNewId(document: Json, path: SettingPath): boolean {
  const all = document[path[0]!];
  const inside = path.length > 2 && BY_ID.has(path[0]) && isBox(all);
  return inside && !Object.hasOwn(all, path[1]!);
}

function put(document: unknown, path: SettingPath, value: unknown): boolean {
  let at = document;
  for (const [i, key] of path.entries()) {
    if (!isBox(at) || Array.isArray(at) !== (typeof key === 'number')) return false;
    if (Array.isArray(at) && (key as number) >= at.length) return false;
    // A key such as __proto__ must become a key of the document and nothing else.
    const define = (entry: unknown): void => {
      Object.defineProperty(at, key, {
        value: entry,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    };
    if (i === path.length - 1) define(value);
    else if (!Object.hasOwn(at, key)) define({});
    at = Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return true;
}

function valueAt(document: unknown, path: SettingPath): unknown {
  let at = document;
  for (const key of path) {
    if (!isBox(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}

function sameKeys(issuePath: string, path: SettingPath): boolean {
  const at = settingPath(issuePath);
  return at !== null && path.every((key, i) => at[i] === key);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function structuredCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
