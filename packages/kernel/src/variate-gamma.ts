import { gammaQuantile, regularizedGammaP } from '@hallsim/stats';
import { type Law, makeVariate, needs, requireAbove, scaled, type Variate } from './variate.js';

const GAMMA: Law = /* @__PURE__ */ scaled(
  'gamma',
  (spread, u) => spread.mean * (gammaQuantile(u, spread.a) / spread.a),
  ({ a }, x) => regularizedGammaP(a, a * x),
  ({ a }) => 1 / a,
);

/** Gamma with the given coefficient of variation (> 0): shape 1 / cv². */
export function gamma(mean: number, cv: number): Variate {
  return makeVariate(GAMMA, mean, 1 / (requireAbove('gamma', 'cv', cv) * cv));
}

/** Erlang with k phases, k a whole number of at least 1: a gamma with cv 1 / √k. */
export function erlang(mean: number, k: number): Variate {
  if (!Number.isInteger(k) || k < 1) {
    needs('erlang', 'a whole number of phases of at least 1', k);
  }
  return makeVariate(GAMMA, mean, k);
}
