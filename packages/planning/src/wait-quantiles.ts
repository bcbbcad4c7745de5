import {
  type Estimate,
  EXACT_LIMIT,
  Histogram,
  meanInterval,
  quantiles,
  studentTQuantile,
} from '@hallsim/stats';

/** Replications are put together to at most so many groups, from whose quantiles the interval comes. */
const GROUPS = 20;
/** Fewer values than this expected beyond a quantile, on its scarcer side, give no interval. */
const LEAST_BEYOND = 3;

/**
 * Waits of all replications, pooled: quantiles with intervals by sectioning. Up to 200,000 waits
 * they are kept and the quantiles are order statistics; beyond that they are counted in bins of
 * relative width under 0.1 %, so that memory does not grow with the run.
 */
export class WaitQuantiles {
  readonly exact: boolean;
  readonly #replications: number;
  readonly #histograms: Histogram[] = [];
  readonly #values: Float64Array[] = [];
  #replication = 0;

  /** @param most customers that may come in all replications together */
  constructor(replications: number, most: number) {
    this.#replications = replications;
    this.exact = most <= EXACT_LIMIT;
  }

  /** The waits of the next replication: values[0 … count). */
  add(values: Float64Array, count: number): void {
    const replication = this.#replication++;
    if (this.exact) {
      this.#values.push(values.slice(0, count));
      return;
    }
    const groups = Math.min(GROUPS, this.#replications);
    const group = Math.floor((replication * groups) / this.#replications);
    (this.#histograms[group] ??= new Histogram()).addAll(values, 0, count);
  }

  /** One estimate per p. */
  estimates(ps: readonly number[], confidence: number): Estimate[] {
    if (this.exact) return this.#bySelection(ps, confidence);
    const all = new Histogram();
    const groups = this.#histograms.filter(({ total }) => total > 0);
    for (const group of groups) all.merge(group);
    return ps.map((p) => {
      if (all.total === 0) return meanInterval(new Float64Array(0), confidence);
      const value = all.quantile(p);
      if (groups.length < 2) return { value, low: null, high: null, reason: 'one-day' };
      if (all.total * Math.min(p, 1 - p) < LEAST_BEYOND) {
        return { value, low: null, high: null, reason: 'few-values' };
      }
      let squares = 0;
      for (const group of groups) {
        const gap = group.quantile(p) - value;
        squares += gap * gap;
      }
      const df = groups.length - 1;
      const half =
        -studentTQuantile((1 - confidence) / 2, df) * Math.sqrt(squares / df / groups.length);
      return { value, low: Math.max(0, value - half), high: value + half };
    });
  }

  #bySelection(ps: readonly number[], confidence: number): Estimate[] {
    const starts = new Int32Array(this.#values.length + 1);
    this.#values.forEach(({ length }, i) => {
      starts[i + 1] = starts[i]! + length;
    });
    const all = new Float64Array(starts.at(-1)!);
    this.#values.forEach((values, i) => {
      all.set(values, starts[i]);
    });
    return quantiles(all, starts, ps, confidence).estimates;
  }
}
