import { exp, normalCdf, normalQuantile } from '@hallsim/stats';
import {
  type Law,
  makeSigned,
  needs,
  requireAbove,
  requireNumber,
  type Variate,
} from './variate.js';
import { fixed } from './variate-fixed.js';

const NORMAL: Law = {
  family: 'normal',
  quantile: ({ mean, a }, u) => mean + a * normalQuantile(u),
  cdf: ({ mean, a }, x) => normalCdf((x - mean) / a),
  variance: ({ a }) => a * a,
};

const TRUNCATED: Law = {
  family: 'truncatedNormal',
  quantile: truncatedQuantile,
  cdf: truncatedCdf,
  variance: ({ values }) => values[5]!,
};

/**
 * Normal with mean and standard deviation (>= 0). Its values may be negative: for a duration use
 * `truncatedNormal`, `lognormal` or `gamma`.
 */
export function normal(mean: number, sd: number): Variate {
  requireNumber('normal', 'mean', mean);
  if (sd === 0 && mean >= 0) return fixed(mean);
  return makeSigned(NORMAL, mean, requireAbove('normal', 'sd', sd));
}

/**
 * Normal cut to [from, to]: the values of a normal with this mean and standard deviation (> 0) that
 * fall between the two, so its own mean lies between them and its own spread is smaller.
 *
 * @param mean of the normal before it is cut
 * @param sd of the normal before it is cut
 * @param from default 0; -Infinity leaves that side whole
 * @param to above `from`, default Infinity
 * @throws RangeError if so little of the normal (below 1e-290) lies between them that no digit is left
 */
export function truncatedNormal(
  mean: number,
  sd: number,
  from: number = 0,
  to: number = Infinity,
): Variate {
  requireNumber('truncatedNormal', 'mean', mean);
  requireAbove('truncatedNormal', 'sd', sd);
  if (!(from < to)) {
    needs('truncatedNormal', 'from < to', `${from} to ${to}`);
  }
  const alpha = (from - mean) / sd;
  const beta = (to - mean) / sd;
  // lower and upper tails at both ends; the smaller of each pair keeps its digits
  const below = normalCdf(alpha);
  const above = normalCdf(-beta);
  const inside = alpha > 0 ? normalCdf(-alpha) - above : normalCdf(beta) - below;
  if (!(inside > 1e-290)) {
    needs(
      'truncatedNormal',
      `some of its normal (mean ${mean}, sd ${sd}) inside`,
      `${from} to ${to}`,
    );
  }
  const [shift, variance] = cutMoments(alpha, beta, inside);
  const inner = Math.min(Math.max(mean + sd * shift, from), to);
  const values = [from, to, below, above, inside, variance * sd * sd];
  return makeSigned(TRUNCATED, inner, mean, sd, 0, Float64Array.from(values));
}

/** The density of the standard normal, times √(2π). */
const bell = (z: number): number => (z * z < Infinity ? exp((-z * z) / 2) : 0);

/** Mean and variance of a standard normal cut to [alpha, beta], of which it holds the share `inside`. */
function cutMoments(alpha: number, beta: number, inside: number): [number, number] {
  if (beta - alpha < 0.1) return integratedMoments(alpha, beta);
  // Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions 1 (1994), 13.10.1
  const scale = inside * 2.5066282746310002;
  const left = bell(alpha) / scale;
  const right = bell(beta) / scale;
  const mean = left - right;
  const ends = (left > 0 ? alpha * left : 0) - (right > 0 ? beta * right : 0);
  return [mean, Math.max(0, 1 + ends - mean * mean)];
}

/** The same by Simpson's rule, where the formula would subtract equal numbers. */
function integratedMoments(alpha: number, beta: number): [number, number] {
  const panels = 256;
  const step = (beta - alpha) / panels;
  let weight = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i <= panels; i++) {
    const d = i * step;
    // relative to the density at alpha, which may be too small for a double
    const w = (i === 0 || i === panels ? 1 : 2 + 2 * (i % 2)) * exp(-d * (alpha + d / 2));
    weight += w;
    first += w * d;
    second += w * d * d;
  }
  const mean = first / weight;
  return [alpha + mean, second / weight - mean * mean];
}

/** The value of a cut normal below which a share `u` of it lies. */
function truncatedQuantile({ a, b, values }: Variate, u: number): number {
  const [from, to, below, above, inside] = values as unknown as readonly [
    number,
    number,
    number,
    number,
    number,
  ];
  const x = a + b * normalQuantile(below + inside * u, above + inside * (1 - u));
  return Math.min(Math.max(x, from), to);
}

/** The share of a cut normal at or below x. */
function truncatedCdf({ a, b, values }: Variate, x: number): number {
  const [from, to, below, above, inside] = values as unknown as readonly [
    number,
    number,
    number,
    number,
    number,
  ];
  if (x < from) return 0;
  if (x >= to) return 1;
  const z = (x - a) / b;
  const share = z > 0 ? 1 - (normalCdf(-z) - above) / inside : (normalCdf(z) - below) / inside;
  return Math.min(Math.max(share, 0), 1);
}
