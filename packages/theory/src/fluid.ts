import { checkPlan, type DayPlan } from './day-plan.js';
import { exp, log } from './elementary.js';

/** The fluid at the end of an interval. */
export interface FluidPoint {
  /** People inside, a real number. */
  readonly system: number;
  /** People in line. */
  readonly queue: number;
}

/**
 * The fluid limit of M(t)/M/c(t)+M, x' = λ - μ min(x, c) - θ (x - c)+: what remains when a hall is so
 * large that chance averages out. Right in deep overload, blind to the waits that chance makes (A.
 * Mandelbaum, W. A. Massey & M. I. Reiman, Queueing Systems 30 (1998) 149-201). Solved exactly
 * between the times at which x crosses c. Service that continues after a counter closed is not seen.
 *
 * @throws RangeError naming the value
 */
export function fluid(plan: DayPlan): FluidPoint[] {
  const { abandonRate, state } = checkPlan(plan);
  const { serviceRate } = plan;
  let x = (state[0] as Float64Array).reduce((sum, p, n) => sum + p * n, 0);
  return plan.intervals.map(({ length, arrivalRate, servers }) => {
    for (let left = length, crossings = 0; left > 0 && crossings < 3; crossings++) {
      const drift = arrivalRate - serviceRate * servers;
      const above = x > servers || (x === servers && drift > 0);
      // x' = inflow - pull x on this side of c
      const pull = above ? abandonRate : serviceRate;
      const inflow = above ? drift + abandonRate * servers : arrivalRate;
      const at = (time: number): number =>
        pull === 0 ? x + inflow * time : inflow / pull + (x - inflow / pull) * exp(-pull * time);
      const end = at(left);
      if (end > servers === above || end === servers) {
        x = end;
        break;
      }
      const crossing =
        pull === 0
          ? (servers - x) / inflow
          : log((x - inflow / pull) / (servers - inflow / pull)) / pull;
      left -= Math.max(0, crossing);
      x = servers;
      if (drift === 0) break;
    }
    return { system: x, queue: Math.max(0, x - servers) };
  });
}
