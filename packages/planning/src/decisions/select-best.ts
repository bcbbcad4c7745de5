import {
  dayNumbers,
  MEASURES,
  type NumberedHall,
  type Runner,
  type StopSignal,
} from '@hallsim/experiment';
import { applyVariant, runSettings, type Scenario } from '@hallsim/scenario';
import { chanceOfBest, KimNelson, ocbaShares } from '@hallsim/stats';

export interface SelectOptions {
  /** Ids of the scenario's variants (`base` is the scenario itself), or whole scenarios by ids of the caller's. */
  readonly variants: readonly string[] | Readonly<Record<string, Scenario>>;
  /** Id of a measure that is a mean or a share, such as `hall.serviceLevel.everyone`. */
  readonly measure: string;
  /** Day type. Default: the scenario's. */
  readonly day?: string;
  /** Any text. Default: the scenario's `run.seed`, else `first`. */
  readonly seed?: string;
  readonly runner?: Runner;
  readonly signal?: StopSignal;
}

export interface SureOptions extends SelectOptions {
  /** Difference that matters, in the unit of the measure. */
  readonly indifference: number;
  /** Chance of choosing right that is promised. Default 0.95. */
  readonly confidence?: number;
  /** Days of each variant before any is left out, at least 3. Default 20. */
  readonly firstStage?: number;
  /** Days of each variant at most. Default 10,000. */
  readonly most?: number;
}

export interface BudgetOptions extends SelectOptions {
  /** Days of all variants together. */
  readonly budget: number;
  /** Days of each variant before the rest is shared out, at least 5. Default 10. */
  readonly firstStage?: number;
}

/** Which variant is the best, and what it took. */
export interface Selection {
  /** `null` when it was stopped, or the days were used up, with several left. */
  readonly best: string | null;
  /** Mean over its days of each day's own value, and how many days it was given. */
  readonly variants: Readonly<Record<string, { readonly mean: number; readonly days: number }>>;
  /** Variants that may still be the best. */
  readonly left: readonly string[];
}

/** Days of all survivors that are run at a time. */
const STAGE = 20;

/**
 * The best of several variants, with a promised chance of choosing right: Kim and Nelson's procedure (see
 * `KimNelson` for the promise). All variants meet the same customers, and one that cannot be the best
 * gets no more days. What is compared is the mean over days of each day's own value.
 * @throws RangeError for an option out of range
 */
export async function selectBest(scenario: Scenario, options: SureOptions): Promise<Selection> {
  const { indifference, confidence = 0.95, firstStage = 20, most = 10_000 } = options;
  const field = new Field(scenario, options);
  const selection = new KimNelson({
    systems: field.ids.length,
    indifference,
    confidence,
    firstStage,
    better: field.better,
  });
  for (let day = 0; selection.chosen === null && day < most; ) {
    const alive = selection.survivors;
    const count = Math.min(day === 0 ? firstStage : STAGE, most - day);
    const days = await field.run(alive, day, count);
    if (days < count) break;
    const row = new Float64Array(field.ids.length).fill(NaN);
    for (let i = 0; i < count && selection.chosen === null; i++) {
      for (const system of alive) row[system] = field.values[system]![day + i]!;
      selection.add(row);
    }
    day += count;
  }
  return field.answer(selection.chosen, selection.survivors);
}

/**
 * The variant that looks best after a budget of days, shared out so that the chance of choosing right is as large
 * as may be (OCBA). No chance is promised; `chance` is a lower bound of it as the days let it seem.
 * @throws RangeError for an option out of range
 */
