import {
  childHigh,
  childKey,
  childLow,
  draw,
  gamma,
  type Key,
  quantile,
  seedKey,
  uniform,
  word,
} from '@hallsim/kernel';
import { clockText } from '@hallsim/scenario';
import { type Demand, emptyDemand } from './demand.js';
import { type ArrivalSource, HALF_HOUR, type HallModel } from './model.js';
import { poissonCount, STRIP } from './poisson-count.js';
import { PURPOSE } from './purpose.js';
import { levelAt, levelRange } from './step-function.js';

/** What a source can send within one half hour. */
interface Cells {
  readonly source: number;
  readonly halfHour: number;
  /** Largest and smallest rate in the half hour; between them a point must be asked at its own time. */
  readonly max: number;
  readonly min: number;
}

const TWO_TO_32 = 4294967296;

/**
 * The demand of a hall under one seed: the points of a Poisson field over time × rate level, one field
 * a source. The field is cut into cells of one half hour × one strip of rate that no scenario can move;
 * a point is a customer when its level lies below the rate at its time. So a higher rate only adds
 * people, a change at ten o'clock touches nobody at eleven, and whoever comes keeps all dice.
 *
 * Holds scratch columns: one field serves one run at a time.
 */
export class DemandField {
  readonly #model: HallModel;
  readonly #seed: Key;
  readonly #plan: readonly (readonly Cells[])[];
  #time = new Float64Array(256);
  #low = new Int32Array(256);
  #high = new Int32Array(256);
  #source = new Uint16Array(256);
  #strip = new Int32Array(256);
  #number = new Int32Array(256);
  #order = new Int32Array(256);
  #bucket = new Int32Array(257);
  #size = 0;

  constructor(model: HallModel, seed: string) {
    this.#model = model;
    this.#seed = seedKey(seed);
    this.#plan = planOf(model);
  }

  /**
   * The customers of one replication, sorted by time; of two at one instant the earlier address first.
   * @param replication whole number of at least 0
   * @param reuse columns of an earlier day that nobody reads any more
   */
  draw(replication: number, reuse?: Demand): Demand {
    if (!Number.isInteger(replication) || replication < 0) {
      throw new RangeError(`A replication is a whole number of at least 0, not ${replication}.`);
    }
    const model = this.#model;
    const day = childKey(this.#seed, replication);
    const busy = busyDayFactor(model.busyDayCv, day);
    const keys = model.sources.map((source) => childKey(day, source.id));
    let demand = reuse ? { ...reuse, length: 0, replication } : emptyDemand(1024, replication);
    for (const halfHour of this.#plan) {
      this.#size = 0;
      for (const cells of halfHour) {
        this.#gather(cells, keys[cells.source]!, model.sources[cells.source]!.busy ? busy : 1);
      }
      if (demand.length + this.#size > demand.arrivedAt.length) demand = grown(demand, this.#size);
      this.#sort(halfHour[0]!.halfHour * HALF_HOUR);
      this.#append(demand, halfHour[0]!.halfHour);
    }
    return demand;
  }

  /** Puts the customers among the points of one source in one half hour into the scratch columns. */
  #gather({ source: index, halfHour, max, min }: Cells, key: Key, busy: number): void {
    const source = this.#model.sources[index]!;
    const lowH = childLow(key.low, key.high, halfHour);
    const highH = childHigh(key.low, key.high, halfHour);
    const start = halfHour * HALF_HOUR;
    const sure = min * busy;
    const most = max * busy;
    const scale = HALF_HOUR / TWO_TO_32;
    for (let strip = 0; strip * STRIP < most; strip++) {
      const cellLow = childLow(lowH, highH, strip);
      const cellHigh = childHigh(lowH, highH, strip);
      const points = poissonCount(
        uniform(word(cellLow, cellHigh, -1), word(cellLow, cellHigh, -2)),
      );
      if (this.#size + points > this.#time.length) this.#growScratch(points);
      const inside = (strip + 1) * STRIP <= sure;
      for (let number = 0; number < points; number++) {
        const low = childLow(cellLow, cellHigh, number);
        const high = childHigh(cellLow, cellHigh, number);
        const time = source.at ?? start + ((word(low, high, 2 * PURPOSE.time) >>> 0) + 0.5) * scale;
        if (!inside) {
          const level =
            STRIP * (strip + ((word(low, high, 2 * PURPOSE.level) >>> 0) + 0.5) / TWO_TO_32);
          if (level >= most) continue;
          if (level >= sure && level >= rateAt(source, time) * busy) continue;
        }
        const at = this.#size++;
        this.#time[at] = time;
        this.#low[at] = low;
        this.#high[at] = high;
        this.#source[at] = index;
        this.#strip[at] = strip;
        this.#number[at] = number;
      }
    }
  }

  /** Orders the scratch rows by time: into as many buckets as there are rows, then one insertion pass. Stable. */
  #sort(start: number): void {
    const size = this.#size;
    const time = this.#time;
    const order = this.#order;
    const bucket = this.#bucket;
    const perMinute = size / HALF_HOUR;
    bucket.fill(0, 0, size + 1);
    for (let i = 0; i < size; i++) bucket[Math.floor((time[i]! - start) * perMinute) + 1]!++;
    for (let b = 1; b <= size; b++) bucket[b]! += bucket[b - 1]!;
    for (let i = 0; i < size; i++) order[bucket[Math.floor((time[i]! - start) * perMinute)]!++] = i;
    for (let i = 1; i < size; i++) {
      const row = order[i]!;
      const t = time[row]!;
      let hole = i;
      while (hole > 0 && time[order[hole - 1]!]! > t) {
        order[hole] = order[hole - 1]!;
        hole--;
      }
      order[hole] = row;
    }
  }

  /** Moves the ordered scratch rows to the end of the demand; what everybody needs to know at the door is chosen here. */
  #append(demand: Demand, halfHour: number): void {
    const { serviceThresholds, customerThresholds } = this.#model;
    for (let i = 0; i < this.#size; i++) {
      const from = this.#order[i]!;
      const to = demand.length++;
      const low = this.#low[from]!;
      const high = this.#high[from]!;
      demand.arrivedAt[to] = this.#time[from]!;
      demand.keyLow[to] = low;
      demand.keyHigh[to] = high;
      demand.source[to] = this.#source[from]!;
      demand.halfHour[to] = halfHour;
      demand.strip[to] = this.#strip[from]!;
      demand.number[to] = this.#number[from]!;
      demand.service[to] = choice(serviceThresholds, word(low, high, 2 * PURPOSE.service));
      demand.customer[to] = choice(customerThresholds, word(low, high, 2 * PURPOSE.customer));
    }
  }

