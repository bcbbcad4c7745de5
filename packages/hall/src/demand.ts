/**
 * The customers of one day, in the order they come to the door: columns, one row a customer. Drawn by
 * `drawDemand`; everything else about a customer is drawn from its key when it is first needed.
 * Columns may be longer than `length`, because a day's columns are used again for the next.
 */
export interface Demand {
  length: number;
  readonly replication: number;
  /** Minutes since midnight, never falling. */
  readonly arrivedAt: Float64Array;
  /** The customer's key, from which all draws are read. */
  readonly keyLow: Int32Array;
  readonly keyHigh: Int32Array;
  /** Positions in the model's `services` and `customers`. */
  readonly service: Uint16Array;
  readonly customer: Uint16Array;
  /** The address in numbers: source, half hour since midnight, strip, number. */
  readonly source: Uint16Array;
  readonly halfHour: Int32Array;
  readonly strip: Int32Array;
  readonly number: Int32Array;
}

/** Columns with room for `capacity` customers. */
export function emptyDemand(capacity: number, replication: number): Demand {
  return {
    length: 0,
    replication,
    arrivedAt: new Float64Array(capacity),
    keyLow: new Int32Array(capacity),
    keyHigh: new Int32Array(capacity),
    service: new Uint16Array(capacity),
    customer: new Uint16Array(capacity),
    source: new Uint16Array(capacity),
    halfHour: new Int32Array(capacity),
    strip: new Int32Array(capacity),
    number: new Int32Array(capacity),
  };
}