export async function selectWithin(
  scenario: Scenario,
  options: BudgetOptions,
): Promise<Selection & { readonly chance: number }> {
  const { budget, firstStage = 10 } = options;
  const field = new Field(scenario, options);
  const systems = field.ids.map((_, i) => i);
  if (!(Number.isInteger(firstStage) && firstStage >= 5)) {
    throw new RangeError(`firstStage must be a whole number of at least 5, not ${firstStage}.`);
  }
  if (!(Number.isInteger(budget) && budget >= firstStage * systems.length)) {
    throw new RangeError(
      `budget must be at least ${firstStage * systems.length} days, not ${budget}.`,
    );
  }
  const sign = field.better === 'more' ? 1 : -1;
  let done = await field.run(systems, 0, firstStage);
  let spent = done * systems.length;
  while (done > 0 && spent < budget) {
    const { means, deviations } = field.moments(sign);
    const shares = ocbaShares(means, deviations);
    const goal = Math.min(budget, spent + Math.max(systems.length, STAGE));
    const behind = systems.map((i) => Math.max(0, shares[i]! * goal - field.values[i]!.length));
    const most = behind.indexOf(Math.max(...behind));
    const count = Math.min(goal - spent, Math.max(1, Math.round(behind[most]!)));
    done = await field.run([most], field.values[most]!.length, count);
    spent += done;
  }
  const { means, deviations, counts } = field.moments(sign);
  const best = means.indexOf(means.reduce((top, mean) => Math.max(top, mean), -Infinity));
  return { ...field.answer(best, systems), chance: chanceOfBest(means, deviations, counts) };
}

/** The variants with the values of their days so far. */
class Field {
  readonly ids: readonly string[];
  readonly better: 'more' | 'less';
  readonly values: number[][];
  readonly #halls: readonly NumberedHall[];
  readonly #options: SelectOptions;
  readonly #seed: string;
  readonly #of: { readonly sum: string; readonly per: string };

  constructor(scenario: Scenario, options: SelectOptions) {
    const { measure: id, variants, day } = options;
    const measure = MEASURES.find((one) => one.id === id);
    if (measure === undefined || 'quantile' in measure.of || measure.better === null) {
      throw new RangeError(
        `"${id}" is no measure to select by: give a mean or share of which more or less is better.`,
      );
    }
    const named = Array.isArray(variants)
      ? (variants as readonly string[]).map((name): [string, Scenario] => [
          name,
          withVariant(scenario, name),
        ])
      : Object.entries(variants as Readonly<Record<string, Scenario>>);
    this.ids = named.map(([name]) => name);
    this.#halls = named.map(([, hall]) => ({ scenario: hall, day }));
    this.values = named.map(() => []);
    this.better = measure.better;
    this.#of = measure.of;
    this.#options = options;
    this.#seed = options.seed ?? runSettings(scenario).seed;
  }

  /** Runs days of some variants; returns how many were run. */
  async run(systems: readonly number[], first: number, count: number): Promise<number> {
    const { sum, per } = this.#of as { sum: 'inTime'; per: 'came' };
    const { runner, signal } = this.#options;
    const found = await dayNumbers(
      systems.map((i) => this.#halls[i]!),
      { seed: this.#seed, first, replications: count, columns: [sum, per], runner, signal },
    );
    found.forEach(({ columns, days }, at) => {
      for (let day = 0; day < days; day++) {
        const below = columns[per]![day]!;
        // On a day on which nobody counts there is nothing to be better at.
        this.values[systems[at]!]!.push(below === 0 ? 0 : columns[sum]![day]! / below);
      }
    });
    return found[0]?.days ?? 0;
  }

  moments(sign: 1 | -1): Record<'means' | 'deviations' | 'counts', Float64Array> {
    const mean = (values: readonly number[]): number =>
      values.reduce((total, value) => total + value, 0) / values.length;
    const means = Float64Array.from(this.values, mean);
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
    const { means, counts } = this.moments(1);
    return {
      best: best === null ? null : this.ids[best]!,
      variants: Object.fromEntries(
        this.ids.map((id, i) => [id, { mean: means[i]!, days: counts[i]! }]),
      ),
      left: left.map((i) => this.ids[i]!),
    };
  }
}

function withVariant(scenario: Scenario, id: string): Scenario {
  const applied = applyVariant(scenario, id);
  if (applied.ok) return applied.scenario;
  throw new RangeError(applied.issues.map(({ message }) => message.en).join('\n'));
}
