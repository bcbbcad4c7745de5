/**
 * The customers of one day, in the order they come to the door: columns, one row a customer. Drawn by
 * `drawDemand`; everything else about a customer is drawn from its key when it is first needed.
 * Columns may be longer than `length`, because a day's columns are used again for the next.
 */
export interface Demand {
  length: number;
  replication: number;
  /** Minutes since midnight, never falling. */
  readonly arrivedAt: Float64Array;
  /** The customer's key, from which all draws are read. */
  readonly keyLow: Int32Array;
  readonly keyHigh: Int32Array;
  /** Positions in the model's `services` and `customers`. */
  readonly service: Uint16Array;
  readonly customer: Uint16Array;
  /** Position in the model's `sources`. */
  readonly source: Uint16Array;
  /** The point of the source's field in the half hour of the arrival: `pointAt(strip, number)`. */
  readonly point: Int32Array;
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
    point: new Int32Array(capacity),
  };
}

/** The same customers in columns with room for `extra` more, and as many again. */
export function grownDemand(demand: Demand, extra: number): Demand {
  const larger = emptyDemand(2 * (demand.length + extra), demand.replication);
  larger.length = demand.length;
  larger.arrivedAt.set(demand.arrivedAt);
  larger.keyLow.set(demand.keyLow);
  larger.keyHigh.set(demand.keyHigh);
  larger.service.set(demand.service);
  larger.customer.set(demand.customer);
  larger.source.set(demand.source);
  larger.point.set(demand.point);
  return larger;
}

/** A cell never holds so many points. */
const POINTS_A_CELL = 64;

/** Strip and number of a point as one number. */
export function pointAt(strip: number, number: number): number {
  return strip * POINTS_A_CELL + number;
}

/** `STRIP/NUMBER` of a point. */
export function pointText(point: number): string {
  return `${Math.floor(point / POINTS_A_CELL)}/${point % POINTS_A_CELL}`;
}
