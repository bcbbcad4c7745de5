import { checkNotNegative, checkPositive } from './check.js';
import { sinCos } from './elementary.js';
import { type Law } from './laws/law.js';

/** Arrivals at a constant rate from one time to another. */
export interface RatePiece {
  readonly from: number;
  readonly to: number;
  /** λ, arrivals per time unit, at least 0. */
  readonly rate: number;
}

/**
 * The offered load m(t) of M(t)/G/inf, in servers: the mean number in service if nobody had to wait.
 * N(t) is Poisson with this mean. m(t) = Σ λ E[S] (Fe(t - from) - Fe(t - to)), Fe the equilibrium
 * service law; it lags the arrivals by about E[S] (1 + scv) / 2 (S. G. Eick, W. A. Massey & W. Whitt,
 * Oper. Res. 41 (1993) 731-742, Theorem 1; "modified offered load").
 *
 * @param pieces any order, may overlap (rates then add up); nobody before and between them
 * @throws RangeError naming the value
 */
export function offeredLoad(pieces: readonly RatePiece[], service: Law, time: number): number {
  let load = 0;
  for (const { from, to, rate } of pieces) {
    checkNotNegative('rate', rate);
    checkPositive('to - from', to - from);
    if (time <= from) continue;
    const young = service.equilibriumSurvival(Math.max(0, time - to));
    load += rate * service.mean * (young - service.equilibriumSurvival(time - from));
  }
  return load;
}

/** A rate mean + amplitude sin(2π t / period). */
export interface SineRate {
  readonly mean: number;
  readonly amplitude: number;
  readonly period: number;
}

/**
 * The offered load of a sinusoidal rate since long ago:
 * m(t) = E[S] (mean + amplitude (sin(γt) E[cos γSe] - cos(γt) E[sin γSe])) (S. G. Eick, W. A. Massey
 * & W. Whitt, Management Science 39 (1993) 241-252), the two means by integrals against
 * the service law: E[cos γSe] = E[sin γS] / (γ E[S]), E[sin γSe] = E[1 - cos γS] / (γ E[S]).
 *
 * @throws RangeError naming the value
 */
export function sineOfferedLoad(
  { mean, amplitude, period }: SineRate,
  service: Law,
  time: number,
): number {
  checkNotNegative('mean', mean);
  checkPositive('period', period);
  const gamma = (2 * Math.PI) / period;
  const cosine = service.expect((s) => sinCos(gamma * s)[0]) / gamma;
  const sine =
    service.expect((s) => {
      const half = sinCos(0.5 * gamma * s)[0];
      return 2 * half * half;
    }) / gamma;
  const [sin, cos] = sinCos(gamma * time);
  return mean * service.mean + amplitude * (sin * cosine - cos * sine);
}
