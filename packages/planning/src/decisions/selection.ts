import {
  dayNumbers,
  MEASURES,
  type NumberedHall,
  type StudyOptions,
  withVariant,
} from '@hallsim/experiment';
import { runSettings, type Scenario } from '@hallsim/scenario';

/** Among which halls the best is chosen, and by what. */
export interface SelectOptions
  extends Omit<StudyOptions, 'replications' | 'confidence' | 'arrivals' | 'onDays'> {
  /** Ids of the scenario's variants (`base` is the scenario itself), or whole scenarios by ids of the caller's; at least two. */
  readonly variants: readonly string[] | Readonly<Record<string, Scenario>>;
  /** Id of a measure that is a mean or a share, such as `hall.serviceLevel.everyone`. */
  readonly measure: string;
  /** Told how many days have been run, of all variants together. */
  readonly onDays?: (days: number) => void;
}

/** Names of {@link SelectOptions}. */
export const SELECT_OPTIONS: readonly string[] = [
  ...['variants', 'measure', 'day', 'seed'],
  ...['signal', 'onDays', 'rules', 'runner'],
];

/** Which variant is the best, and what it took. */
export interface Selection {
  /** `null` when it was stopped, or the days were used up, with several left. */
  readonly best: string | null;
  /** Mean over its days of each day's own value, `null` without a day, and how many days it was given. */
  readonly variants: Readonly<
    Record<string, { readonly mean: number | null; readonly days: number }>
  >;
  /**
   * Variants that were on every day exactly as good as the best, as far as both were run: nothing but their
   * place in the list tells them apart.
   */
  readonly ties: readonly string[];
  /** Variants that may still be the best. */
  readonly left: readonly string[];
  /** Whether it came to its end; `false` when it was stopped before. */
  readonly complete: boolean;
}

/** Variants with the values of their days so far. */
export class SelectionField {
  readonly ids: readonly string[];
  readonly better: 'more' | 'less';
  readonly values: number[][];
  readonly #halls: readonly NumberedHall[];
  readonly #options: SelectOptions;
  readonly #seed: string;
  readonly #of: { readonly sum: string; readonly per: string };
  #run = 0;
  #stopped = false;

  /** @throws RangeError for an option out of range, UnknownVariantError */
  constructor(scenario: Scenario, options: SelectOptions) {
    const { measure: id, variants, day } = options;
    const measure = MEASURES.find((one) => one.id === id);
    if (measure === undefined || 'quantile' in measure.of || measure.better === null) {
      throw new RangeError(
        `"${id}" is no measure to select by: give a mean or share of which more or less is better.`,
      );
    }
    const named = isList(variants)
      ? variants.map((name) => [name, withVariant(scenario, name)] as const)
      : Object.entries(variants);
    this.ids = named.map(([name]) => name);
    checkIds(this.ids);
    this.#halls = named.map(([, hall]) => ({ scenario: hall, day }));
    this.values = named.map(() => []);
    this.better = measure.better;
    this.#of = measure.of;
    this.#options = options;
    this.#seed = options.seed ?? runSettings(scenario).seed;
  }

  /** Whether it was stopped: what was asked for last came with fewer days, or none. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Runs days of some variants; returns how many were run. */
  async run(systems: readonly number[], first: number, count: number): Promise<number> {
    const { sum, per } = this.#of as { sum: 'inTime'; per: 'came' };
    const { runner, signal, rules, onDays } = this.#options;
    const before = this.#run;
    const found = await dayNumbers(
      systems.map((i) => this.#halls[i]!),
      {
        seed: this.#seed,
        first,
        replications: count,
        columns: [sum, per],
        rules,
        runner,
        signal,
        onDays: (days) => onDays?.((this.#run = before + days * systems.length)),
      },
    );
    found.forEach(({ columns, days }, at) => {
      for (let day = 0; day < days; day++) {
        const below = columns[per]![day]!;
        // On a day on which nobody counts there is nothing to be better at.
        this.values[systems[at]!]!.push(below === 0 ? 0 : columns[sum]![day]! / below);
      }
    });
    const days = found[0]!.days;
    this.#stopped = days < count;
    return days;
  }

  /** Of variants that have days. */
  moments(sign: 1 | -1): Record<'means' | 'deviations' | 'counts', Float64Array> {
    const means = Float64Array.from(this.values, meanOf);
    const deviations = Float64Array.from(this.values, (values, i) =>
      Math.sqrt(
        values.reduce((total, value) => total + (value - means[i]!) * (value - means[i]!), 0) /
          Math.max(1, values.length - 1),
      ),
    );
    const counts = Float64Array.from(this.values, (values) => values.length);
    return { means: means.map((value) => sign * value), deviations, counts };
  }

  answer(best: number | null, left: readonly number[]): Selection {
    return {
      best: best === null ? null : this.ids[best]!,
      variants: Object.fromEntries(
        this.ids.map((id, i) => {
          const values = this.values[i]!;
          return [id, { mean: values.length === 0 ? null : meanOf(values), days: values.length }];
        }),
      ),
      ties: best === null ? [] : this.#tiesOf(best).map((i) => this.ids[i]!),
      left: left.map((i) => this.ids[i]!),
      complete: best !== null || !this.#stopped,
    };
  }

  #tiesOf(best: number): number[] {
    const values = this.values[best]!;
    const others = this.values.map((_, i) => i).filter((i) => i !== best);
    return others.filter((i) =>
      this.values[i]!.every((value, day) => value === (values[day] ?? value)),
    );
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function checkIds(ids: readonly string[]): void {
  if (ids.length < 2) {
    const given = ids.length === 0 ? 'none' : `"${ids[0]!}" alone`;
    throw new RangeError(`variants must be at least two to choose among, not ${given}.`);
  }
  const twice = ids.find((id, i) => ids.indexOf(id) < i);
  if (twice !== undefined) throw new RangeError(`variants has "${twice}" twice: give it once.`);
}

function isList(
  variants: readonly string[] | Readonly<Record<string, Scenario>>,
): variants is readonly string[] {
  return Array.isArray(variants);
}
