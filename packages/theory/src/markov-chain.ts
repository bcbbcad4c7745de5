import { checkThat } from './check.js';

/** Where a state of a chain can go, and how fast. */
export interface Move {
  readonly to: readonly number[];
  readonly rate: number;
}

/** The stationary law of a chain. */
export interface ChainLaw {
  /** All states that can be reached. */
  readonly states: readonly (readonly number[])[];
  /** Their probabilities. */
  readonly probabilities: Float64Array;
  /** Mean of a function of the state. */
  readonly mean: (f: (state: readonly number[]) => number) => number;
}

/** Most states that are listed. */
const MOST_STATES = 60_000;

/**
 * Stationary law of any finite Markov chain that is given by its moves: the states are found breadth
 * first, which keeps neighbours near, and eliminated last to first within that band without any
 * subtraction (W. K. Grassmann, M. I. Taksar & D. P. Heyman, Oper. Res. 33 (1985) 1107-1116).
 *
 * @param start a state that can be reached from every state
 * @param moves from a state; rates of 0 are left out
 * @throws RangeError beyond 60,000 states
 */
export function solveChain(
  start: readonly number[],
  moves: (state: readonly number[]) => readonly Move[],
): ChainLaw {
  const states: (readonly number[])[] = [start];
  const places = new Map([[start.join(), 0]]);
  const flows: [from: number, to: number, rate: number][] = [];
  let band = 1;
  for (let i = 0; i < states.length; i++) {
    for (const { to, rate } of moves(states[i] as readonly number[])) {
      if (!(rate > 0)) continue;
      const key = to.join();
      let j = places.get(key);
      if (j === undefined) {
        j = states.length;
        places.set(key, j);
        states.push(to);
        checkThat(j < MOST_STATES, 'the number of states', j, `at most ${MOST_STATES}`);
      }
      if (i === j) continue;
      flows.push([i, j, rate]);
      band = Math.max(band, Math.abs(i - j));
    }
  }
  const probabilities = eliminate(states.length, band, flows);
  const mean = (f: (state: readonly number[]) => number): number =>
    states.reduce((sum, state, i) => sum + f(state) * (probabilities[i] as number), 0);
  return { states, probabilities, mean };
}

function eliminate(
  n: number,
  band: number,
  flows: readonly [from: number, to: number, rate: number][],
): Float64Array {
  // row i holds the rates to i - band … i + band
  const width = 2 * band + 1;
  const a = new Float64Array(n * width);
  const place = (i: number, j: number): number => i * width + (j - i + band);
  for (const [i, j, rate] of flows) a[place(i, j)] = (a[place(i, j)] as number) + rate;
  for (let k = n - 1; k > 0; k--) {
    const low = Math.max(0, k - band);
    let out = 0;
    for (let j = low; j < k; j++) out += a[place(k, j)] as number;
    for (let i = low; i < k; i++) {
      const into = (a[place(i, k)] as number) / out;
      a[place(i, k)] = into;
      if (into === 0) continue;
      const shift = place(i, 0);
      const from = place(k, 0);
      for (let j = low; j < k; j++) {
        a[shift + j] = (a[shift + j] as number) + into * (a[from + j] as number);
      }
    }
  }
  const p = new Float64Array(n);
  p[0] = 1;
  let sum = 1;
  for (let k = 1; k < n; k++) {
    let mass = 0;
    for (let i = Math.max(0, k - band); i < k; i++) {
      mass += (p[i] as number) * (a[place(i, k)] as number);
    }
    p[k] = mass;
    sum += mass;
  }
  return p.map((one) => one / sum);
}
