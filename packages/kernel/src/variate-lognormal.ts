import { exp, expm1, log, normalCdf, normalQuantile } from '@hallsim/stats';
import { draw } from './address.js';
import { type Law, makeVariate, needs, requireAbove, scaled, type Variate } from './variate.js';

const LOGNORMAL: Law = /* @__PURE__ */ scaled(
  'lognormal',
  (spread, u) => spread.mean * exp(spread.a * normalQuantile(u) + spread.b),
  ({ a, b }, x) => normalCdf((log(x) - b) / a),
  ({ a }) => expm1(a * a),
  { fill: fillLognormal },
);

/** Lognormal with the given coefficient of variation (> 0, at most 1e150): ln X has variance ln(1 + cv²). */
export function lognormal(mean: number, cv: number): Variate {
  if (cv > 1e150) needs('lognormal', 'a cv of at most 1e150', cv);
  const variance = log(1 + requireAbove('lognormal', 'cv', cv) * cv);
  return makeVariate(LOGNORMAL, mean, Math.sqrt(variance), -variance / 2);
}

function fillLognormal(
  { mean, a, b }: Variate,
  low: number,
  high: number,
  first: number,
  out: Float64Array,
  count: number,
): void {
  // two passes: each stays small enough to be compiled as one piece
  for (let i = 0; i < count; i++) out[i] = draw(low, high, (first + i) | 0);
  for (let i = 0; i < count; i++) out[i] = mean * exp(a * normalQuantile(out[i]!) + b);
}
