import type { Key } from './address.js';
import type { ArrivalCursor } from './arrival-cursor.js';
import { fill } from './fill.js';
import type { Variate } from './variate.js';

/** Customers are drawn this many at a time. */
export const BLOCK = 512;

/** The customers of one source: their times of arrival, works and patiences, in blocks. */
export class Flow {
  readonly source: number;
  readonly class: number;
  /** The station they go to. */
  readonly to: number;
  readonly times: Float64Array = new Float64Array(BLOCK);
  readonly works: Float64Array = new Float64Array(BLOCK);
  /** Null where everybody waits for ever. */
  readonly patiences: Float64Array | null;
  /** Place of the next customer in the block. */
  at = 0;
  /** Customers in the block. */
  size = 0;
  /** Number of the block's first customer. */
  first = 0;
  readonly #cursor: ArrivalCursor;
  readonly #service: Variate;
  readonly #serviceKey: Key;
  readonly #patience: Variate | null;
  readonly #patienceKey: Key;

  constructor(
    source: number,
    ofClass: number,
    to: number,
    cursor: ArrivalCursor,
    service: Variate,
    serviceKey: Key,
    patience: Variate | null,
    patienceKey: Key,
  ) {
    this.source = source;
    this.class = ofClass;
    this.to = to;
    this.#cursor = cursor;
    this.#service = service;
    this.#serviceKey = serviceKey;
    this.#patience = patience;
    this.#patienceKey = patienceKey;
    this.patiences = patience === null ? null : new Float64Array(BLOCK);
    this.draw();
  }

  /** Time of the next customer; `Infinity` when no more will come. */
  get time(): number {
    return this.at < this.size ? this.times[this.at]! : Infinity;
  }

  /** Draws the next block. */
  draw(): void {
    this.first += this.size;
    this.at = 0;
    this.size = this.#cursor.fill(this.times, BLOCK);
    const { low, high } = this.#serviceKey;
    fill(this.#service, low, high, this.first, this.works, this.size);
    if (this.#patience !== null && this.patiences !== null) {
      const key = this.#patienceKey;
      fill(this.#patience, key.low, key.high, this.first, this.patiences, this.size);
    }
  }
}

/** A flow keeps the turn for times below `before` and up to `upTo`. */
export interface Turn {
  readonly flow: Flow;
  readonly before: number;
  readonly upTo: number;
}

/** The flow whose customer comes next, if any; at one time the source that was declared first goes first. */
export function nextTurn(flows: readonly Flow[]): Turn | undefined {
  let flow: Flow | undefined;
  for (const one of flows) if (one.time < (flow?.time ?? Infinity)) flow = one;
  if (flow === undefined) return undefined;
  let before = Infinity;
  let upTo = Infinity;
  for (const other of flows) {
    if (other.source < flow.source) before = Math.min(before, other.time);
    else if (other !== flow) upTo = Math.min(upTo, other.time);
  }
  return { flow, before, upTo };
}
