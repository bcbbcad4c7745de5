import { checkPositive, checkStable } from './check.js';

function utilisationOf(arrivalRate: number, serviceRate: number): number {
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkStable(arrivalRate / serviceRate, 'serve faster');
  return arrivalRate / serviceRate;
}

/**
 * How long an M/M/1 must be watched: lim T Var(average number inside over T) =
 * 2 ρ (1 + ρ) / (μ (1 - ρ)^4) (W. Whitt, Management Science 35 (1989) 1341-1366).
 *
 * @throws UnstableError if λ >= μ; RangeError naming the value
 */
export function systemVarianceMm1(arrivalRate: number, serviceRate: number): number {
  const rho = utilisationOf(arrivalRate, serviceRate);
  const free = (1 - rho) * (1 - rho);
  return (2 * rho * (1 + rho)) / (serviceRate * free * free);
}

/**
 * How many customers must be watched: lim n Var(average of n successive waits) of M/M/1,
 * ρ (2 + 5 ρ - 4 ρ² + ρ³) / (μ² (1 - ρ)^4) (D. J. Daley, J. Austral. Math. Soc. 8 (1968) 683-699).
 *
 * @throws UnstableError if λ >= μ; RangeError naming the value
 */
export function waitVarianceMm1(arrivalRate: number, serviceRate: number): number {
  const rho = utilisationOf(arrivalRate, serviceRate);
  const free = (1 - rho) * (1 - rho);
  const numerator = rho * (2 + rho * (5 + rho * (rho - 4)));
  return numerator / (serviceRate * serviceRate * free * free);
}
