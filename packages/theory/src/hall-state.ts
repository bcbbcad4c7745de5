/*
 * The state of M(t)/M/c(t)+M: n people inside, and x counters beyond the staffing that only finish
 * their customer. While x > 0 every counter is busy: n >= c + x, and each end of service closes one.
 */

/** Probabilities of n = 0, 1, … for each x = 0, 1, …: `layers[x][n]`. */
export type HallState = readonly Float64Array[];

/** Rates that hold for a while. */
export interface Stretch {
  /** λ, arrivals per time unit. */
  readonly arrivalRate: number;
  /** c, counters staffed. */
  readonly servers: number;
  /** μ, services per time unit and busy counter. */
  readonly serviceRate: number;
  /** θ, 1 / mean patience; 0 for endless patience. */
  readonly abandonRate: number;
}

/** What happens to a customer at a counter that closes. */
export type AtChange = 'finish-customer' | 'preempt';

/** Number in service. */
export function inService(n: number, x: number, servers: number): number {
  return x > 0 ? servers + x : Math.min(n, servers);
}

/** The state right after the staffing changes from one number of counters to another. */
export function changeStaffing(
  state: HallState,
  from: number,
  to: number,
  atChange: AtChange,
): HallState {
  const layers: Float64Array[] = [];
  state.forEach((layer, x) => {
    layer.forEach((p, n) => {
      if (p === 0) return;
      const left = atChange === 'preempt' ? 0 : Math.max(0, inService(n, x, from) - to);
      while (layers.length <= left) layers.push(new Float64Array(0));
      const old = layers[left] as Float64Array;
      const target = old.length > n ? old : grow(old, Math.max(n + 1, layer.length));
      layers[left] = target;
      target[n] = (target[n] as number) + p;
    });
  });
  return layers.length > 0 ? layers : [new Float64Array(1)];
}

/** A longer copy, filled up with zeros. */
export function grow(array: Float64Array, length: number): Float64Array {
  const longer = new Float64Array(length);
  longer.set(array.subarray(0, Math.min(length, array.length)));
  return longer;
}

/** Sum of f(n, x) over the state. */
export function expectation(state: HallState, f: (n: number, x: number) => number): number {
  let sum = 0;
  state.forEach((layer, x) => {
    layer.forEach((p, n) => {
      if (p !== 0) sum += p * f(n, x);
    });
  });
  return sum;
}
