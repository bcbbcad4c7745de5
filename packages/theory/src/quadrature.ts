import { cos } from './elementary.js';

/** Nodes and weights on [-1, 1]. */
export interface GaussRule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

const rules = new Map<number, GaussRule>();

/** Gauss-Legendre rule of n points, by Newton's method on the Legendre polynomial. */
export function gaussLegendre(n: number): GaussRule {
  const known = rules.get(n);
  if (known) return known;
  const nodes: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < n; i++) {
    let x = -cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 1, round = 0; Math.abs(step) > 1e-16 && round < 10; round++) {
      let [before, now] = [1, x];
      for (let k = 2; k <= n; k++) {
        [before, now] = [now, ((2 * k - 1) * x * now - (k - 1) * before) / k];
      }
      slope = (n * (x * now - before)) / (x * x - 1);
      step = now / slope;
      x -= step;
    }
    nodes.push(x);
    weights.push(2 / ((1 - x * x) * slope * slope));
  }
  const rule = { nodes, weights };
  rules.set(n, rule);
  return rule;
}

/** One Gauss-Legendre rule of n points over [from, to]. */
export function gauss(f: (x: number) => number, from: number, to: number, n = 20): number {
  const { nodes, weights } = gaussLegendre(n);
  const half = 0.5 * (to - from);
  const middle = 0.5 * (to + from);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += (weights[i] as number) * f(middle + half * (nodes[i] as number));
  }
  return half * sum;
}

/** After so many halvings the values are taken as they are. */
const MOST_HALVINGS = 4000;

/**
 * Integral of f over [from, to], halved where the two halves disagree with the whole.
 *
 * @param breaks points where f is not smooth; those outside are ignored
 * @param relative error wanted, of the whole integral of |f|, about
 */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  breaks: readonly number[] = [],
  relative = 1e-14,
): number {
  const inside = breaks.filter((x) => x > from && x < to);
  const corners = [from, ...inside.sort((a, b) => a - b), to];
  const pieces = corners.slice(1).map((right, i) => {
    const left = corners[i] as number;
    return { left, right, value: gauss(f, left, right) };
  });
  let scale = 0;
  let budget = MOST_HALVINGS; // what is mere rounding never settles
  for (const { left, right } of pieces) scale += gauss((x) => Math.abs(f(x)), left, right);
  const refine = (left: number, right: number, value: number, depth: number): number => {
    const middle = 0.5 * (left + right);
    const first = gauss(f, left, middle);
    const second = gauss(f, middle, right);
    const gain = Math.abs(first + second - value);
    scale = Math.max(scale, Math.abs(first + second));
    budget -= 1;
    if (gain <= relative * scale || depth > 40 || budget < 0) return first + second;
    return refine(left, middle, first, depth + 1) + refine(middle, right, second, depth + 1);
  };
  return pieces.reduce((sum, { left, right, value }) => sum + refine(left, right, value, 0), 0);
}