  #growScratch(points: number): void {
    const room = 2 * (this.#time.length + points);
    const copy = <T extends Float64Array | Int32Array | Uint16Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#time = copy(this.#time, new Float64Array(room));
    this.#low = copy(this.#low, new Int32Array(room));
    this.#high = copy(this.#high, new Int32Array(room));
    this.#source = copy(this.#source, new Uint16Array(room));
    this.#strip = copy(this.#strip, new Int32Array(room));
    this.#number = copy(this.#number, new Int32Array(room));
    this.#order = new Int32Array(room);
    this.#bucket = new Int32Array(room + 1);
  }
}

/**
 * The customers of one day: a pure function of the model's demand, the seed and the replication.
 * Throws a RangeError when the replication is not a whole number of at least 0.
 */
export function drawDemand(
  model: HallModel,
  { seed, replication }: { readonly seed: string; readonly replication: number },
): Demand {
  return new DemandField(model, seed).draw(replication);
}

/**
 * A customer's address in words, stable across variants: `base/10:00/3/17` is point 17 of strip 3 of
 * the everyday stream in the half hour from ten o'clock.
 */
export function demandId(model: HallModel, demand: Demand, row: number): string {
  const time = clockText(demand.halfHour[row]! * HALF_HOUR);
  return `${model.sources[demand.source[row]!]!.id}/${time}/${demand.strip[row]}/${demand.number[row]}`;
}

/** How much busier than usual a day is: gamma with mean 1 and the given cv (0: always 1). */
function busyDayFactor(cv: number, day: Key): number {
  if (cv === 0) return 1;
  const key = childKey(day, 'busy-day');
  return quantile(gamma(1, cv), draw(key.low, key.high, 0));
}

/** Position of the first share whose running total lies above the word. */
function choice(thresholds: Float64Array, single: number): number {
  const u = single >>> 0;
  let i = 0;
  while (u >= thresholds[i]!) i++;
  return i;
}

function rateAt(source: ArrivalSource, time: number): number {
  return levelAt(source.rate, source.at ?? time);
}

/** The half hours of a day in which anybody may come, with the sources that may send them. */
function planOf(model: HallModel): Cells[][] {
  const plan: Cells[][] = [];
  const first = Math.floor(model.opens / HALF_HOUR);
  for (let halfHour = first; halfHour * HALF_HOUR < model.closes; halfHour++) {
    const cells: Cells[] = [];
    model.sources.forEach((source, index) => {
      const start = halfHour * HALF_HOUR;
      const { min, max } = levelRange(source.rate, start, start + HALF_HOUR);
      if (max > 0) cells.push({ source: index, halfHour, min, max });
    });
    if (cells.length > 0) plan.push(cells);
  }
  return plan;
}

function grown(demand: Demand, extra: number): Demand {
  const room = 2 * (demand.length + extra);
  const larger = emptyDemand(room, demand.replication);
  larger.length = demand.length;
  larger.arrivedAt.set(demand.arrivedAt);
  larger.keyLow.set(demand.keyLow);
  larger.keyHigh.set(demand.keyHigh);
  larger.service.set(demand.service);
  larger.customer.set(demand.customer);
  larger.source.set(demand.source);
  larger.halfHour.set(demand.halfHour);
  larger.strip.set(demand.strip);
  larger.number.set(demand.number);
  return larger;
}
