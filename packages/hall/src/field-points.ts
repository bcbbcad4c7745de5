import { childHigh, childLow, uniform, word } from '@hallsim/kernel/chance';
import { pointAt, POINTS_A_CELL } from './demand.js';
import { HALF_HOUR } from './model.js';
import { poissonCount, STRIP } from './poisson-count.js';
import { PURPOSE } from './purpose.js';
import { rateAt, type RateCurve } from './rate-curve.js';

const TIME = 2 * PURPOSE.time;
const LEVEL = 2 * PURPOSE.level;
const TWO_TO_32 = 4294967296;
const SIGN = 0x80000000 | 0;

/**
 * The customers among the points of a half hour: scratch columns that are used again for every half
 * hour. The hot path of drawing a day: everything is read into locals before a loop, integers stay
 * integers, and nothing is allocated.
 */
export class FieldPoints {
  size = 0;
  /** Place in the half hour: a 32-bit word, its sign bit turned so that earlier is smaller. */
  place: Int32Array = new Int32Array(0);
  low: Int32Array = new Int32Array(0);
  high: Int32Array = new Int32Array(0);
  point: Int32Array = new Int32Array(0);
  source: Uint16Array = new Uint16Array(0);
  /** Rows in order of time, after `sort`. */
  order: Int32Array = new Int32Array(0);
  #bucket = new Int32Array(0);

  constructor() {
    this.#grow(256);
  }

  /**
   * Adds the points of the strips that lie below the source's rate all through the half hour.
   * @param low first word of the key of source and half hour
   * @param high second word of it
   * @param strips how many, from the lowest
   * @param at place of everybody, `null` for those who come at any moment
   */
  addSure(source: number, low: number, high: number, strips: number, at: number | null): void {
    const first = this.size;
    let end = first;
    for (let strip = 0; strip < strips; strip++) {
      const cellLow = childLow(low, high, strip);
      const cellHigh = childHigh(low, high, strip);
      const from = end;
      end = (from + countOf(cellLow, cellHigh)) | 0;
      if (end > this.place.length) this.#grow(end);
      fillKeys(this, from, end, cellLow, cellHigh, pointAt(strip, 0));
    }
    this.size = end;
    // what is alike for all strips takes one call each: a strip has eight points on average
    if (at === null) fillPlaces(this.place, this.low, this.high, first, end);
    else this.place.fill(at, first, end);
    this.source.fill(source, first, end);
  }

  /** Adds exactly so many people at one place, `POINTS_A_CELL` a strip. */
  addPeople(source: number, low: number, high: number, people: number, at: number): void {
    if (this.size + people > this.place.length) this.#grow(this.size + people);
    for (let one = 0; one < people; one++) {
      const strip = Math.floor(one / POINTS_A_CELL);
      const cellLow = childLow(low, high, strip);
      const cellHigh = childHigh(low, high, strip);
      const row = this.size++;
      this.low[row] = childLow(cellLow, cellHigh, one % POINTS_A_CELL);
      this.high[row] = childHigh(cellLow, cellHigh, one % POINTS_A_CELL);
      this.place[row] = at;
      this.point[row] = pointAt(strip, one % POINTS_A_CELL);
      this.source[row] = source;
    }
  }

  /**
   * Adds those points of the strips above that lie below the rate at their own time.
   * @param from the lowest strip that is not sure
   * @param most largest rate in the half hour, `sure` the smallest, both times `factor`
   */
  addBelow(
    source: number,
    low: number,
    high: number,
    from: number,
    most: number,
    sure: number,
    rate: RateCurve,
    factor: number,
    start: number,
    at: number | null,
  ): void {
    for (let strip = from; strip * STRIP < most; strip++) {
      const cellLow = childLow(low, high, strip);
      const cellHigh = childHigh(low, high, strip);
      const points = countOf(cellLow, cellHigh);
      if (this.size + points > this.place.length) this.#grow(this.size + points);
      const { place, point, source: sources, low: lows, high: highs } = this;
      let row = this.size;
      for (let number = 0; number < points; number++) {
        const keyLow = childLow(cellLow, cellHigh, number);
        const keyHigh = childHigh(cellLow, cellHigh, number);
        const height = (word(keyLow, keyHigh, LEVEL) >>> 0) + 0.5;
        const level = STRIP * (strip + height / TWO_TO_32);
        if (level >= most) continue;
        const here = at ?? word(keyLow, keyHigh, TIME) ^ SIGN;
        if (level >= sure && level >= rateAt(rate, timeOf(here, start)) * factor) continue;
        place[row] = here;
        lows[row] = keyLow;
        highs[row] = keyHigh;
        point[row] = pointAt(strip, number);
        sources[row] = source;
        row = (row + 1) | 0;
      }
      this.size = row;
    }
  }

