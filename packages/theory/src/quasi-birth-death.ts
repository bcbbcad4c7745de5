import { combine, identity, type Matrix, multiply, solve } from './matrix.js';

/**
 * Logarithmic reduction: the matrix G of first passage one level down in a quasi-birth-death process
 * whose levels all look alike (G. Latouche & V. Ramaswami, J. Appl. Prob. 30 (1993) 650-674). The
 * error squares at each round, so heavy traffic costs only a few rounds more.
 *
 * @param up rates one level up
 * @param same rates within a level, the diagonal minus all rates out
 * @param down rates one level down
 */
export function firstPassageDown(up: Matrix, same: Matrix, down: Matrix): Matrix {
  const size = same.rows;
  const one = identity(size);
  const scaled = combine(-1, same, 0, same);
  let high = solve(scaled, up);
  let low = solve(scaled, down);
  let G = low;
  let T = high;
  for (let round = 0; round < 60; round++) {
    const both = combine(1, multiply(high, low), 1, multiply(low, high));
    const left = combine(1, one, -1, both);
    high = solve(left, multiply(high, high));
    low = solve(left, multiply(low, low));
    const gain = multiply(T, low);
    G = combine(1, G, 1, gain);
    T = multiply(T, high);
    if (T.data.every((x) => x < 1e-17) || gain.data.every((x) => x < 1e-17)) break;
  }
  return G;
}
