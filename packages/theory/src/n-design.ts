import { checkCount, checkPositive, checkStable } from './check.js';
import { log } from './elementary.js';
import { solveTruncated } from './truncated-chain.js';

/** Specialists for one class, generalists for both. */
export interface NDesignInput {
  /** λ of the class that both pools serve, above 0. */
  readonly firstRate: number;
  /** λ of the class that only the generalists serve, above 0. */
  readonly secondRate: number;
  /** μ, the same for all, above 0. */
  readonly serviceRate: number;
  /** Servers who serve the first class only, at least 1. */
  readonly specialists: number;
  /** Servers who serve both, at least 1. */
  readonly generalists: number;
}

/** The smallest hall with skills. */
export interface NDesign {
  /** Mean waits of the two classes. */
  readonly firstWait: number;
  readonly secondWait: number;
  /** Mean number of generalists who serve the first class. */
  readonly generalistsOnFirst: number;
  /** Share of the specialists' time that is busy. */
  readonly specialistUtilisation: number;
}

/**
 * The "N" of skill-based routing: the first class takes a free specialist, else a free generalist;
 * a generalist who gets free calls the second class first (N. Gans, G. Koole & A. Mandelbaum, M&SOM 5
 * (2003) 79-141, on skills-based routing). A chain of busy servers by class and both lines.
 *
 * @throws UnstableError if the servers are too few; RangeError naming the value, or if the lines
 *   outgrow the chain
 */
export function nDesign(input: NDesignInput): NDesign {
  const { firstRate, secondRate, serviceRate, specialists, generalists } = input;
  checkPositive('firstRate', firstRate);
  checkPositive('secondRate', secondRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('specialists', specialists);
  checkCount('generalists', generalists);
  const secondUse = secondRate / (generalists * serviceRate);
  const allUse = (firstRate + secondRate) / ((specialists + generalists) * serviceRate);
  checkStable(secondUse);
  checkStable(allUse);
  const [allDecay, secondDecay] = [-log(allUse), -log(secondUse)];
  // state: busy specialists, generalists on the first class and on the second, the two lines
  const law = solveTruncated(
    [0, 0, 0, 0, 0],
    ([s = 0, g1 = 0, g2 = 0, q1 = 0, q2 = 0]) => {
      const free = g1 + g2 < generalists;
      const first =
        s < specialists
          ? [s + 1, g1, g2, q1, q2]
          : free
            ? [s, g1 + 1, g2, q1, q2]
            : [s, g1, g2, q1 + 1, q2];
      const calls = (a: number, b: number): number[] =>
        q2 > 0 ? [s, a, b + 1, q1, q2 - 1] : q1 > 0 ? [s, a + 1, b, q1 - 1, 0] : [s, a, b, 0, 0];
      return [
        { to: first, rate: firstRate },
        { to: free ? [s, g1, g2 + 1, q1, q2] : [s, g1, g2, q1, q2 + 1], rate: secondRate },
        { to: q1 > 0 ? [s, g1, g2, q1 - 1, q2] : [s - 1, g1, g2, 0, q2], rate: s * serviceRate },
        { to: calls(g1 - 1, g2), rate: g1 * serviceRate },
        { to: calls(g1, g2 - 1), rate: g2 * serviceRate },
      ];
    },
    // in powers of e by which the chance falls: the two lines have tails of very unequal length
    ([, , , q1 = 0, q2 = 0]) => Math.max(q1 * allDecay, q2 * secondDecay),
    37,
    37,
  );
  return {
    firstWait: law.mean((state) => state[3] ?? 0) / firstRate,
    secondWait: law.mean((state) => state[4] ?? 0) / secondRate,
    generalistsOnFirst: law.mean((state) => state[1] ?? 0),
    specialistUtilisation: law.mean((state) => state[0] ?? 0) / specialists,
  };
}
