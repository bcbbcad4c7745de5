import { checkNotNegative, checkPositive, checkThat } from './check.js';
import { poissonAtLeast } from './gamma.js';
import { normalDensity, normalHazard, normalCdf } from './normal.js';
import { root } from './root.js';

/**
 * Halfin and Whitt's function: the limit of Erlang C as the load R grows with R + β sqrt(R) servers,
 * α = 1 / (1 + β Φ(β) / φ(β)) (S. Halfin & W. Whitt, Oper. Res. 29 (1981) 567-588).
 *
 * @param beta β, above 0
 * @returns the chance of waiting, between 0 and 1
 */
export function halfinWhitt(beta: number): number {
  checkPositive('beta', beta);
  const density = normalDensity(beta);
  return density / (density + beta * normalCdf(beta));
}

/**
 * The β at which Halfin and Whitt's function is a given chance of waiting.
 *
 * @param waitProbability α, above 0 and below 1
 */
export function halfinWhittBeta(waitProbability: number): number {
  checkThat(
    waitProbability > 1e-300 && waitProbability < 1,
    'waitProbability',
    waitProbability,
    'above 1e-300 and below 1',
  );
  return root((beta) => halfinWhitt(beta) - waitProbability, 1e-12, 38);
}

/**
 * Garnett's function: the limit of Erlang A's chance of waiting with R + β sqrt(R) servers,
 * 1 / (1 + sqrt(θ/μ) h(β sqrt(μ/θ)) / h(-β)), h the normal hazard rate (O. Garnett, A. Mandelbaum &
 * M. Reiman, M&SOM 4 (2002) 208-227).
 *
 * @param beta β, any number of size below 30; below 0 there are fewer servers than load
 * @param ratio θ / μ, mean service over mean patience, above 0
 */
export function garnett(beta: number, ratio: number): number {
  checkThat(Math.abs(beta) < 30, 'beta', beta, 'between -30 and 30');
  checkPositive('ratio', ratio);
  const root = Math.sqrt(ratio);
  return 1 / (1 + (root * normalHazard(beta / root)) / normalHazard(-beta));
}

/**
 * Square-root staffing: ceil(m + β sqrt(m)) servers for an offered load m, the load of the moment in
 * a hall that changes (O. B. Jennings, A. Mandelbaum, W. A. Massey & W. Whitt, Management Science 42
 * (1996) 1383-1394).
 *
 * @param load m, at least 0
 * @param beta spare capacity in standard deviations, see {@link halfinWhittBeta}
 */
export function squareRootStaffing(load: number, beta: number): number {
  checkNotNegative('load', load);
  checkThat(Math.abs(beta) < 1e6, 'beta', beta, 'a finite number');
  return Math.max(0, Math.ceil(load + beta * Math.sqrt(load)));
}

/**
 * Fewest s with P(Poisson(load) >= s) <= a chance of waiting: the limit of Feldman, Mandelbaum, Massey
 * & Whitt's iterated staffing where patience is as long as service (Management Science 54 (2008)
 * 324-338), and the normal approximation of {@link squareRootStaffing} without the approximation.
 *
 * @param load m, at least 0
 * @param waitProbability above 0 and below 1
 */
export function poissonStaffing(load: number, waitProbability: number): number {
  checkNotNegative('load', load);
  checkThat(
    waitProbability > 0 && waitProbability < 1,
    'waitProbability',
    waitProbability,
    'above 0 and below 1',
  );
  let high = Math.ceil(load) + 1;
  while (poissonAtLeast(high, load) > waitProbability) high += Math.ceil(Math.sqrt(load)) + 1;
  let low = 0;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (poissonAtLeast(middle, load) <= waitProbability) high = middle;
    else low = middle + 1;
  }
  return low;
}
