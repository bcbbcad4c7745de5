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
  const document = structuredCopy(base);
  const issues = Object.entries(settings).flatMap(([text, value]) => {
    const path = settingPath(text);
    if (path === null) return [settingIssue('setting-path', text, text)];
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