  /**
   * Fills `order`: rows by time, of two at one place the earlier row. Into buckets by the leading bits
   * of the place, then one pass of insertion within them.
   */
  sort(): void {
    const { place, order, size } = this;
    const bucket = this.#bucket;
    // two to four buckets a row: half the insertions of one a row, and still a short table
    const bits = 33 - Math.clz32(size);
    const shift = 32 - bits;
    const half = 1 << (bits - 1);
    bucket.fill(0, 0, 2 * half);
    for (let i = 0; i < size; i++) {
      const b = ((place[i]! >> shift) + half) | 0;
      bucket[b] = (bucket[b]! + 1) | 0;
    }
    let before = 0;
    for (let b = 0; b < 2 * half; b++) {
      const here = bucket[b]!;
      bucket[b] = before;
      before = (before + here) | 0;
    }
    for (let i = 0; i < size; i++) {
      const b = ((place[i]! >> shift) + half) | 0;
      const to = bucket[b]!;
      order[to] = i;
      bucket[b] = (to + 1) | 0;
    }
    let last = size > 0 ? place[order[0]!]! : 0;
    for (let i = 1; i < size; i++) {
      const row = order[i]!;
      const key = place[row]!;
      if (key >= last) {
        last = key;
        continue;
      }
      let hole = i;
      while (hole > 0 && place[order[hole - 1]!]! > key) {
        order[hole] = order[hole - 1]!;
        hole--;
      }
      order[hole] = row;
    }
  }

  #grow(least: number): void {
    const room = 2 * least;
    this.place = copied(this.place, new Int32Array(room));
    this.low = copied(this.low, new Int32Array(room));
    this.high = copied(this.high, new Int32Array(room));
    this.point = copied(this.point, new Int32Array(room));
    this.source = copied(this.source, new Uint16Array(room));
    this.order = new Int32Array(room);
    this.#bucket = new Int32Array(4 * room + 2);
  }
}

/** The moment of a place in the half hour from `start`, minutes. */
export function timeOf(place: number, start: number): number {
  return start + (((place ^ SIGN) >>> 0) + 0.5) * (HALF_HOUR / TWO_TO_32);
}

/** The first place that is not before `time`. */
export function placeOf(time: number, start: number): number {
  return Math.ceil(((time - start) / HALF_HOUR) * TWO_TO_32 - 0.5) ^ SIGN;
}

function countOf(cellLow: number, cellHigh: number): number {
  return poissonCount(uniform(word(cellLow, cellHigh, -1), word(cellLow, cellHigh, -2)));
}

function fillKeys(
  { low: lows, high: highs, point: points }: FieldPoints,
  first: number,
  end: number,
  cellLow: number,
  cellHigh: number,
  zero: number,
): void {
  for (let i = first; i < end; i++) {
    const number = (i - first) | 0;
    lows[i] = childLow(cellLow, cellHigh, number);
    highs[i] = childHigh(cellLow, cellHigh, number);
    points[i] = (zero + number) | 0;
  }
}

function fillPlaces(
  places: Int32Array,
  lows: Int32Array,
  highs: Int32Array,
  first: number,
  end: number,
): void {
  for (let i = first; i < end; i++) {
    places[i] = word(lows[i]!, highs[i]!, TIME) ^ SIGN;
  }
}

function copied<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
