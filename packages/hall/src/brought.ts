import { word } from '@hallsim/kernel/chance';
import type { Demand } from './demand.js';
import type { HallModel } from './model.js';
import { PURPOSE } from './purpose.js';
import type { SpreadTable } from './spread-table.js';

const CALL = 2 * PURPOSE.call;
const WALK = 2 * PURPOSE.walk;
const COUNTER_TIME = 2 * PURPOSE.counterTime;
const AFTER_WORK = 2 * PURPOSE.afterWork;
const PATIENCE = 2 * PURPOSE.patience;

/**
 * What customers bring to the counters, minutes: how long the call, the walk, the service and the work after it take, and how
 * long they are patient. Most come there, so it is read for all in one pass: a draw takes a third of what it takes
 * amid everything else, and no number is put into memory of its own.
 */
export class Brought {
  call: Float64Array = new Float64Array(0);
  walk: Float64Array = new Float64Array(0);
  /** At a counter of speed 1, where no group has times of its own. */
  counterTime: Float64Array = new Float64Array(0);
  afterWork: Float64Array = new Float64Array(0);
  /** `Infinity` for who never loses it. */
  patience: Float64Array = new Float64Array(0);

  readonly #call: SpreadTable | null;
  readonly #walk: SpreadTable | null;
  readonly #counterTimes: readonly SpreadTable[];
  /** `null` where no customer of the hall has any. */
  readonly #afterWork: readonly (SpreadTable | null)[] | null;
  readonly #patience: readonly (SpreadTable | null)[] | null;

  constructor({ services, customers, work }: HallModel) {
    this.#call = work.calling?.call ?? null;
    this.#walk = work.calling?.walk ?? null;
    this.#counterTimes = services.map(({ time }) => time);
    this.#afterWork = unlessAllNull(services.map(({ afterWork }) => afterWork));
    this.#patience = unlessAllNull(customers.map(({ patience }) => patience));
  }

  /** Reads what today's customers bring. */
  read(demand: Demand): void {
    const { customer, length, service } = demand;
    if (this.counterTime.length < length) this.#makeRoom(demand.arrivedAt.length);
    readEach(demand, COUNTER_TIME, service, this.#counterTimes, this.counterTime);
    if (this.#patience !== null) {
      readEach(demand, PATIENCE, customer, this.#patience, this.patience);
    }
    if (this.#afterWork !== null) {
      readEach(demand, AFTER_WORK, service, this.#afterWork, this.afterWork);
    }
    if (this.#call !== null) readAll(demand, CALL, this.#call, this.call);
    if (this.#walk !== null) readAll(demand, WALK, this.#walk, this.walk);
  }

  #makeRoom(capacity: number): void {
    this.call = new Float64Array(this.#call === null ? 0 : capacity);
    this.walk = new Float64Array(this.#walk === null ? 0 : capacity);
    this.counterTime = new Float64Array(capacity);
    this.afterWork = new Float64Array(this.#afterWork === null ? 0 : capacity);
    this.patience = new Float64Array(capacity).fill(Infinity);
  }
}

function unlessAllNull<Table>(
  spreads: readonly (Table | null)[],
): readonly (Table | null)[] | null {
  return spreads.some((spread) => spread !== null) ? spreads : null;
}

/** Reads a number of each customer from the spread of their service or class; `Infinity` where it has none. */
function readEach(
  { keyLow, keyHigh, length }: Demand,
  purpose: number,
  kindOf: Uint16Array,
  spreads: readonly (SpreadTable | null)[],
  into: Float64Array,
): void {
  for (let row = 0; row < length; row++) {
    const spread = spreads[kindOf[row]!]!;
    // a choice between the two would put each number into memory of its own
    if (spread === null) into[row] = Infinity;
    else into[row] = spread.at(word(keyLow[row]!, keyHigh[row]!, purpose));
  }
}

/** Reads a number of each customer from one spread. Most calls take the same time. */
function readAll(
  { keyLow, keyHigh, length }: Demand,
  purpose: number,
  spread: SpreadTable,
  into: Float64Array,
): void {
  const { family, mean } = spread.variate;
  if (family === 'fixed') {
    into.fill(mean, 0, length);
    return;
  }
  for (let row = 0; row < length; row++) {
    into[row] = spread.at(word(keyLow[row]!, keyHigh[row]!, purpose));
  }
}
