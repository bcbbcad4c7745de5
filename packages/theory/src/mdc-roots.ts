import { type Complex, complex, complexExp, minus, norm, over, scaled, times } from './complex.js';
import { exp, log } from './elementary.js';

/**
 * The roots of z^c = exp(a (z - 1)) inside the unit disc other than 1, of which there are c - 1 and
 * which determine the line of M/D/c (C. D. Crommelin, P.O. Elec. Engrs. J. 25 (1932) 41-50). Root k
 * solves z = ω exp(ρ (z - 1)) with ω a c-th root of unity. Only those with k <= c / 2 are given; the
 * others are their conjugates.
 *
 * @param servers c
 * @param utilisation ρ = a / c, below 1
 */
export function crommelinRoots(servers: number, utilisation: number): Complex[] {
  const roots: Complex[] = [];
  for (let k = 1; 2 * k <= servers; k++) {
    const omega = complexExp(complex(0, (2 * Math.PI * k) / servers));
    const next = (z: Complex): Complex =>
      times(omega, complexExp(complex(utilisation * (z.re - 1), utilisation * z.im)));
    let z = complex(0);
    // a contraction on the disc: it finds the right root, Newton's method then its digits
    for (let round = 0; round < 40; round++) z = next(z);
    for (let round = 0; round < 60; round++) {
      const image = next(z);
      const slope = complex(1 - utilisation * image.re, -utilisation * image.im);
      const step = over(minus(z, image), slope);
      const better = minus(z, step);
      z = norm(better) < 1 ? better : image;
      if (norm(step) < 1e-32) break;
    }
    roots.push(z);
  }
  return roots;
}

/** Sum over all c - 1 roots of a function that takes conjugates to conjugates. */
export function sumOverRoots(
  servers: number,
  roots: readonly Complex[],
  f: (z: Complex) => number,
): number {
  return roots.reduce((sum, z, i) => sum + (2 * (i + 1) === servers ? 1 : 2) * f(z), 0);
}

/** The z > 1 with z^c = exp(a (z - 1)): 1 / z is how fast the chance of a long line falls. */
export function decayRoot(utilisation: number): number {
  const f = (x: number): number => (x < 1e-4 ? x - (x * x) / 2 + (x * x * x) / 3 : log(1 + x));
  // x = z - 1 solves log(1 + x) = ρ x; Newton from the right, where the difference is concave
  let x = (4 * (1 - utilisation)) / utilisation + exp(-utilisation);
  while (f(x) > utilisation * x) x *= 2;
  for (let round = 0; round < 100; round++) {
    const step = (f(x) - utilisation * x) / (1 / (1 + x) - utilisation);
    x -= step;
    if (Math.abs(step) < 1e-15 * x) break;
  }
  return 1 + x;
}

/** The generating function E[z^L] of the line L of M/D/c, |z| <= 1, z not 1. */
export function lineTransform(
  servers: number,
  utilisation: number,
  roots: readonly Complex[],
  z: Complex,
): Complex {
  const load = servers * utilisation;
  const one = complex(1);
  let power = one;
  let base = z;
  for (let k = servers; k > 0; k = Math.floor(k / 2)) {
    if (k % 2 === 1) power = times(power, base);
    base = times(base, base);
  }
  const below = minus(power, complexExp(scaled(minus(z, one), load)));
  let value = over(scaled(minus(z, one), servers - load), below);
  for (const [i, root] of roots.entries()) {
    value = times(value, over(minus(z, root), minus(one, root)));
    if (2 * (i + 1) === servers) continue;
    const conjugate = complex(root.re, -root.im);
    value = times(value, over(minus(z, conjugate), minus(one, conjugate)));
  }
  return value;
}
