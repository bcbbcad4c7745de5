/** A service time, a gap between arrivals or a patience: a positive random time and its calculus. */
export interface Law {
  /** Family, such as `lognormal`. */
  readonly family: string;
  /** Mean, in the caller's time unit. */
  readonly mean: number;
  /** Squared coefficient of variation: variance / mean². */
  readonly scv: number;
  /** E[X^k], k = 1, 2, 3. */
  readonly moment: (k: 1 | 2 | 3) => number;
  /** P(X <= t). */
  readonly cdf: (t: number) => number;
  /** P(X > t). */
  readonly survival: (t: number) => number;
  /**
   * P(Xe > t) of the equilibrium law, the time to the end of a service met in progress: the
   * integral of the survival function from t on, over the mean.
   */
  readonly equilibriumSurvival: (t: number) => number;
  /** Laplace-Stieltjes transform E[exp(-s X)], s >= 0. */
  readonly transform: (s: number) => number;
  /** E[g(X)] for a function that is smooth between the points given. */
  readonly expect: (g: (x: number) => number, breaks?: readonly number[]) => number;
  /** Times at which the survival function is not smooth, rising. */
  readonly breaks: readonly number[];
  /** The law as the time to absorption of a Markov chain, where it is one. */
  readonly phases?: Phases;
}

/** A phase-type law: where it starts, and the rates among its phases. */
export interface Phases {
  /** Probability of starting in each phase; adds up to 1. */
  readonly start: readonly number[];
  /** Rate from phase i (row) to phase j; the diagonal is minus the whole rate out of i. */
  readonly rates: readonly (readonly number[])[];
}

/** Rate at which each phase ends the time. */
export function exitRates({ rates }: Phases): number[] {
  return rates.map((row) => Math.max(0, -row.reduce((sum, rate) => sum + rate, 0)));
}
