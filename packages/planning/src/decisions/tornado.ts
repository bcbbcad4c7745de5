import {
  checkOptions,
  compare,
  type MeasureValue,
  MEASURES,
  type Settings,
  SettingError,
  STUDY_OPTIONS,
  type StudyOptions,
  withSettings,
} from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';

export interface TornadoOptions extends StudyOptions {
  /** What is asked about: the id of a measure, such as `hall.serviceLevel.everyone`. */
  readonly measure: string;
  /** For each key, by its path, a low and a high value of the JSON. */
  readonly keys: Readonly<Record<string, readonly [low: unknown, high: unknown]>>;
}

/** What one key changes when all others stay. */
export interface TornadoBar {
  readonly path: string;
  readonly low: { readonly set: unknown; readonly change: MeasureValue };
  readonly high: { readonly set: unknown; readonly change: MeasureValue };
  /** Distance between the two changes; `null` where one of them is not known. */
  readonly swing: number | null;
}

export interface Tornado {
  readonly measure: string;
  readonly base: MeasureValue;
  /** The widest first; those of which it is not known how wide they are last. */
  readonly bars: readonly TornadoBar[];
  /** Days that were run of the base and of every end. */
  readonly replications: number;
  /** Whether these are all days that were asked for; they are fewer when it was stopped. */
  readonly complete: boolean;
}

/**
 * Which keys matter: each is set to a low and a high value while the others stay, and the change of a measure is
 * estimated day by day on the same customers, with its interval.
 * @throws SettingError for a path or a value that cannot be, all of them at once; RangeError for an unknown
 *   measure or an option out of range; UnknownDayTypeError, UnknownRuleError, RuleModuleError, ArrivalsError,
 *   DayError, RunnerError
 */
export async function tornado(scenario: Scenario, options: TornadoOptions): Promise<Tornado> {
  checkOptions('tornado', options, ['measure', 'keys', 'day', 'arrivals', ...STUDY_OPTIONS]);
  const { measure, keys, ...study } = options;
  if (!MEASURES.some(({ id }) => id === measure)) {
    throw new RangeError(`There is no measure "${measure}".`);
  }
  const ends = Object.entries(keys).flatMap(([path, [low, high]]) => [
    { id: `${path} low`, set: { [path]: low } },
    { id: `${path} high`, set: { [path]: high } },
  ]);
  const { base, variants } = await compare(scenario, {
    ...study,
    variants: scenariosOf(scenario, ends),
  });
  const value = base.measures[measure]!;
  const bars = Object.entries(keys).map(([path, [low, high]]): TornadoBar => {
    const change = (end: string): MeasureValue => variants[`${path} ${end}`]!.change[measure]!;
    const [one, other] = [change('low'), change('high')];
    return {
      path,
      low: { set: low, change: one },
      high: { set: high, change: other },
      swing: one.value === null || other.value === null ? null : Math.abs(other.value - one.value),
    };
  });
  return {
    measure,
    base: value,
    bars: bars.toSorted((a, b) => (b.swing ?? -1) - (a.swing ?? -1)),
    replications: base.run.replications,
    complete: base.run.complete,
  };
}

/** Scenarios with settings, by id. @throws SettingError */
function scenariosOf(
  scenario: Scenario,
  all: readonly { readonly id: string; readonly set: Settings }[],
): Record<string, Scenario> {
  const results = all.map(({ id, set }) => ({ id, result: withSettings(scenario, set) }));
  const issues = results.flatMap(({ result }) => (result.ok ? [] : result.issues));
  if (issues.length > 0) throw new SettingError(issues);
  return Object.fromEntries(
    results.flatMap(({ id, result }) => (result.ok ? [[id, result.scenario]] : [])),
  );
}
