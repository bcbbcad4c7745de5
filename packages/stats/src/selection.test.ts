import { describe, expect, test } from 'vitest';
import { KimNelson } from './kim-nelson.js';
import { normalQuantile } from './normal.js';
import { chanceOfBest, ocbaShares } from './ocba.js';

/** Standard normals that are the same everywhere. */
function normals(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return normalQuantile(((x ^ (x >>> 15)) >>> 0) / 4294967296 + 1 / 8589934592);
  };
}

/** Rows until one is chosen; with a common part, as on common random numbers. */
function select(
  means: readonly number[],
  seed: number,
  common: number,
): { chosen: number; rows: number } {
  const next = normals(seed);
  const selection = new KimNelson({
    systems: means.length,
    indifference: 0.5,
    confidence: 0.9,
    firstStage: 10,
  });
  while (selection.chosen === null) {
    const shared = common * next();
    selection.add(Float64Array.from(means, (mean) => mean + shared + next()));
  }
  return { chosen: selection.chosen, rows: selection.rows };
}

describe('Kim and Nelson', () => {
  // The slippage configuration, the hardest the promise covers: all others worse by the indifference.
  test('chooses the best at least as often as promised, in its hardest case', () => {
    const runs = 1000;
    let right = 0;
    for (let run = 0; run < runs; run++)
      right += select([0, 0, 0.5, 0, 0], 1000 * run, 0).chosen === 2 ? 1 : 0;
    // 3 standard errors of 90 % of 1000
    expect(right / runs).toBeGreaterThan(0.9 - 0.029);
  });

  test('needs fewer observations where systems meet the same luck, and where they are far apart', () => {
    const rows = (means: readonly number[], common: number): number =>
      Array.from({ length: 50 }, (_, run) => select(means, run * 77, common).rows).reduce(
        (sum, n) => sum + n,
        0,
      );
    const near = rows([0, 0.5, 0], 0);
    expect(rows([0, 3, 0], 0)).toBeLessThan(near / 2);
    // Luck in common leaves differences as they are.
    expect(rows([0, 0.5, 0], 5)).toBeLessThan(near * 1.3);
  });

  test('less may be better, equal systems end, and options out of range are named', () => {
    const less = new KimNelson({
      systems: 2,
      indifference: 1,
      confidence: 0.95,
      better: 'less',
      firstStage: 3,
    });
    const same = new KimNelson({ systems: 2, indifference: 1, confidence: 0.95, firstStage: 3 });
    for (let i = 0; i < 200; i++) {
      less.add(Float64Array.of(5 + (i % 2), 1 + (i % 3)));
      same.add(Float64Array.of(4, 4));
    }
    expect(less.chosen).toBe(1);
    expect(same.chosen).toBe(0);
    const make =
      (change: object): (() => KimNelson) =>
      () =>
        new KimNelson({ systems: 3, indifference: 1, confidence: 0.95, ...change });
    expect(make({ systems: 1 })).toThrow('systems is 1');
    expect(make({ indifference: 0 })).toThrow('indifference is 0');
    expect(make({ confidence: 0.2 })).toThrow('confidence is 0.2');
    expect(make({ firstStage: 2 })).toThrow('firstStage is 2');
  });
});

describe('a budget', () => {
  test('is shared out as in the theorem: by squares of deviation over distance, and the best by their root', () => {
    const shares = ocbaShares(Float64Array.of(10, 9, 8), Float64Array.of(1, 1, 2));
    expect(shares[1]! / shares[2]!).toBeCloseTo(1 / 1 / (4 / 4), 12);
    const root = Math.sqrt((shares[1]! / 1) ** 2 + (shares[2]! / 2) ** 2);
    expect(shares[0]).toBeCloseTo(root, 12);
    expect(shares[0]! + shares[1]! + shares[2]!).toBeCloseTo(1, 12);
  });

  test('goes further than equal shares: the best is chosen more often', () => {
    const means = [0, 0, 0, 0, 0.35, 0.7, 0, 0, 0, 0];
    const runs = 400;
    let [equal, shared] = [0, 0];
    for (let run = 0; run < runs; run++) {
      equal += chooses(means, run, false) ? 1 : 0;
      shared += chooses(means, run, true) ? 1 : 0;
    }
    expect(shared).toBeGreaterThan(equal + 0.05 * runs);
  });

  test('the chance of having chosen right grows with distance and observations', () => {
    const chance = (gap: number, n: number): number =>
      chanceOfBest(Float64Array.of(0, gap), Float64Array.of(1, 1), Float64Array.of(n, n));
    expect(chance(0.5, 8)).toBeCloseTo(0.8413, 3); // one standard error
    expect(chance(1, 8)).toBeGreaterThan(chance(0.5, 8));
    expect(chance(0.5, 80)).toBeGreaterThan(0.999);
  });

  test('systems as good as each other, without spread or alone are shared out too', () => {
    for (const [means, deviations] of [
      [
        [1, 1],
        [0, 0],
      ],
      [
        [1, 1],
        [1, 1],
      ],
      [[1], [1]],
    ] as const) {
      const shares = ocbaShares(Float64Array.from(means), Float64Array.from(deviations));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });
});

/** Whether 300 observations of 10 systems find the best: equally many of each, or 10 of each and then by shares. */
function chooses(means: readonly number[], seed: number, sharing: boolean): boolean {
  const next = normals(seed * 13 + 5);
  const seen: number[][] = means.map(() => []);
  const observe = (i: number): void => {
    seen[i]!.push(means[i]! + next());
  };
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const start = sharing ? 10 : 30;
  means.forEach((_, i) => {
    for (let k = 0; k < start; k++) observe(i);
  });
  for (let spent = start * means.length; spent < 300; spent++) {
    const averages = Float64Array.from(seen, mean);
    const shares = ocbaShares(averages, new Float64Array(means.length).fill(1));
    let most = 0;
    shares.forEach((share, i) => {
      if (share * spent - seen[i]!.length > shares[most]! * spent - seen[most]!.length) most = i;
    });
    observe(most);
  }
  const averages = seen.map(mean);
  return averages.indexOf(Math.max(...averages)) === means.indexOf(Math.max(...means));
}
