/**
 * The customers of one day, in the order they come to the door: columns, one row a customer. Drawn by
 * `drawDemand`; everything else about a customer is drawn from its key when it is first needed.
 * Columns may be longer than `length`, because a day's columns are used again for the next. Those that
 * may be `null` are there only where something is in them.
 */
export interface Demand {
  length: number;
  replication: number;
  /** Key of the day, from which the hall's own chance is read. */
  dayLow: number;
  dayHigh: number;
  /** Minutes since midnight, never falling. */
  readonly arrivedAt: Float64Array;
  /** The customer's key, from which all draws are read. */
  readonly keyLow: Int32Array;
  readonly keyHigh: Int32Array;
  /** Positions in the model's `services` and `customers`. */
  readonly service: Uint16Array;
  readonly customer: Uint16Array;
  /** Position in the model's `sources`; `GIVEN` for a customer who was not drawn. */
  readonly source: Uint16Array;
  /** The point of the source's field in the half hour of the arrival: `pointAt(strip, number)`; of a given customer the row, from 1. */
  readonly point: Int32Array;
  /** Place in the party: 0 for the first and for whoever comes alone. */
  readonly member: Uint8Array | null;
  /** How many come along without a ticket; they only sit. */
  readonly companions: Uint8Array | null;
  /** From when somebody who held a ticket already has waited, minutes since midnight; NaN for everybody else. */
  readonly since: Float64Array | null;
  /** Given minutes at a counter of speed 1, and given minutes of patience; NaN where they are drawn. */
  readonly counterTime: Float64Array | null;
  readonly patience: Float64Array | null;
}

/** Which of the columns that may be `null` a demand has. */
export interface DemandExtras {
  readonly parties?: boolean;
  readonly since?: boolean;
  readonly givenTimes?: boolean;
}

/** The `source` of customers who were given, not drawn. */
export const GIVEN = 0xffff;

/** Columns with room for `capacity` customers. */
export function emptyDemand(
  capacity: number,
  replication: number,
  { parties = false, since = false, givenTimes = false }: DemandExtras = {},
): Demand {
  return {
    length: 0,
    replication,
    dayLow: 0,
    dayHigh: 0,
    arrivedAt: new Float64Array(capacity),
    keyLow: new Int32Array(capacity),
    keyHigh: new Int32Array(capacity),
    service: new Uint16Array(capacity),
    customer: new Uint16Array(capacity),
    source: new Uint16Array(capacity),
    point: new Int32Array(capacity),
    member: parties ? new Uint8Array(capacity) : null,
    companions: parties ? new Uint8Array(capacity) : null,
    since: since ? new Float64Array(capacity) : null,
    counterTime: givenTimes ? new Float64Array(capacity) : null,
    patience: givenTimes ? new Float64Array(capacity) : null,
  };
}

/** The same customers in columns with room for `extra` more, and as many again. */
export function grownDemand(demand: Demand, extra: number): Demand {
  const larger = emptyDemand(2 * (demand.length + extra), demand.replication, {
    parties: demand.member !== null,
    since: demand.since !== null,
    givenTimes: demand.counterTime !== null,
  });
  larger.length = demand.length;
  larger.dayLow = demand.dayLow;
  larger.dayHigh = demand.dayHigh;
  for (const name of Object.keys(demand) as (keyof Demand)[]) {
    const column = demand[name];
    if (typeof column === 'object' && column !== null) (larger[name] as typeof column).set(column);
  }
  return larger;
}

/** A cell never holds so many points. */
export const POINTS_A_CELL = 64;

/** Strip and number of a point as one number. */
export function pointAt(strip: number, number: number): number {
  return strip * POINTS_A_CELL + number;
}

/** `STRIP/NUMBER` of a point. */
export function pointText(point: number): string {
  return `${Math.floor(point / POINTS_A_CELL)}/${point % POINTS_A_CELL}`;
}
