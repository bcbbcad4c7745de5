import {
  checkCount,
  checkInside,
  checkNotNegative,
  checkPositive,
  checkStable,
  checkThat,
} from './check.js';
import { exponentialAction } from './exponential-action.js';
import { type Law, type Phases } from './laws/law.js';
import { combine, identity, inverse, type Matrix, multiply, rowTimes, solve } from './matrix.js';
import { phaseLevel, type PhaseLevel, spreadCount } from './phase-servers.js';
import { firstPassageDown } from './quasi-birth-death.js';
import { quantileOfTail } from './root.js';
import { byLittle, type QueueWithWaits } from './wait.js';

/** Most ways to spread the busy servers over the phases. */
const MOST_STATES = 400;

/** Poisson arrivals, phase-type service, one line for c servers. */
export interface MphcInput {
  /** λ, customers per time unit, above 0. */
  readonly arrivalRate: number;
  /** An exponential, Erlang or hyperexponential law. */
  readonly service: Law;
  /** c, at least 1; with two phases up to 399, with three up to 26. */
  readonly servers: number;
}

/**
 * M/PH/c by matrix-geometric methods (M. F. Neuts, Matrix-Geometric Solutions in Stochastic Models
 * (1981) ch. 3-4). With all servers busy and k waiting the probabilities are π R^k. By Little's law
 * for distributions (J. Keilson & L. D. Servi, Oper. Res. Letters 7 (1988) 223-227) the line has the
 * law of the arrivals during a wait, which makes the wait P(W > t) = π (I - R)^-1 exp(M t) 1 with
 * M = (phases of c busy servers without ends) + λ G.
 *
 * @throws UnstableError if λ E[S] >= c; RangeError naming the value, or if the law has no phases
 */
export function mphc({ arrivalRate, service, servers }: MphcInput): QueueWithWaits {
  checkPositive('arrivalRate', arrivalRate);
  checkCount('servers', servers);
  const phases = service.phases;
  if (!phases) {
    throw new RangeError(
      `service is ${service.family}; it must be of phases: exponential, erlang, hyperexponential`,
    );
  }
  const states = spreadCount(servers, phases.start.length);
  checkThat(
    states <= MOST_STATES,
    'servers x phases',
    `${states} states`,
    `at most ${MOST_STATES}`,
  );
  const utilisation = (arrivalRate * service.mean) / servers;
  checkStable(utilisation);
  const { line, M } = solveLevels(arrivalRate, phases, servers);
  const ones = new Float64Array(M.rows).fill(1);
  const dot = (v: Float64Array): number =>
    v.reduce((sum, x, i) => sum + x * (line[i] as number), 0);
  const column = (v: Float64Array): Matrix => ({ rows: v.length, columns: 1, data: v });
  const minus = combine(-1, M, 0, M);
  const first = solve(minus, column(ones)).data;
  const second = solve(minus, column(first)).data;
  const waitMean = dot(first);
  const waitOver = (t: number): number => {
    checkNotNegative('t', t);
    return dot(exponentialAction(M, t, ones));
  };
  return {
    utilisation,
    waitProbability: dot(ones),
    ...byLittle(arrivalRate, service.mean, waitMean),
    waitVariance: 2 * dot(second) - waitMean * waitMean,
    waitOver,
    waitQuantile(p) {
      checkInside('p', p);
      return quantileOfTail(waitOver, p, service.mean / servers);
    },
  };
}

/** π (I - R)^-1, the state of the servers with all busy, and M. */
function solveLevels(
  arrivalRate: number,
  phases: Phases,
  servers: number,
): { line: Float64Array; M: Matrix } {
  const levels = Array.from({ length: servers + 1 }, (_, n) => phaseLevel(n, phases));
  const level = (n: number): PhaseLevel => levels[n] as PhaseLevel;
  const { size, inside, ends } = level(servers);
  const up = combine(arrivalRate, identity(size), 0, identity(size));
  const same = combine(1, inside, -1, up);
  const G = firstPassageDown(up, same, multiply(ends, level(servers - 1).starts));
  const M = combine(1, inside, arrivalRate, G);
  // (arrival rate) (-(A1 + λ G))^-1, with A1 = inside - λ
  const R = multiply(up, inverse(combine(-1, same, -arrivalRate, G)));
  /** How a level's probabilities follow from those of the level below. */
  const steps: Matrix[] = [];
  let next = multiply(level(servers - 1).starts, R);
  steps[servers - 1] = next;
  for (let n = servers - 2; n >= 0; n--) {
    const one = level(n + 1);
    const stay = combine(1, one.inside, -arrivalRate, identity(one.size));
    const back = combine(-1, stay, -1, multiply(next, level(n + 2).ends));
    const enter = combine(arrivalRate, level(n).starts, 0, level(n).starts);
    next = multiply(enter, inverse(back));
    steps[n] = next;
  }
  let row = Float64Array.of(1);
  let total = 0;
  for (let n = 0; n < servers; n++) {
    total += row.reduce((sum, x) => sum + x, 0);
    row = Float64Array.from(rowTimes(row, steps[n] as Matrix));
    if (total > 1e200) {
      row = row.map((x) => x * 1e-200);
      total *= 1e-200;
    }
  }
  const rest = inverse(combine(1, identity(size), -1, R));
  const all = rowTimes(row, rest);
  total += all.reduce((sum, x) => sum + x, 0);
  return { line: all.map((x) => x / total), M };
}
