import { exp, expm1 } from '@hallsim/stats';
import {
  type Law,
  makeVariate,
  needs,
  requireAbove,
  runningShares,
  scaled,
  type Variate,
} from './variate.js';
import { phaseType } from './variate-phases.js';

const HYPEREXPONENTIAL: Law = /* @__PURE__ */ scaled(
  'hyperexponential',
  (spread, u) => spread.mean * unitQuantile(spread.a, spread.b, spread.c, u),
  ({ a, b, c }, x) => -(a * expm1(-b * x) + (1 - a) * expm1(-c * x)),
  ({ a, b, c }) => 2 * (a / (b * b) + (1 - a) / (c * c)) - 1,
);

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
  return makeVariate(HYPEREXPONENTIAL, mean, p, 2 * p, 2 * (1 - p));
}

/**
 * Hyperexponential by its branches: pairs `[share, mean]`, with that probability an exponential of
 * that mean (> 0). Shares sum to 1 within 1e-9.
 */
export function hyperexponentialBranches(
  branches: readonly (readonly [share: number, mean: number])[],
): Variate {
  runningShares(
    'hyperexponential',
    branches.map(([share]) => share),
  );
  let mean = 0;
  for (const [share, each] of branches)
    mean += share * requireAbove('hyperexponential', 'mean', each);
  const [first, second] = branches;
  if (branches.length === 2 && first && second) {
    return makeVariate(HYPEREXPONENTIAL, mean, first[0], mean / first[1], mean / second[1]);
  }
  return phaseType(
    branches.map(([share]) => share),
    branches.map(([, each], i) => branches.map((_, j) => (i === j ? -1 / each : 0))),
  );
}

/** Solves p·e^(-λx) + (1-p)·e^(-μx) = 1 - u by Newton's method on a convex falling function, from the left. */
function unitQuantile(p: number, lambda: number, mu: number, u: number): number {
  const tail = 1 - u;
  let x = 0;
  for (let step = 0; step < 200; step++) {
    const fast = p * exp(-lambda * x);
    const slow = (1 - p) * exp(-mu * x);
    const next = x + (fast + slow - tail) / (lambda * fast + mu * slow);
    if (!(next > x)) return x;
    x = next;
  }
  return x;
}
