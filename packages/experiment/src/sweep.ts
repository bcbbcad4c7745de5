import type { Issue, Scenario } from '@hallsim/scenario';
import { checkOptions, STUDY_OPTIONS } from './check-options.js';
import { settingIssue } from './setting-issues.js';
import { type Settings, type SetResult, withSettings } from './settings.js';
import { simulate, type StudyOptions, studyOf } from './simulate.js';
import type { Summary } from './summary-json.js';

/** The values that each key takes: by path, such as `kiosks.count`, a list of values of the JSON. */
export type SweepValues = Readonly<Record<string, readonly unknown[]>>;

export interface SweepOptions extends StudyOptions {
  /** Every combination is simulated; the last key changes fastest. At most 10,000 combinations. */
  readonly set: SweepValues;
  /** Gets each cell when it is finished, with how many there are. */
  readonly onCell?: (cell: SweepCell, cells: number) => void;
}

/** One combination of values and what its days say. */
export interface SweepCell {
  readonly set: Settings;
  readonly summary: Summary;
}

/** Settings that do not give scenarios; `issues` says where and how, all at once. */
export class SettingError extends RangeError {
  override readonly name = 'SettingError';
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ path, message, fix }) => `${path}: ${message.en} ${fix.en}`).join('\n'));
    this.issues = issues;
  }
}

/** Combinations that are simulated at most. */
const MOST_CELLS = 10_000;

/**
 * A series or a grid: the scenario with every combination of some values. All cells meet the same
 * customers with the same dice, so that neighbours differ by the setting and not by chance. Cells are run
 * one after the other; when stopped, those finished are returned, and the last may have fewer days
 * (`summary.run.complete`).
 * @throws SettingError for a path or a value that cannot be, all of them at once; RangeError for an
 *   option out of range; UnknownDayTypeError, DayError, RunnerError
 */
export async function sweep(scenario: Scenario, options: SweepOptions): Promise<SweepCell[]> {
  checkOptions('sweep', options, ['set', 'day', 'arrivals', 'onCell', ...STUDY_OPTIONS]);
  const { set, onCell, onDays, ...study } = options;
  const { replications } = studyOf(scenario, options);
  const grid = sweepGrid(scenario, set);
  const cells: SweepCell[] = [];
  for (const { settings, scenario: changed } of grid) {
    if (study.signal?.aborted) break;
    const before = cells.length * replications;
    const summary = await simulate(changed, {
      ...study,
      replications,
      onDays: (days) => onDays?.(before + days, grid.length * replications),
    });
    if (summary.run.replications === 0) break;
    const cell = { set: settings, summary };
    cells.push(cell);
    onCell?.(cell, grid.length);
    if (!summary.run.complete) break;
  }
  return cells;
}

/**
 * Every combination with its scenario, in the order in which they are simulated.
 * @throws SettingError
 */
export function sweepGrid(
  scenario: Scenario,
  set: SweepValues,
): { readonly settings: Settings; readonly scenario: Scenario }[] {
  const keys = Object.entries(set);
  const size = keys.reduce((product, [, values]) => product * values.length, 1);
  const empty = keys.filter(([, values]) => values.length === 0);
  if (empty.length > 0) {
    throw new SettingError(empty.map(([path]) => settingIssue('setting-empty', path, null)));
  }
  if (size > MOST_CELLS) {
    throw new SettingError([settingIssue('setting-many', String(size), size)]);
  }
  const results = combinations(keys).map((settings) => ({
    settings,
    result: withSettings(scenario, settings),
  }));
  const issues = results.flatMap(({ result }) => (result.ok ? [] : result.issues));
  if (issues.length > 0) throw new SettingError(withoutRepeats(issues));
  return results.map(({ settings, result }) => ({
    settings,
    scenario: (result as Extract<SetResult, { ok: true }>).scenario,
  }));
}

function combinations(keys: readonly (readonly [string, readonly unknown[]])[]): Settings[] {
  let all: Settings[] = [{}];
  for (const [path, values] of keys) {
    all = all.flatMap((settings) => values.map((value) => ({ ...settings, [path]: value })));
  }
  return all;
}

/** The same fault comes back in every cell that has the value. */
function withoutRepeats(issues: readonly Issue[]): Issue[] {
  const seen = new Set<string>();
  return issues.filter(({ path, message }) => {
    const key = `${path}\n${message.en}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
