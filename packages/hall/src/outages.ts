import { childHigh, childKey, childLow, word } from '@hallsim/kernel/chance';
import type { Demand } from './demand.js';
import type { FailureModel, HallModel } from './model.js';

/** Nobody, and nowhere. */
const NONE = -1;

/**
 * What has broken down at one moment of a day, and whom that concerns. Columns over the places that may
 * break down, in the order of `model.failures`, and over the units of the hall. The time to a breakdown and
 * that of its repair are the hall's own chance, whoever comes and whatever is done meanwhile: each place has
 * a die of its own at seed / replication / failures / kind / id / number, so more of them change
 * nothing for those that are there already.
 */
export class Outages {
  /** What each place is one of, and its number there from 0. */
  readonly kindOf: readonly FailureModel[];
  readonly numberOf: Int32Array;
  /** 1 from a breakdown to the end of its repair. */
  readonly down: Uint8Array;
  /** The unit at each place: of counters by the clock always the same, of a room the clerk who sits there; -1 = nobody. */
  readonly unitAt: Int32Array;
  /** The other way round; -1 where a unit is at none of these places. */
  readonly placeOf: Int32Array;
  /** What a unit did whose counter broke down under it, and the minutes that are left of it. */
  readonly doing: Uint8Array;
  readonly left: Float64Array;

  readonly #model: HallModel;
  /** First place of each room; -1 where nothing breaks down. */
  readonly #firstOfRoom: Int32Array;
  /** First unit of each group. */
  readonly #offsets: Int32Array;
  /** Key of each place. */
  readonly #keyLow: Int32Array;
  readonly #keyHigh: Int32Array;
  /** Words each place has read of its die. */
  readonly #read: Int32Array;

  constructor(model: HallModel, units: number) {
    this.#model = model;
    this.kindOf = model.failures.flatMap((kind) => new Array<FailureModel>(kind.count).fill(kind));
    const places = this.kindOf.length;
    this.numberOf = Int32Array.from(
      model.failures.flatMap(({ count }) => [...Array(count).keys()]),
    );
    this.down = new Uint8Array(places);
    this.unitAt = new Int32Array(places);
    this.placeOf = new Int32Array(units);
    this.doing = new Uint8Array(units);
    this.left = new Float64Array(units);
    this.#keyLow = new Int32Array(places);
    this.#keyHigh = new Int32Array(places);
    this.#read = new Int32Array(places);
    let offset = 0;
    this.#offsets = Int32Array.from(model.groups, ({ count }) => (offset += count) - count);
    this.#firstOfRoom = Int32Array.from(model.rooms, (_, room) =>
      this.kindOf.findIndex(({ what, of }) => what === 'room' && of === room),
    );
  }

  /** Before the day everything works, and no clerk is there. */
  begin({ dayLow, dayHigh }: Demand): void {
    const day = childKey({ low: dayLow, high: dayHigh }, 'failures');
    this.down.fill(0);
    this.unitAt.fill(NONE);
    this.placeOf.fill(NONE);
    this.#read.fill(0);
    let place = 0;
    for (const { what, of, address, count } of this.#model.failures) {
      const kind = address.reduce(childKey, day);
      for (let number = 0; number < count; number++, place++) {
        this.#keyLow[place] = childLow(kind.low, kind.high, number);
        this.#keyHigh[place] = childHigh(kind.low, kind.high, number);
        if (what === 'counters') this.sit(this.#offsets[of]! + number, place);
      }
    }
  }

  /** Minutes of open hall until a place that works breaks down. */
  untilBreakdown(place: number): number {
    return this.kindOf[place]!.every.at(this.#nextWord(place));
  }

  repairTime(place: number): number {
    return this.kindOf[place]!.lasts.at(this.#nextWord(place));
  }

  /** Whether the counter of a unit has broken down. */
  isDown(unit: number): boolean {
    const place = this.placeOf[unit]!;
    return place >= 0 && this.down[place] === 1;
  }

  /** The lowest number of a counter of a room that works and is free; -1 = none, `null` = nothing breaks down there. */
  freeDesk(room: number): number | null {
    const first = this.#firstOfRoom[room]!;
    if (first < 0) return null;
    const end = first + this.#model.rooms[room]!;
    for (let place = first; place < end; place++) {
      if (this.down[place] === 0 && this.unitAt[place] === NONE) return place;
    }
    return NONE;
  }

  sit(unit: number, place: number): void {
    this.unitAt[place] = unit;
    this.placeOf[unit] = place;
  }

  standUp(unit: number): void {
    const place = this.placeOf[unit]!;
    if (place >= 0) this.unitAt[place] = NONE;
    this.placeOf[unit] = NONE;
  }

  #nextWord(place: number): number {
    return word(this.#keyLow[place]!, this.#keyHigh[place]!, this.#read[place]!++);
  }
}
