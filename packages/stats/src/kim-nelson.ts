import { requireFinite, requireProbability } from './checks.js';
import { pow } from './pow.js';

/** What a selection is to be sure of. */
export interface KimNelsonOptions {
  /** Systems to choose from, at least 2. */
  readonly systems: number;
  /** Difference that matters, above 0, in the unit of the values: systems closer than this to the best are as good. */
  readonly indifference: number;
  /** Chance of choosing right that is promised, such as 0.95; at least 1 / systems. */
  readonly confidence: number;
  /** Observations of each system before any is left out, at least 3; default 20. */
  readonly firstStage?: number;
  /** Which way is better. Default `more`. */
  readonly better?: 'more' | 'less';
}

/**
 * Selection of the best of several systems, observation by observation, leaving out as early as may be those
 * that are not the best (S.-H. Kim & B. L. Nelson, ACM TOMACS 11 (2001) 251-273, procedure KN with
 * c = 1). If the observations are normal, independent from row to row (in a row they may depend on each other,
 * as on common random numbers, which shortens the selection), and the best mean is better than every other by at
 * least `indifference`, the best is chosen with a chance of at least `confidence`. Where others come nearer,
 * one within `indifference` of the best is chosen, in practice as often.
 */
export class KimNelson {
  readonly #options: Required<KimNelsonOptions>;
  readonly #h2: number;
  readonly #sums: Float64Array;
  /** First observations, row after row. */
  readonly #first: Float64Array[] = [];
  /** Variance of the difference of systems i and l, at i * systems + l. */
  #variances: Float64Array | null = null;
  #survivors: number[];
  #rows = 0;

  /** @throws RangeError naming the option */
  constructor(options: KimNelsonOptions) {
    const { systems, indifference, confidence, firstStage = 20, better = 'more' } = options;
    requireProbability(confidence, 'confidence');
    if (!(Number.isInteger(systems) && systems >= 2)) {
      throw new RangeError(`systems is ${systems}: give a whole number of at least 2`);
    }
    if (!(indifference > 0 && indifference < Infinity)) {
      throw new RangeError(`indifference is ${indifference}: give a number above 0`);
    }
    if (!(Number.isInteger(firstStage) && firstStage >= 3)) {
      throw new RangeError(`firstStage is ${firstStage}: give a whole number of at least 3`);
    }
    if (confidence < 1 / systems) {
      throw new RangeError(
        `confidence is ${confidence}: guessing is right as often as 1 / systems`,
      );
    }
    this.#options = { systems, indifference, confidence, firstStage, better };
    const eta = 0.5 * (pow((2 * (1 - confidence)) / (systems - 1), -2 / (firstStage - 1)) - 1);
    this.#h2 = 2 * eta * (firstStage - 1);
    this.#sums = new Float64Array(systems);
    this.#survivors = Array.from({ length: systems }, (_, i) => i);
  }

  /** Systems that may still be the best. */
  get survivors(): readonly number[] {
    return this.#survivors;
  }

  /** Observations of each survivor so far. */
  get rows(): number {
    return this.#rows;
  }

  /** The chosen system; `null` while several may be the best. */
  get chosen(): number | null {
    return this.#survivors.length === 1 ? this.#survivors[0]! : null;
  }

  /**
   * The next observation of every survivor.
   * @param values one for each system; those of systems left out are not looked at
   * @throws RangeError where a survivor's is not finite
   */
  add(values: Float64Array): void {
    if (this.chosen !== null) return;
    requireFinite(
      Float64Array.from(this.#survivors, (i) => values[i]!),
      'values',
    );
    const sign = this.#options.better === 'more' ? 1 : -1;
    for (const i of this.#survivors) this.#sums[i]! += sign * values[i]!;
    this.#rows++;
    const { firstStage } = this.#options;
    if (this.#rows <= firstStage) this.#first.push(values.map((value) => sign * value));
    if (this.#rows < firstStage) return;
    this.#variances ??= this.#differences();
    this.#screen(this.#variances);
  }

  #screen(variances: Float64Array): void {
    const { systems, indifference } = this.#options;
    const sums = this.#sums;
    const slack = (i: number, l: number): number => {
      const spread = (this.#h2 * variances[i * systems + l]!) / (indifference * indifference);
      return Math.max(0, (indifference / 2) * (spread - this.#rows));
    };
    const before = this.#survivors;
    const left = before.filter((i) =>
      before.every((l) => l === i || sums[i]! >= sums[l]! - slack(i, l)),
    );
    if (left.length > 0) this.#survivors = left;
    // Equal to the last bit when nothing but equality is left to tell: the first is as good.
    const over = before.every((i) => before.every((l) => l === i || slack(i, l) === 0));
    if (over) this.#survivors = [this.#survivors[0]!];
  }

  #differences(): Float64Array {
    const { systems, firstStage: n } = this.#options;
    const variances = new Float64Array(systems * systems);
    for (let i = 0; i < systems; i++) {
      for (let l = 0; l < systems; l++) {
        let mean = 0;
        for (const row of this.#first) mean += (row[i]! - row[l]!) / n;
        let squares = 0;
        for (const row of this.#first) {
          const gap = row[i]! - row[l]! - mean;
          squares += gap * gap;
        }
        variances[i * systems + l] = squares / (n - 1);
      }
    }
    return variances;
  }
}
