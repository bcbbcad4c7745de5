import { word } from '@hallsim/kernel/chance';
import type { Demand } from './demand.js';
import type { KioskWishes } from './kiosk-wishes.js';
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
 * long they are patient. Most come there, so it is read in one pass for all who do not want a kiosk: a draw takes a
 * third of what it takes amid everything else, and no number is put into memory of its own. Who wanted a kiosk is read on
 * the way to the counters.
 */
export class Brought {
  call: Float64Array = new Float64Array(0);
  walk: Float64Array = new Float64Array(0);
  /** At a counter of speed 1, where no group has times of its own. */
  counterTime: Float64Array = new Float64Array(0);
  afterWork: Float64Array = new Float64Array(0);
  patience: Float64Array = new Float64Array(0);

  readonly #call: SpreadTable | null;
  readonly #walk: SpreadTable | null;
  readonly #counterTimes: readonly SpreadTable[];
  readonly #afterWork: readonly (SpreadTable | null)[];
  readonly #patience: readonly (SpreadTable | null)[];
  /** Rows to be read. */
  #rows = new Int32Array(0);

  constructor({ services, customers, work }: HallModel) {
    this.#call = work.calling?.call ?? null;
    this.#walk = work.calling?.walk ?? null;
    this.#counterTimes = services.map(({ time }) => time);
    this.#afterWork = services.map(({ afterWork }) => afterWork);
    this.#patience = customers.map(({ patience }) => patience);
  }

  /** Reads what today's customers bring, but for those who want a kiosk. */
  read(demand: Demand, wishes: KioskWishes | null): void {
    const { length, arrivedAt } = demand;
    if (this.#rows.length < length) this.#makeRoom(arrivedAt.length);
    const rows = this.#rows;
    let count = 0;
    for (let row = 0; row < length; row++) {
      rows[count] = row;
      count += wishes === null ? 1 : 1 - wishes.goes(row);
    }
    this.#readRows(demand, count);
  }

  /** Reads what one customer brings. */
  readOne(demand: Demand, row: number): void {
    this.#rows[0] = row;
    this.#readRows(demand, 1);
  }

  #readRows(demand: Demand, count: number): void {
    const rows = this.#rows;
    const { customer, service } = demand;
    readEach(demand, rows, count, COUNTER_TIME, service, this.#counterTimes, this.counterTime);
    readEach(demand, rows, count, PATIENCE, customer, this.#patience, this.patience);
    readEach(demand, rows, count, AFTER_WORK, service, this.#afterWork, this.afterWork);
    if (this.#call !== null) readAll(demand, rows, count, CALL, this.#call, this.call);
    if (this.#walk !== null) readAll(demand, rows, count, WALK, this.#walk, this.walk);
  }

  #makeRoom(capacity: number): void {
    this.#rows = new Int32Array(capacity);
    this.call = new Float64Array(this.#call === null ? 0 : capacity);
    this.walk = new Float64Array(this.#walk === null ? 0 : capacity);
    this.counterTime = new Float64Array(capacity);
    this.afterWork = new Float64Array(capacity);
    this.patience = new Float64Array(capacity);
  }
}

/** Reads a number of each row from the spread of its service or customer class; `Infinity` where it has none. */
function readEach(
  { keyLow, keyHigh }: Demand,
  rows: Int32Array,
  count: number,
  purpose: number,
  kindOf: Uint16Array,
  spreads: readonly (SpreadTable | null)[],
  into: Float64Array,
): void {
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    const spread = spreads[kindOf[row]!]!;
    if (spread === null) into[row] = Infinity;
    else into[row] = spread.at(word(keyLow[row]!, keyHigh[row]!, purpose));
  }
}

/** Reads a number of each row from one spread. Most calls take the same time, and V8 would put each of them into memory of its own. */
function readAll(
  { keyLow, keyHigh }: Demand,
  rows: Int32Array,
  count: number,
  purpose: number,
  spread: SpreadTable,
  into: Float64Array,
): void {
  const { family, mean } = spread.variate;
  const isFixed = family === 'fixed';
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    if (isFixed) into[row] = mean;
    else into[row] = spread.at(word(keyLow[row]!, keyHigh[row]!, purpose));
  }
}
