import type { HallModel } from './model.js';

/** Nobody is at the counter; its clerk, if any, is free. */
export const NOBODY = -1;
/** The customer has gone, and the clerk works on. */
export const AFTER_CUSTOMER = -2;

/**
 * The clerks at one moment of a day: who is on duty, who sits at a counter, who rests. Columns over the
 * units of the hall; counters without names stand in them too, and are never on duty.
 */
export class Crew {
  /** Whether the hall is open, as far as it closes in between. */
  doorsOpen = true;
  /** 1 from the beginning of a shift to its end. */
  readonly onDuty: Uint8Array;
  /** 1 while the clerk has a counter of the room. */
  readonly seated: Uint8Array;
  /** Counters of each room at which clerks sit. */
  readonly taken: Int32Array;
  /** Break each clerk is on, by its position in the group; -1 = none. */
  readonly pause: Int16Array;
  /** 1 for each break of a clerk that has begun, at unit × `breaks` + position. */
  readonly rested: Uint8Array;
  /** Most breaks of any group. */
  readonly breaks: number;
  /** 1 while a service is done over. */
  readonly again: Uint8Array;
  /** Position in the state log of what each unit does; -1 = nothing yet. */
  readonly entry: Int32Array;
  /** What each unit does, a position in `CLERK_STATES`. */
  readonly state: Uint8Array;
  /** 1 while a unit is on its roster. How many counters without names are beyond it is known, but not which: all are on it until the hall closes. */
  readonly rostered: Uint8Array;
  /** 1 for counters without names. */
  readonly #nameless: Uint8Array;

  constructor({ groups, rooms }: HallModel, units: number) {
    this.breaks = groups.reduce(
      (most, { clerks }) => Math.max(most, clerks?.breaks.length ?? 0),
      0,
    );
    this.onDuty = new Uint8Array(units);
    this.seated = new Uint8Array(units);
    this.taken = new Int32Array(rooms.length);
    this.pause = new Int16Array(units);
    this.rested = new Uint8Array(units * this.breaks);
    this.again = new Uint8Array(units);
    this.entry = new Int32Array(units);
    this.state = new Uint8Array(units);
    this.rostered = new Uint8Array(units);
    this.#nameless = Uint8Array.from(
      groups.flatMap(({ clerks, count }) => new Array<number>(count).fill(clerks === null ? 1 : 0)),
    );
  }

  /** Before the day: everybody is at home. */
  clear(): void {
    this.doorsOpen = true;
    this.onDuty.fill(0);
    this.seated.fill(0);
    this.taken.fill(0);
    this.pause.fill(-1);
    this.rested.fill(0);
    this.again.fill(0);
    this.entry.fill(-1);
    this.state.fill(0);
    this.rostered.set(this.#nameless);
  }

  /** A clerk's shift begins or ends. */
  setDuty(unit: number, on: boolean): void {
    this.onDuty[unit] = on ? 1 : 0;
    this.rostered[unit] = on && this.doorsOpen ? 1 : 0;
  }

  /** The doors close for some time, or open again. */
  setDoors(open: boolean): void {
    this.doorsOpen = open;
    for (let unit = 0; unit < this.rostered.length; unit++) {
      if (this.#nameless[unit] === 0) this.rostered[unit] = open ? this.onDuty[unit]! : 0;
    }
  }

  /** The hall closes: whatever is done from now on is beyond the roster. */
  close(): void {
    this.rostered.fill(0);
  }
}
