import { exp, log, logGamma } from '@hallsim/stats';
import { makeVariate, needs, requireAbove, type Variate } from './variate.js';

/*
 * Families of positive values that are a shape of mean 1 times the mean: a new mean stretches every
 * value by the same factor to the bit.
 */

/** Always the same value. */
export function fixed(mean: number): Variate {
  return makeVariate('fixed', mean);
}

/** Exponential: cv 1. */
export function exponential(mean: number): Variate {
  return makeVariate('exponential', mean);
}

/** Lognormal with the given coefficient of variation (> 0, at most 1e150): ln X has variance ln(1 + cv²). */
export function lognormal(mean: number, cv: number): Variate {
  if (cv > 1e150) needs('lognormal', 'a cv of at most 1e150', cv);
  const variance = log(1 + requireAbove('lognormal', 'cv', cv) * cv);
  return makeVariate('lognormal', mean, Math.sqrt(variance), -variance / 2);
}

/** Gamma with the given coefficient of variation (> 0): shape 1 / cv². */
export function gamma(mean: number, cv: number): Variate {
  return makeVariate('gamma', mean, 1 / (requireAbove('gamma', 'cv', cv) * cv));
}

/** Erlang with k phases, k a whole number of at least 1: a gamma with cv 1 / √k. */
export function erlang(mean: number, k: number): Variate {
  if (!Number.isInteger(k) || k < 1) {
    needs('erlang', 'a whole number of phases of at least 1', k);
  }
  return makeVariate('gamma', mean, k);
}

/**
 * Mixture of two exponentials with balanced means (each branch contributes half of the mean), cv >= 1.
 * Branch probability p = (1 + √((cv² - 1) / (cv² + 1))) / 2 (Whitt, "Approximating a point process
 * by a renewal process", Operations Research 30 (1982), p. 137).
 */
export function hyperexponential(mean: number, cv: number): Variate {
  if (!(Number.isFinite(cv) && cv >= 1)) {
    needs('hyperexponential', 'a cv of at least 1', cv);
  }
  const p = (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
  return makeVariate('hyperexponential', mean, p, 2 * p, 2 * (1 - p));
}

/** Uniform between `from` and `to`, 0 <= from <= to. */
export function uniformBetween(from: number, to: number): Variate {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from >= 0 && from <= to)) {
    needs('uniform', '0 <= from <= to', `${from} to ${to}`);
  }
  const mean = (from + to) / 2;
  return mean > 0 ? makeVariate('uniform', mean, from / mean, to / mean) : fixed(0);
}

/** Triangular between `from` and `to` with its peak at `mode`, 0 <= from <= mode <= to. */
export function triangular(from: number, mode: number, to: number): Variate {
  if (!(from >= 0 && from <= mode && mode <= to)) {
    needs('triangular', '0 <= from <= mode <= to', `${from}, ${mode}, ${to}`);
  }
  const mean = (from + mode + to) / 3;
  return from < to
    ? makeVariate('triangular', mean, from / mean, mode / mean, to / mean)
    : fixed(from);
}

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
  return makeVariate('weibull', mean, 1 / shape, 1 / exp(logGamma(1 + 1 / shape)));
}

/** Weibull by its shape and its scale (both > 0): P(X > x) = exp(-(x / scale)^shape). */
export function weibullShape(shape: number, scale: number): Variate {
  const a = 1 / requireAbove('weibull', 'shape', shape);
  const unit = exp(logGamma(1 + a));
  return makeVariate('weibull', requireAbove('weibull', 'scale', scale) * unit, a, 1 / unit);
}

function weibullCv(shape: number): number {
  return Math.sqrt(exp(logGamma(1 + 2 / shape) - 2 * logGamma(1 + 1 / shape)) - 1);
}
