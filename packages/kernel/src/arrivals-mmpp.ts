import { log } from '@hallsim/stats';
import type { Key } from './address.js';
import type { Pieces } from './arrivals-rates.js';
import { finite, list, refuse, requireMotion } from './refuse.js';
import { Stream } from './stream.js';

/** A Markov-modulated Poisson process. */
export interface Modulated {
  /** Rate of arrivals in each state, at least 0. */
  readonly rates: readonly number[];
  /** Rate of going from the state of the row to that of the column; the diagonal is not read. */
  readonly switch: readonly (readonly number[])[];
  /**
   * Probabilities of the first state, summing to 1. Default: those of the long run, which exist if
   * every state can be reached from every other.
   */
  readonly initial?: readonly number[];
}

/** The states of an MMPP one after the other, as pieces of constant rate. */
export class Modulation implements Pieces {
  from: number;
  to: number;
  rate = 0;
  readonly slope = 0;
  readonly #process: Modulated;
  readonly #stream: Stream;
  /** Whether anybody can come once the chain is in a state. */
  readonly #useful: readonly boolean[];
  readonly #initial: readonly number[];
  #state = -1;

  constructor(process: Modulated, from: number, key: Key, where: string) {
    check(process, where);
    this.#process = process;
    this.#stream = new Stream(key);
    this.#useful = useful(process);
    this.#initial = process.initial ?? longRun(process.switch, where);
    this.from = from;
    this.to = from;
  }

  next(): boolean {
    const { rates } = this.#process;
    const leaving = this.#state < 0 ? this.#initial : this.#process.switch[this.#state]!;
    const state = choose(leaving, this.#state, this.#stream.next());
    if (state < 0 || !this.#useful[state]) return false;
    this.#state = state;
    let speed = 0;
    this.#process.switch[state]!.forEach((rate, other) => {
      if (other !== state) speed += rate;
    });
    const stay = -log(1 - this.#stream.next()) / speed;
    this.from = this.to;
    requireMotion(this.from, 1 / speed);
    this.to = this.from + stay;
    this.rate = rates[state]!;
    return true;
  }
}

/** An entry with a chance in proportion to the weights, never `except`; -1 if all others weigh 0. */
function choose(weights: readonly number[], except: number, u: number): number {
  let total = 0;
  weights.forEach((weight, i) => {
    if (i !== except) total += weight;
  });
  let left = u * total;
  let last = -1;
  for (let i = 0; i < weights.length; i++) {
    if (i === except || weights[i] === 0) continue;
    last = i;
    left -= weights[i]!;
    if (left < 0) break;
  }
  return last;
}

/** States from which one with a rate above 0 can be reached, itself included. */
function useful({ rates, switch: speeds }: Modulated): boolean[] {
  const marks = rates.map((rate) => rate > 0);
  // a way is no longer than there are states
  for (const _ of rates) {
    speeds.forEach((row, i) => {
      marks[i] ||= row.some((speed, j) => speed > 0 && marks[j]!);
    });
  }
  return marks;
}

/**
 * Shares of the states in the long run, by elimination of one state after the other (Grassmann,
 * Taksar & Heyman, Operations Research 33 (1985) 1107), which subtracts nowhere.
 */
function longRun(speeds: readonly (readonly number[])[], where: string): number[] {
  const rows = speeds.map((row) => [...row]);
  const n = rows.length;
  for (let k = n - 1; k > 0; k--) {
    let down = 0;
    for (let j = 0; j < k; j++) down += rows[k]![j]!;
    if (!(down > 0)) {
      refuse(
        `${where}.initial`,
        undefined,
        'not every state leads to every other: say where it begins',
      );
    }
    for (let i = 0; i < k; i++) {
      const share = rows[i]![k]! / down;
      rows[i]![k] = share;
      for (let j = 0; j < k; j++) {
        if (j !== i) rows[i]![j] = rows[i]![j]! + share * rows[k]![j]!;
      }
    }
  }
  const shares = [1];
  let total = 1;
  for (let k = 1; k < n; k++) {
    let share = 0;
    for (let i = 0; i < k; i++) share += shares[i]! * rows[i]![k]!;
    shares.push(share);
    total += share;
  }
  return shares.map((share) => share / total);
}

function check(process: Modulated, where: string): void {
  if (typeof process !== 'object' || process === null) {
    refuse(where, process, 'give { rates: [1, 5], switch: [[0, 0.1], [0.2, 0]] }');
  }
  const { rates, switch: speeds, initial } = process;
  const n = list(rates, `${where}.rates`).length;
  list(speeds, `${where}.switch`).forEach((row, i) => list(row, `${where}.switch[${i}]`));
  rates.forEach((rate, i) => finite(rate, `${where}.rates[${i}]`, 0));
  if (n === 0 || speeds.length !== n || speeds.some((row) => row.length !== n)) {
    refuse(
      `${where}.switch`,
      speeds,
      `give as many rows and columns as rates, at least 1, not ${n}`,
    );
  }
  speeds.forEach((row, i) =>
    row.forEach((speed, j) => i === j || finite(speed, `${where}.switch[${i}][${j}]`, 0)),
  );
  if (initial === undefined) return;
  let total = 0;
  list(initial, `${where}.initial`).forEach((share, i) => {
    total += finite(share, `${where}.initial[${i}]`, 0);
  });
  if (initial.length !== n || !(Math.abs(total - 1) < 1e-9)) {
    refuse(`${where}.initial`, initial, `give ${n} probabilities that sum to 1`);
  }
}
