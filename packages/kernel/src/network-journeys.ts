import { logBlock } from '@hallsim/stats';
import { draw, type Key, uniform, word } from './address.js';
import type { ArrivalCursor } from './arrival-cursor.js';
import { grown } from './event-list.js';
import { keyAtVisit, type NetworkChance, PURPOSE } from './network-chance.js';
import { type Choice, LEAVES, type NetworkPlan } from './network-plan.js';
import { quantile, type Variate } from './variate.js';

/** Stands after a visit that is the last one drawn so far. */
export const UNKNOWN = -2;
/** Customers whose journeys are drawn together. */
const BLOCK = 256;
/** Visits of a customer that are drawn ahead. */
const AHEAD = 8;

/** 1 - u of a block, and its bits. */
const tails = new Float64Array(BLOCK);
const tailWords = new Int32Array(tails.buffer);
/** The visits that are being drawn, and the numbers of their customers. */
const active = new Int32Array(BLOCK);
const numbers = new Int32Array(BLOCK);

/** A source's next customers. */
class Inflow {
  /** Of arrival, and infinity behind the last. */
  readonly times: Float64Array = new Float64Array(BLOCK + 1);
  readonly visits: Int32Array = new Int32Array(BLOCK);
  at = 0;
  size = 0;
  /** Number of the first of them. */
  first = 0;
  readonly class: number;
  /** The number of the door, and the station behind it, where it is one alone. */
  readonly door: number;
  readonly to: number;
  readonly cursor: ArrivalCursor | null;
  /** Of works, ways and doors. */
  readonly keys: readonly Key[];

  constructor(
    plan: NetworkPlan,
    source: number,
    cursor: ArrivalCursor | null,
    keys: readonly Key[],
  ) {
    const { class: ofClass, to } = plan.sources[source]!;
    this.class = ofClass;
    this.door = plan.stations.length + source;
    this.to = to.totals[0] === 1 ? to.targets[0]! : LEAVES;
    this.cursor = cursor;
    this.keys = keys;
  }
}

/**
 * What customers will do in a network where shares alone say who goes where: the stations they
 * visit and the lengths of their services follow from their draws, whatever happens there. So they
 * are drawn ahead, for many customers at once, in short loops without much to guess.
 */
export class Journeys {
  /** Of each visit: where, how long, and the visit after it, or `LEAVES`, or `UNKNOWN`. */
  stations: Int32Array = new Int32Array(BLOCK);
  works: Float64Array = new Float64Array(BLOCK);
  after: Int32Array = new Int32Array(BLOCK);
  /** The row of its customer, once it has begun. */
  whose: Int32Array = new Int32Array(BLOCK);
  /** Visits that nobody uses, and how many they are. */
  free: Int32Array = new Int32Array(BLOCK);
  unused = 0;
  readonly #inflows: readonly Inflow[];
  readonly #classes: number;
  readonly #services: readonly Variate[];
  readonly #means: Float64Array;
  /** Shares by station and class, then of the doors: limits of uniforms, and the stations between them. */
  readonly #begins: Int32Array;
  readonly #totals: Float64Array;
  readonly #limits: Float64Array;
  readonly #goals: Int32Array;
  /** Most shares of any choice. */
  #most = 0;
  /** Whose the unknown visits are. */
  readonly #open: Map<number, readonly [inflow: Inflow, number: number, visit: number]> = new Map();

