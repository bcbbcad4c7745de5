import { type Law, makeVariate, needs, scaled, type Variate } from './variate.js';
import { fixed } from './variate-fixed.js';

const UNIFORM: Law = /* @__PURE__ */ scaled(
  'uniform',
  (spread, u) => spread.mean * (spread.a + (spread.b - spread.a) * u),
  ({ a, b }, x) => (x < a ? 0 : x >= b ? 1 : (x - a) / (b - a)),
  ({ a, b }) => square(b - a) / 12,
);

const TRIANGULAR: Law = /* @__PURE__ */ scaled(
  'triangular',
  (spread, u) => spread.mean * triangularQuantile(spread.a, spread.b, spread.c, u),
  ({ a, b, c }, x) => {
    if (x <= a) return 0;
    if (x >= c) return 1;
    return x < b
      ? ((x - a) * (x - a)) / ((c - a) * (b - a))
      : 1 - ((c - x) * (c - x)) / ((c - a) * (c - b));
  },
  ({ a, b, c }) => (square(b - a) + square(c - b) + (b - a) * (c - b)) / 18,
);

/** Uniform between `from` and `to`, 0 <= from <= to. */
export function uniformBetween(from: number, to: number): Variate {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from >= 0 && from <= to)) {
    needs('uniform', '0 <= from <= to', `${from} to ${to}`);
  }
  const mean = (from + to) / 2;
  return mean > 0 ? makeVariate(UNIFORM, mean, from / mean, to / mean) : fixed(0);
}

/** Triangular between `from` and `to` with its peak at `mode`, 0 <= from <= mode <= to. */
export function triangular(from: number, mode: number, to: number): Variate {
  if (!(from >= 0 && from <= mode && mode <= to)) {
    needs('triangular', '0 <= from <= mode <= to', `${from}, ${mode}, ${to}`);
  }
  const mean = (from + mode + to) / 3;
  return from < to
    ? makeVariate(TRIANGULAR, mean, from / mean, mode / mean, to / mean)
    : fixed(from);
}

function triangularQuantile(from: number, mode: number, to: number, u: number): number {
  const peak = (mode - from) / (to - from);
  return u < peak
    ? from + Math.sqrt(u * (to - from) * (mode - from))
    : to - Math.sqrt((1 - u) * (to - from) * (to - mode));
}

const square = (x: number): number => x * x;
