import { childKey, draw, type Key } from './address.js';
import { fill } from './fill.js';
import { finite, refuse, whole } from './refuse.js';
import { needs, quantile, requireVariate, type Variate } from './variate.js';
import { exponential } from './variate-exponential.js';

const NONE = new Float64Array(0);
const UNIT = exponential(1);
/** Most exponential values that are read ahead. */
const MOST_AHEAD = 63;
/** Places under one key, after which its numbers would repeat. */
const TURN = 2147483648;

/**
 * The key of a stream: it depends on the seed, the replication and the name alone, never on what
 * else is drawn.
 * @param root key of the seed: `seedKey(seed)`
 * @param replication which repetition of the experiment, a whole number
 * @param name what the numbers are for; every text is legal
 */
export function streamKey(root: Key, replication: number, name: string): Key {
  return childKey(childKey(root, replication), name);
}

/**
 * Numbers for one purpose, read in order or at a place. The n-th number is `draw(key.low, key.high,
 * n)`: it does not depend on what was read before, here or elsewhere. From place 2^31 on, where
 * places would repeat, the numbers come from the key's children 1, 2, …, 2^31 each.
 */
export class Stream {
  /** Where the numbers are. */
  readonly key: Key;
  #low: number;
  #high: number;
  /** Place of the next number under the current key. */
  #place = 0;
  #turn = 0;
  /** Exponential values of mean 1 for the places from `#ahead` on, read ahead as they are wanted. */
  #units = NONE;
  #ahead = 0;
  #held = 0;

  /**
   * @param key for instance `streamKey(seedKey('riverside'), 0, 'gaps')`
   * @param index place of the first number to read, default 0
   */
  constructor(key: Key, index: number = 0) {
    this.key = key;
    this.#low = key.low;
    this.#high = key.high;
    const turn = turnOf(index);
    if (turn > 0) this.#toTurn(turn);
    this.#place = index - turn * TURN;
  }

  /** How many numbers were read in order; the place of the next one. */
  get index(): number {
    return this.#turn * TURN + this.#place;
  }

  /** The next number in (0, 1): an odd multiple of 2^-53, never 0 or 1. */
  next(): number {
    if (this.#place === TURN) this.#toTurn(this.#turn + 1);
    return draw(this.#low, this.#high, this.#place++);
  }

  /**
   * The number at a place, without moving.
   * @param place a whole number of at least 0
   */
  at(place: number): number {
    const turn = turnOf(place);
    const { low, high } = turnKey(this.key, turn);
    return draw(low, high, place - turn * TURN);
  }

  /** One value of a spread, from the next number. */
  draw(variate: Variate): number {
    requireVariate('draw', variate);
    return variate.family === 'exponential'
      ? variate.mean * this.#unit()
      : quantile(variate, this.next());
  }

  /**
   * As many values of a spread as `count` says, from the next numbers; the bits of as many calls of
   * `draw`, faster.
   * @param count at most `out.length`, its default
   */
  fill(variate: Variate, out: Float64Array, count: number = out.length): void {
    requireVariate('fill', variate);
    for (let done = 0; done < count; ) {
      if (this.#place === TURN) this.#toTurn(this.#turn + 1);
      const some = Math.min(count - done, TURN - this.#place);
      const target = done === 0 ? out : out.subarray(done);
      fill(variate, this.#low, this.#high, this.#place, target, some);
      this.#place += some;
      done += some;
    }
  }

  /** An exponential value with this mean (finite, at least 0). */
  exponential(mean: number): number {
    return finite(mean, 'mean', 0) * this.#unit();
  }

  /** A value spread evenly between `from` and `to` (finite, from <= to). */
  uniform(from: number, to: number): number {
    if (!(typeof from === 'number' && from <= to && to - from < Infinity)) {
      needs('uniform', 'finite from <= to', `${from} to ${to}`);
    }
    return from + (to - from) * this.next();
  }

  /**
   * A whole number from 0 to n - 1, each equally likely (to one part in 2^53 / n).
   * @param n a whole number from 1 to 2^53 - 1
   */
  pick(n: number): number {
    return Math.floor(whole(n, 'pick', 1) * this.next());
  }

  /** True with probability p, between 0 and 1 (both included). */
  chance(p: number): boolean {
    if (!(p >= 0 && p <= 1)) {
      refuse('chance', p, 'give a probability between 0 and 1');
    }
    return this.next() < p;
  }

  /** Puts the items into random order, in place (Fisher–Yates), reading one number fewer than items. */
  shuffle<T>(items: T[]): T[] {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.pick(i + 1);
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
    return items;
  }

  /** The next number as an exponential value of mean 1. */
  #unit(): number {
    let i = this.#place - this.#ahead;
    if (i >= this.#held) {
      this.#readAhead(i === this.#held);
      i = 0;
    }
    this.#place++;
    return this.#units[i]!;
  }

  /**
   * Draws some units at once, which takes a third of the time; more and more as long as all of them
   * are used. What is read ahead belongs to its place, so this never changes a number.
   */
  #readAhead(allUsed: boolean): void {
    if (this.#place === TURN) this.#toTurn(this.#turn + 1);
    const size = allUsed ? Math.min(2 * this.#held + 1, MOST_AHEAD) : 1;
    if (this.#units.length < size) this.#units = new Float64Array(size);
    this.#ahead = this.#place;
    this.#held = Math.min(size, TURN - this.#place);
    fill(UNIT, this.#low, this.#high, this.#place, this.#units, this.#held);
  }

  #toTurn(turn: number): void {
    const { low, high } = turnKey(this.key, turn);
    this.#low = low;
    this.#high = high;
    this.#turn = turn;
    this.#place = 0;
    this.#ahead = 0;
    this.#held = 0;
  }
}

function turnOf(place: number): number {
  return Math.floor(whole(place, 'place', 0) / TURN);
}

function turnKey(key: Key, turn: number): Key {
  return turn === 0 ? key : childKey(key, turn);
}
