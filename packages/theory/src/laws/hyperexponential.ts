import { checkList, checkPositive, checkShare, checkThat } from '../check.js';
import { exponential } from './exponential.js';
import { type Law } from './law.js';

/** One branch of a mixture of exponential laws. */
export interface Branch {
  /** Chance of the branch. */
  readonly probability: number;
  /** Mean time of the branch. */
  readonly mean: number;
}

/**
 * A mixture of exponential laws (scv at least 1).
 *
 * @param branches probabilities that add up to 1 (within 1e-9), means above 0
 */
export function hyperexponential(branches: readonly Branch[]): Law {
  checkList('branches', branches);
  for (const { probability } of branches) checkShare('probability', probability);
  const total = branches.reduce((sum, { probability }) => sum + probability, 0);
  checkThat(Math.abs(total - 1) < 1e-9, 'the sum of the probabilities', total, '1');
  const parts = branches.map(({ probability, mean }) => ({ probability, law: exponential(mean) }));
  const mix = (value: (law: Law) => number): number =>
    parts.reduce((sum, { probability, law }) => sum + probability * value(law), 0);
  const mean = mix((law) => law.mean);
  return {
    family: 'hyperexponential',
    mean,
    scv: mix((law) => law.moment(2)) / (mean * mean) - 1,
    moment: (k) => mix((law) => law.moment(k)),
    cdf: (t) => mix((law) => law.cdf(t)),
    survival: (t) => mix((law) => law.survival(t)),
    equilibriumSurvival: (t) => mix((law) => law.mean * law.survival(t)) / mean,
    transform: (s) => mix((law) => law.transform(s)),
    expect: (g, breaks) => mix((law) => law.expect(g, breaks)),
    breaks: [],
    phases: {
      start: branches.map(({ probability }) => probability),
      rates: branches.map((one, i) => branches.map((_, j) => (i === j ? -1 / one.mean : 0))),
    },
  };
}

/**
 * The mixture of two exponential laws in which both branches carry half of the mean ("balanced
 * means": H. C. Tijms, A First Course in Stochastic Models (2003), appendix B).
 *
 * @param mean above 0
 * @param cv standard deviation / mean, at least 1
 */
export function balancedHyperexponential(mean: number, cv: number): Law {
  checkPositive('mean', mean);
  checkThat(cv >= 1 && cv < Infinity, 'cv', cv, 'at least 1');
  const scv = cv * cv;
  const probability = 0.5 * (1 + Math.sqrt((scv - 1) / (scv + 1)));
  return hyperexponential([
    { probability, mean: (0.5 * mean) / probability },
    { probability: 1 - probability, mean: (0.5 * mean) / (1 - probability) },
  ]);
}
