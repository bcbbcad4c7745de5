import { checkCount, checkPositive } from './check.js';
import { inverseErlangB } from './erlang-b.js';
import { exponential } from './laws/exponential.js';
import { type MmcgQueue, mmcg } from './mmcg.js';

/** M/M/c with exponential patience. */
export interface ErlangAInput {
  /** λ, customers per time unit, above 0; may exceed c μ. */
  readonly arrivalRate: number;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
  /** Mean patience 1/θ, above 0. */
  readonly patienceMean: number;
}

/** The two shares that staffing looks at. */
export interface ErlangAShares {
  /** P(a customer finds no free server). */
  readonly waitProbability: number;
  /** Share of arrivals that leave before being served. */
  readonly abandoned: number;
}

/**
 * Erlang A's chance of waiting and of abandoning, by C. Palm's series (Tele 1 (1957);
 * A. Mandelbaum & S. Zeltyn, "Service engineering in action: the Palm/Erlang-A queue" (2007)).
 * With t(j) = λ^j / ((cμ+θ)…(cμ+jθ)): the line is j long with weight t(j), so the share that
 * abandons is θ E[Q] / λ without any cancellation.
 *
 * @throws RangeError naming the value
 */
export function erlangAShares(input: ErlangAInput): ErlangAShares {
  const { arrivalRate, serviceRate, servers, patienceMean } = input;
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  checkPositive('patienceMean', patienceMean);
  const theta = 1 / patienceMean;
  // relative to all servers busy and nobody waiting: the states below, the states above, the line
  let below = inverseErlangB(servers, arrivalRate / serviceRate) - 1;
  let above = 1;
  let line = 0;
  for (let term = 1, j = 1; ; j++) {
    const rate = servers * serviceRate + j * theta;
    term *= arrivalRate / rate;
    above += term;
    line += j * term;
    if (term * j < 1e-17 * line && rate > arrivalRate) break;
    if (above > 1e250) {
      above *= 1e-250;
      below *= 1e-250;
      line *= 1e-250;
      term *= 1e-250;
    }
  }
  const all = below + above;
  return { waitProbability: above / all, abandoned: (theta * (line / all)) / arrivalRate };
}

/**
 * Erlang A, M/M/c+M, with the law of the wait: M/M/c+G with exponential patience, its two shares
 * by Palm's series.
 *
 * @throws RangeError naming the value
 */
export function erlangA(input: ErlangAInput): MmcgQueue {
  const shares = erlangAShares(input);
  return { ...mmcg({ ...input, patience: exponential(input.patienceMean) }), ...shares };
}
