import {
  type Estimate,
  EXACT_LIMIT,
  Histogram,
  selectOrderStatistic,
  studentTQuantile,
} from '@hallsim/stats';

/** Replications are put together to at most so many groups, whose quantiles make the interval. */
const GROUPS = 20;
/** Fewer values than this expected beyond a quantile, on its scarcer side, give no interval. */
const LEAST_BEYOND = 3;

/** Waits of some replications. */
interface Group {
  total: number;
  /** The waits themselves, or how many fall into each bin. */
  readonly kept: Float64Array[];
  readonly counted: Histogram;
}

/**
 * Waits of all replications, pooled: each quantile is that of all waits, and its interval comes from
 * the quantiles of groups of replications (sectioning: S. Asmussen & P. Glynn, Stochastic Simulation
 * (2007) §III.5a, about the pooled value). Replications of a queue are long and alike, so that a group
 * may be a single one. Up to 200,000 waits are kept and give order statistics floor(p n); more are
 * counted in bins of relative width under 0.1 %, so that memory does not grow with the run.
 */
export class WaitQuantiles {
  readonly exact: boolean;
  readonly #groups: Group[];
  readonly #replications: number;
  #replication = 0;

  /** @param most customers that may come in all replications together */
  constructor(replications: number, most: number) {
    this.#replications = replications;
    this.#groups = Array.from({ length: Math.min(GROUPS, replications) }, () => ({
      total: 0,
      kept: [],
      counted: new Histogram(),
    }));
    this.exact = most <= EXACT_LIMIT;
  }

  /** The waits of the next replication: values[0 … count). */
  add(values: Float64Array, count: number): void {
    const place = Math.floor((this.#replication++ * this.#groups.length) / this.#replications);
    const group = this.#groups[place]!;
    group.total += count;
    if (this.exact) group.kept.push(values.slice(0, count));
    else group.counted.addAll(values, 0, count);
  }

  /** One estimate per p, a fraction. */
  estimates(ps: readonly number[], confidence: number): Estimate[] {
    const groups = this.#groups.filter(({ total }) => total > 0);
    const all: Group = {
      total: groups.reduce((sum, { total }) => sum + total, 0),
      kept: groups.flatMap(({ kept }) => kept),
      counted: new Histogram(),
    };
    for (const { counted } of groups) all.counted.merge(counted);
    const [value, ...parts] = [all, ...groups].map((group) => this.#quantiles(group, ps));
    return ps.map((p, i) => {
      const none = { low: null, high: null };
      if (all.total === 0) return { value: null, ...none, reason: 'nothing-observed' };
      const pooled = value![i]!;
      if (parts.length < 2) return { value: pooled, ...none, reason: 'one-day' };
      if (all.total * Math.min(p, 1 - p) < LEAST_BEYOND) {
        return { value: pooled, ...none, reason: 'few-values' };
      }
      const squares = parts.reduce(
        (sum, part) => sum + (part[i]! - pooled) * (part[i]! - pooled),
        0,
      );
      const df = parts.length - 1;
      const error = Math.sqrt(squares / df / parts.length);
      const half = -studentTQuantile((1 - confidence) / 2, df) * error;
      return { value: pooled, low: Math.max(0, pooled - half), high: pooled + half };
    });
  }

  #quantiles({ total, kept, counted }: Group, ps: readonly number[]): number[] {
    if (!this.exact) return ps.map((p) => counted.quantile(p));
    if (total === 0) return ps.map(() => NaN);
    const values = new Float64Array(total);
    let at = 0;
    for (const part of kept) {
      values.set(part, at);
      at += part.length;
    }
    return ps.map((p) => selectOrderStatistic(values, p));
  }
}
