import { requireNumber } from './checks.js';
import { ExactSum, lostIn } from './exact-sum.js';
import { fromProductUnits } from './exact-units.js';
import { LevelTimes } from './level-times.js';

/** Plain data of a {@link Level}, for sending to another thread (structured clone takes it). */
export interface LevelData {
  /** until when the level was observed */
  readonly time: number;
  /** the level then */
  readonly value: number;
  /** exact length of what was observed, in units of 2^-2148 */
  readonly span: bigint;
  /** exact integral of the level over it, in units of 2^-2148 */
  readonly area: bigint;
  /** Infinity where no time was observed */
  readonly min: number;
  /** -Infinity where no time was observed */
  readonly max: number;
  /** exact time at each value, in units of 2^-2148; null where shares are not kept */
  readonly times: ReadonlyMap<number, bigint> | null;
}

/**
 * A number that stays until it changes, such as the length of a line or the clerks at work: its
 * mean and extremes weighted by time, over the span from its start (or {@link reset}) to the last
 * time it was told of. Sums are exact, so every number has the same bits however a span is cut
 * into pieces that are merged, and in whatever order replications are. About 15 ns a change.
 *
 * Extremes, like means, do not see a value that no time was spent at: a line that somebody joins
 * and leaves at the same instant was not longer. Where no time was observed, a number is NaN.
 */
export class Level {
  // integral up to now less value times time: a change by s at time t adds -s t, waiting nothing
  #area = new ExactSum();
  // length of what was observed elsewhere and merged; the own span is #time - #start
  #merged = new ExactSum();
  readonly #times: LevelTimes | null;
  #start: number;
  #time: number;
  #value: number;
  #min = Infinity;
  #max = -Infinity;

  /**
   * @param time start of the observation, in any unit; default 0
   * @param value the level then; default 0
   * @param options `shares`: whether the time at each value is kept, for {@link shareAt}; default
   *   false, as it doubles the cost of a change and keeps a sum for each value ever taken
   * @throws RangeError for a time or value that is NaN or infinite
   */
  constructor(time: number = 0, value: number = 0, options: { readonly shares?: boolean } = {}) {
    requireNumber(time, 'the start of a level');
    requireNumber(value, 'the value of a level');
    this.#times = options.shares === true ? new LevelTimes() : null;
    this.#start = time;
    this.#time = time;
    this.#value = value;
    this.reset(time);
  }

  /** The level that had these `data`; it can be observed on. */
  static from(data: LevelData): Level {
    const level = new Level(data.time, data.value, { shares: data.times !== null });
    level.#include(data);
    return level;
  }

  /** The level now. */
  get value(): number {
    return this.#value;
  }

  /** Until when the level was observed. */
  get time(): number {
    return this.#time;
  }

  /** Length of what was observed, with what was merged. */
  get span(): number {
    return this.#length().value();
  }

  /** Mean over the span, weighted by time, right to the last bit. */
  get mean(): number {
    const span = this.#length().units();
    return span === 0n ? NaN : fromProductUnits((this.#integral().units() << 2148n) / span);
  }

  /** Least value that some time was spent at. */
  get min(): number {
    return this.#min <= this.#max ? this.#min : NaN;
  }

  /** Largest value that some time was spent at. */
  get max(): number {
    return this.#min <= this.#max ? this.#max : NaN;
  }

  /**
   * Share of the span spent at exactly this value.
   *
   * @throws TypeError where shares are not kept
   */
  shareAt(value: number): number {
    return this.#timeAt((level) => level === value) / this.span;
  }

  /**
   * Share of the span spent at this value or above.
   *
   * @throws TypeError where shares are not kept
   */
  shareFrom(value: number): number {
    return this.#timeAt((level) => level >= value) / this.span;
  }

  /**
   * The level is `value` from `time` on.
   *
   * @throws RangeError naming a time before the last one, or a number that is not finite
   */
  set(time: number, value: number): void {
    requireNumber(value, 'the value of a level');
    this.observeUntil(time);
    const old = this.#value;
    const step = value - old;
    if (lostIn(step, value, -old) === 0) {
      this.#area.addProduct(-step, time);
    } else {
      this.#area.addProduct(old, time);
      this.#area.addProduct(-value, time);
    }
    this.#times?.leave(old, time);
    this.#times?.enter(value, time);
    this.#value = value;
  }

  /** The level changes by `delta` at `time`. Refuses what {@link set} refuses. */
  add(time: number, delta: number): void {
    this.set(time, this.#value + delta);
  }

  /**
   * The level stayed as it is until `time`: to be told at the end, and before reading.
   *
   * @throws RangeError naming a time before the last one, or one that is not finite
   */
  observeUntil(time: number): void {
    if (time === this.#time) return;
    requireNumber(time, 'the time of a level');
    if (time < this.#time) {
      throw new RangeError(
        `time ${time} lies before ${this.#time}, until when the level was observed: report changes in the order of time`,
      );
    }
    this.#time = time;
    // -0 becomes 0, so that it does not show which of them came first
    if (this.#value < this.#min) this.#min = this.#value + 0;
    if (this.#value > this.#max) this.#max = this.#value + 0;
  }

  /**
   * Forgets what was observed until `time`, and what was merged, as at the end of a warm-up. The
   * level itself stays.
   *
   * @throws RangeError naming a time before the last one, or one that is not finite
   */
  reset(time: number): void {
    this.observeUntil(time);
    this.#start = time;
    this.#min = Infinity;
    this.#max = -Infinity;
    this.#merged = new ExactSum();
    this.#area = new ExactSum();
    this.#area.addProduct(-this.#value, time);
    this.#times?.clear();
    this.#times?.enter(this.#value, time);
  }

  /**
   * Adds what another level observed, such as that of another replication: means and shares are
   * then of both spans together. The value and time of this level stay.
   *
   * @throws TypeError where this level keeps shares and the other does not
   */
  merge(other: Level): void {
    this.#include(other.data());
  }

  /** Copy of what the level holds. */
  data(): LevelData {
    return {
      time: this.#time,
      value: this.#value,
      span: this.#length().units(),
      area: this.#integral().units(),
      min: this.#min,
      max: this.#max,
      times: this.#times && this.#times.units(this.#value, this.#time),
    };
  }

  #include(data: LevelData): void {
    if (this.#times !== null) this.#times.include(data.times ?? shares('the other level'));
    this.#merged.merge(ExactSum.from(data.span));
    this.#area.merge(ExactSum.from(data.area));
    this.#min = Math.min(this.#min, data.min);
    this.#max = Math.max(this.#max, data.max);
  }

  #integral(): ExactSum {
    const integral = new ExactSum();
    integral.merge(this.#area);
    integral.addProduct(this.#value, this.#time);
    return integral;
  }

  #length(): ExactSum {
    const length = new ExactSum();
    length.merge(this.#merged);
    length.add(this.#time);
    length.add(-this.#start);
    return length;
  }

  #timeAt(counts: (value: number) => boolean): number {
    const times = this.#times ?? shares('this level');
    return times.total(counts, this.#value, this.#time);
  }
}

function shares(whose: string): never {
  throw new TypeError(
    `${whose} keeps no shares of time: create it as new Level(time, value, { shares: true })`,
  );
}