  constructor(
    plan: NetworkPlan,
    chance: NetworkChance,
    cursors: readonly (ArrivalCursor | null)[],
  ) {
    this.#classes = plan.classes.length;
    this.#services = plan.stations.flatMap(({ service }) => service);
    this.#means = Float64Array.from(this.#services, ({ family, mean }) =>
      family === 'exponential' ? mean : NaN,
    );
    // beyond the stations lie the doors, from where customers go on like from any station
    const choices = plan.stations.flatMap(({ route }) => route as readonly Choice[]);
    for (const { to } of plan.sources) for (const _ of plan.classes) choices.push(to);
    const flat = [{ total: 2, target: LEAVES }];
    this.#begins = Int32Array.from(choices, ({ targets, totals }) => {
      const begin = flat.length;
      targets.forEach((target, i) => flat.push({ target, total: totals[i]! }));
      flat.push(flat[0]!);
      this.#most = Math.max(this.#most, targets.length);
      return begin;
    });
    this.#goals = Int32Array.from(flat, ({ target }) => target);
    this.#totals = Float64Array.from(flat, ({ total }) => total);
    this.#limits = this.#totals.map((total) => Math.floor(total * 4294967296));
    const { service, route, entry } = PURPOSE;
    this.#inflows = plan.sources.map((_, i) => {
      const keys = [service, route, entry].map((purpose) => chance.key(i, purpose, 0));
      return new Inflow(plan, i, cursors[i]!, keys);
    });
    for (const inflow of this.#inflows) this.#draw(inflow);
  }

  /** Time at which the next customer of a source comes; infinity when nobody will. */
  arrival(source: number): number {
    const inflow = this.#inflows[source]!;
    return inflow.times[inflow.at]!;
  }

  /** The first visit of the next customer of a source, who comes now. */
  enter(source: number): number {
    const inflow = this.#inflows[source]!;
    const visit = inflow.visits[inflow.at++]!;
    if (inflow.at === inflow.size) this.#draw(inflow);
    return visit;
  }

  /** Draws on from an unknown visit; the visit after it. */
  know(visit: number): number {
    const [inflow, number, v] = this.#open.get(visit)!;
    this.#open.delete(visit);
    active[0] = visit;
    numbers[0] = number;
    this.#goOn(inflow, 1, v);
    return this.after[visit]!;
  }

  #draw(inflow: Inflow): void {
    inflow.first += inflow.size;
    inflow.at = 0;
    const size = inflow.cursor?.fill(inflow.times, BLOCK) ?? 0;
    inflow.size = size;
    inflow.times[size] = Infinity;
    for (let i = 0; i < size; i++) numbers[i] = inflow.first + i;
    let inside = size;
    if (inflow.to === LEAVES) {
      // visits below BLOCK are never given away: they stand for the doors
      for (let i = 0; i < size; i++) active[i] = i;
      this.stations.fill(inflow.door, 0, size);
      inside = this.#choose(inflow, size, inflow.keys[2]!, 0);
      inflow.visits.set(this.after.subarray(0, size));
    } else {
      if (this.unused < size) this.#grow();
      for (let i = 0; i < size; i++) {
        const visit = this.free[--this.unused]!;
        this.stations[visit] = inflow.to;
        active[i] = visit;
        inflow.visits[i] = visit;
      }
    }
    this.#work(inflow, inside, 0);
    this.#goOn(inflow, inside, 0);
  }

  /** Draws what comes after the first `size` active visits, which are their customers' v-th. */
  #goOn(inflow: Inflow, size: number, v: number): void {
    let left = size;
    for (let ahead = 0; left > 0; ahead++) {
      if (ahead === AHEAD) {
        for (let i = 0; i < left; i++) {
          this.after[active[i]!] = UNKNOWN;
          this.#open.set(active[i]!, [inflow, numbers[i]!, v + ahead]);
        }
        return;
      }
      left = this.#choose(inflow, left, inflow.keys[1]!, v + ahead);
      this.#work(inflow, left, v + ahead + 1);
    }
  }

  /**
   * Chooses where customers go from the first `size` active visits. Who goes on is active then.
   *
   * @returns how many they are
   */
  #choose({ class: ofClass }: Inflow, size: number, key: Key, v: number): number {
    if (this.unused < size) this.#grow();
    const low = key.low | 0;
    const stepped = keyAtVisit(key.high, v) | 0;
    const { stations, after, free } = this;
    const begins = this.#begins;
    const limits = this.#limits;
    const goals = this.#goals;
    const classes = this.#classes | 0;
    const most = this.#most | 0;
    let { unused } = this;
    let left = 0;
    // the first word decides, unless it is that of a limit
    for (let i = 0; i < size; i++) tails[i] = word(low, stepped, 2 * numbers[i]!) >>> 0;
    for (let i = 0; i < size; i++) {
      const visit = active[i]!;
      const number = numbers[i]!;
      const first = tails[i]!;
      let share = begins[stations[visit]! * classes + ofClass]!;
      for (let k = 0; k < most; k++) share = (share + +(first >= limits[share]!)) | 0;
      if (first === limits[share - 1]!) {
        const u = uniform(first, word(low, stepped, 2 * number + 1));
        while (limits[share - 1]! === first && u < this.#totals[share - 1]!) share--;
      }
      const to = goals[share]!;
      // without a branch that nobody could foresee: a visit is written, and kept for who goes on
      const goes = (to >> 31) + 1;
      const next = free[unused - 1]!;
      stations[next] = to;
      after[visit] = next | (goes - 1);
      active[left] = next;
      numbers[left] = number;
      left = (left + goes) | 0;
      unused = (unused - goes) | 0;
    }
    this.unused = unused;
    return left;
  }

  /** Draws the works of the first `size` active visits. */
  #work({ class: ofClass, keys }: Inflow, size: number, v: number): void {
    const low = keys[0]!.low | 0;
    const stepped = keyAtVisit(keys[0]!.high, v) | 0;
    const { stations, works } = this;
    const means = this.#means;
    const classes = this.#classes;
    for (let i = 0; i < size; i++) tails[i] = 1 - draw(low, stepped, numbers[i]!);
    logBlock(tails, tailWords, size, -1, tails, 0);
    for (let i = 0; i < size; i++) {
      const visit = active[i]!;
      const which = (stations[visit]! * classes + ofClass) | 0;
      const mean = means[which]!;
      works[visit] =
        mean === mean
          ? mean * tails[i]!
          : quantile(this.#services[which]!, draw(low, stepped, numbers[i]!));
    }
  }

  /** Room for twice as many visits. */
  #grow(): void {
    const room = this.stations.length;
    this.stations = grown(this.stations, new Int32Array(2 * room));
    this.works = grown(this.works, new Float64Array(2 * room));
    this.after = grown(this.after, new Int32Array(2 * room));
    this.whose = grown(this.whose, new Int32Array(2 * room));
    this.free = grown(this.free, new Int32Array(2 * room));
    for (let i = 2 * room - 1; i >= room; i--) this.free[this.unused++] = i;
  }
}
