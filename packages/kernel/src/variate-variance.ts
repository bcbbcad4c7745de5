import { exp, expm1, logGamma } from '@hallsim/stats';
import type { Variate } from './variate.js';

/** Variance of a spread, in the square of the caller's unit. */
export function variance(spread: Variate): number {
  const { mean, a, b, values, parts } = spread;
  const family: string = spread.family;
  switch (family) {
    case 'normal':
      return a * a;
    case 'truncatedNormal':
      return values[5]!;
    case 'beta':
      return (values[1]! * values[1]! * (a / (a + b)) * (b / (a + b))) / (a + b + 1);
    case 'discrete': {
      let sum = 0;
      for (let i = 0; i < a; i++) {
        const share = values[a + i]! - (i === 0 ? 0 : values[a + i - 1]!);
        sum += share * square(values[i]! - mean);
      }
      return sum;
    }
    case 'mixture': {
      let sum = 0;
      parts.forEach((part, i) => {
        sum += values[i]! * (variance(part) + square(part.mean - mean));
      });
      return sum;
    }
    case 'shifted':
      return variance(parts[0]!);
    default:
      return mean * mean * squaredCv(family, spread);
  }
}

const square = (x: number): number => x * x;

/** Squared coefficient of variation of the families that are a shape of mean 1. */
function squaredCv(family: string, { a, b, c, values }: Variate): number {
  switch (family) {
    case 'fixed':
      return 0;
    case 'exponential':
      return 1;
    case 'lognormal':
      return expm1(a * a);
    case 'gamma':
      return 1 / a;
    case 'hyperexponential':
      return 2 * (a / (b * b) + (1 - a) / (c * c)) - 1;
    case 'weibull':
      return b * b * exp(logGamma(1 + 2 * a)) - 1;
    case 'uniform':
      return square(b - a) / 12;
    case 'triangular':
      return (square(b - a) + square(c - b) + (b - a) * (c - b)) / 18;
    case 'measured': {
      let sum = 0;
      for (const value of values) sum += square(value - 1);
      return sum / values.length;
    }
    case 'smoothed': {
      // on a straight piece from p to q, the mean of (x - 1)² is (p² + pq + q²) / 3 around 1
      let sum = 0;
      for (let i = 1; i < values.length; i++) {
        const p = values[i - 1]! - 1;
        const q = values[i]! - 1;
        sum += (p * p + p * q + q * q) / 3;
      }
      return sum / (values.length - 1);
    }
    default:
      // phases: found when they were solved for their mean
      return c;
  }
}
