import { type Matrix } from './matrix.js';

/**
 * Stationary probabilities of a finite irreducible Markov chain, from its rates or its transition
 * probabilities (the diagonal is not looked at), by the elimination of W. K. Grassmann, M. I. Taksar
 * & D. P. Heyman, Oper. Res. 33 (1985) 1107-1116: it never subtracts, so every probability keeps its
 * digits, the smallest too.
 *
 * @param chain entry (i, j) is the rate or probability from i to j, at least 0 for i ≠ j
 */
export function stationaryOfChain({ rows: n, data }: Matrix): Float64Array {
  const a = Float64Array.from(data);
  for (let k = n - 1; k > 0; k--) {
    let out = 0;
    for (let j = 0; j < k; j++) out += a[k * n + j] as number;
    for (let i = 0; i < k; i++) {
      const into = (a[i * n + k] as number) / out;
      a[i * n + k] = into;
      if (into === 0) continue;
      for (let j = 0; j < k; j++) {
        a[i * n + j] = (a[i * n + j] as number) + into * (a[k * n + j] as number);
      }
    }
  }
  const p = new Float64Array(n);
  p[0] = 1;
  let sum = 1;
  for (let k = 1; k < n; k++) {
    let mass = 0;
    for (let i = 0; i < k; i++) mass += (p[i] as number) * (a[i * n + k] as number);
    p[k] = mass;
    sum += mass;
  }
  return p.map((one) => one / sum);
}
