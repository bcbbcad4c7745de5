import { exp, expm1, log, logGamma, pow } from '@hallsim/stats';
import { type Law, makeVariate, needs, requireAbove, scaled, type Variate } from './variate.js';

const WEIBULL: Law = /* @__PURE__ */ scaled(
  'weibull',
  (spread, u) => spread.mean * (spread.b * pow(-log(1 - u), spread.a)),
  ({ a, b }, x) => -expm1(-pow(x / b, 1 / a)),
  ({ a, b }) => b * b * exp(logGamma(1 + 2 * a)) - 1,
);

/** Weibull with the given coefficient of variation (0.0013 to 370000); its shape is found by bisection. */
export function weibull(mean: number, cv: number): Variate {
  if (!(cv >= 0.0013 && cv <= 3.7e5)) needs('weibull', 'a cv from 0.0013 to 370000', cv);
  let low = 0.05;
  let high = 1000;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const shape = (low + high) / 2;
    if (weibullCv(shape) > cv) low = shape;
    else high = shape;
  }
  const shape = (low + high) / 2;
  return makeVariate(WEIBULL, mean, 1 / shape, 1 / exp(logGamma(1 + 1 / shape)));
}

/** Weibull by its shape and its scale (both > 0): P(X > x) = exp(-(x / scale)^shape). */
export function weibullShape(shape: number, scale: number): Variate {
  const a = 1 / requireAbove('weibull', 'shape', shape);
  const unit = exp(logGamma(1 + a));
  return makeVariate(WEIBULL, requireAbove('weibull', 'scale', scale) * unit, a, 1 / unit);
}

function weibullCv(shape: number): number {
  return Math.sqrt(exp(logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape)) - 1);
}
