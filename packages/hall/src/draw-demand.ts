import {
  childHigh,
  childKey,
  childLow,
  coarseDraw,
  draw,
  gamma,
  type Key,
  quantile,
  seedKey,
  word,
} from '@hallsim/kernel/chance';
import { type Choice, choose } from './choice.js';
import { type Demand, type DemandExtras, emptyDemand, grownDemand } from './demand.js';
import { FieldPoints, placeOf, timeOf } from './field-points.js';
import { type ArrivalSource, HALF_HOUR, type HallModel, type Parties } from './model.js';
import { STRIP } from './poisson-count.js';
import { PURPOSE } from './purpose.js';
import { rateRange } from './rate-curve.js';

const SERVICE = 2 * PURPOSE.service;
const CUSTOMER = 2 * PURPOSE.customer;

/** What a source can send within one half hour. */
interface Cells {
  readonly source: number;
  /** Largest and smallest rate in the half hour; between them a point must be asked at its own time. */
  readonly max: number;
  readonly min: number;
  /** Place in the half hour where all of them stand, `null` for those who come at any moment. */
  readonly at: number | null;
}

/** A half hour in which somebody may come. */
interface Slot {
  readonly halfHour: number;
  readonly cells: readonly Cells[];
  /** When all who come in it choose alike and come alone: by what they choose class and service. */
  readonly alike: { readonly customers: Choice; readonly services: Choice } | null;
}

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
  readonly #plan: readonly Slot[];
  readonly #extras: DemandExtras;
  readonly #points = new FieldPoints();
  /** Of each source, on the day that is drawn. */
  readonly #keys: Key[] = [];

  constructor(model: HallModel, seed: string) {
    this.#model = model;
    this.#seed = seedKey(seed);
    this.#plan = planOf(model);
    this.#extras = {
      parties: model.sources.some(({ parties }) => parties !== null),
      since: model.sources.some(({ people }) => people !== null),
    };
  }

  /**
   * The customers of one replication, sorted by time; of two at one instant those who stand at the
   * door first, then the earlier address.
   * @param replication whole number of at least 0
   * @param reuse columns of an earlier day that nobody reads any more
   */
  draw(replication: number, reuse?: Demand): Demand {
    if (!Number.isInteger(replication) || replication < 0) {
      throw new RangeError(`A replication is a whole number of at least 0, not ${replication}.`);
    }
    const { sources, busyDayCv } = this.#model;
    const points = this.#points;
    const day = childKey(this.#seed, replication);
    const busy = busyDayFactor(busyDayCv, day);
    const keys = this.#keys;
    for (let i = 0; i < sources.length; i++) keys[i] = childKey(day, sources[i]!.id);
    let demand = reuse ?? emptyDemand(1024, replication, this.#extras);
    demand.length = 0;
    demand.replication = replication;
    demand.dayLow = day.low;
    demand.dayHigh = day.high;
    for (const { halfHour, cells, alike } of this.#plan) {
      const start = halfHour * HALF_HOUR;
      points.size = 0;
      for (const cell of cells) {
        this.#gather(cell, halfHour, keys[cell.source]!, sources[cell.source]!.busy ? busy : 1);
      }
      points.sort();
      const first = demand.length;
      if (first + points.size > demand.arrivedAt.length) demand = grownDemand(demand, points.size);
      if (alike === null) {
        demand = this.#appendEach(demand, start);
      } else {
        this.#append(demand, start, alike.customers, alike.services);
        demand.member?.fill(0, first, demand.length);
        demand.companions?.fill(0, first, demand.length);
      }
      demand.since?.fill(NaN, first, demand.length);
      if (cells[0]!.at !== null) this.#bringToDoor(demand, first);
    }
    return demand;
  }

  #gather({ source, max, min, at }: Cells, halfHour: number, key: Key, busy: number): void {
    const low = childLow(key.low, key.high, halfHour);
    const high = childHigh(key.low, key.high, halfHour);
    const { people } = this.#model.sources[source]!;
    if (people !== null) {
      this.#points.addPeople(source, low, high, people, at!);
      return;
    }
    const sure = min * busy;
    const most = max * busy;
    const strips = Math.floor(sure / STRIP);
    this.#points.addSure(source, low, high, strips, at);
    if (strips * STRIP >= most) return;
    const { rate } = this.#model.sources[source]!;
    const start = halfHour * HALF_HOUR;
    this.#points.addBelow(source, low, high, strips, most, sure, rate, busy, start, at);
  }

  /** Moves the points in their order to the end of the demand; what everybody needs to know at the door is chosen here. */
  #append(demand: Demand, start: number, customerChoice: Choice, serviceChoice: Choice): void {
    const { size, order, place, low: lows, high: highs, point, source } = this.#points;
    const { arrivedAt, keyLow, keyHigh, service, customer } = demand;
    const { point: points, source: sources } = demand;
    let to = demand.length;
    for (let i = 0; i < size; i++) {
      const from = order[i]!;
      const low = lows[from]!;
      const high = highs[from]!;
      arrivedAt[to] = timeOf(place[from]!, start);
      keyLow[to] = low;
      keyHigh[to] = high;
      points[to] = point[from]!;
      sources[to] = source[from]!;
      service[to] = choose(serviceChoice, word(low, high, SERVICE));
      customer[to] = choose(customerChoice, word(low, high, CUSTOMER));
      to = (to + 1) | 0;
    }
    demand.length = to;
  }

  /** The same where sources differ or people come together. */
  #appendEach(demand: Demand, start: number): Demand {
    const { size, order, place, low: lows, high: highs, point, source } = this.#points;
    const { sources } = this.#model;
    let all = demand;
    for (let i = 0; i < size; i++) {
      const from = order[i]!;
      const low = lows[from]!;
      const high = highs[from]!;
      const { customers, elsewhere, services, parties } = sources[source[from]!]!;
      const customer = choose(customers, word(low, high, CUSTOMER));
      if (elsewhere !== null && elsewhere[customer] === 1) continue;
      const people = parties === null ? 1 : partySize(parties, low, high);
      const tickets = parties !== null && parties.each ? people : 1;
      if (all.length + tickets + size - i > all.arrivedAt.length) {
        all = grownDemand(all, tickets + size - i);
      }
      for (let member = 0; member < tickets; member++) {
        const row = all.length++;
        const keyLow = member === 0 ? low : childLow(low, high, -member);
        const keyHigh = member === 0 ? high : childHigh(low, high, -member);
        const as = member === 0 ? customer : choose(customers, word(keyLow, keyHigh, CUSTOMER));
        all.arrivedAt[row] = timeOf(place[from]!, start);
        all.keyLow[row] = keyLow;
        all.keyHigh[row] = keyHigh;
        all.point[row] = point[from]!;
        all.source[row] = source[from]!;
        all.customer[row] = as;
        all.service[row] = choose(services[as]!, word(keyLow, keyHigh, SERVICE));
        if (all.member !== null) all.member[row] = member;
        if (all.companions !== null) all.companions[row] = people - tickets;
      }
    }
    return all;
  }

  /** Those who stand at the door come at the very moment, not at the nearest place of the field. */
  #bringToDoor(demand: Demand, first: number): void {
    for (let row = first; row < demand.length; row++) {
      const { at, people, waited } = this.#model.sources[demand.source[row]!]!;
      if (at !== null) demand.arrivedAt[row] = at;
      if (people !== null) demand.since![row] = at! - waited;
    }
  }
}

/** How many people an arrival is. */
function partySize({ share, sizes, size }: Parties, low: number, high: number): number {
  if (coarseDraw(low, high, PURPOSE.party) >= share) return 1;
  return sizes[choose(size, word(low, high, 2 * PURPOSE.partySize))]!;
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

/** How much busier than usual a day is: gamma with mean 1 and the given cv (0: always 1). */
function busyDayFactor(cv: number, day: Key): number {
  if (cv === 0) return 1;
  const key = childKey(day, 'busy-day');
  return quantile(gamma(1, cv), draw(key.low, key.high, 0));
}

/** The half hours of a day in which anybody may come, with the sources that may send them: first those who stand at the door. */
function planOf(model: HallModel): Slot[] {
  const plan: Slot[] = [];
  const first = Math.floor(model.opens / HALF_HOUR);
  for (let halfHour = first; halfHour * HALF_HOUR < model.closes; halfHour++) {
    const start = halfHour * HALF_HOUR;
    const cells = model.sources.flatMap(({ rate, at }: ArrivalSource, source): Cells[] => {
      const { min, max } = rateRange(rate, start, start + HALF_HOUR);
      // a straight line down to 0 may round to just below it
      return max > 0
        ? [{ source, min: Math.max(0, min), max, at: at === null ? null : placeOf(at, start) }]
        : [];
    });
    cells.sort((a, b) => Number(a.at === null) - Number(b.at === null));
    if (cells.length === 0) continue;
    plan.push({ halfHour, cells, alike: alike(cells.map((cell) => model.sources[cell.source]!)) });
  }
  return plan;
}

/** By what all people of the sources choose, `null` where they choose differently, are not all wanted, or come together. */
function alike(sources: readonly ArrivalSource[]): Slot['alike'] {
  const { customers } = sources[0]!;
  const services = sources[0]!.services[0]!;
  const same = sources.every(
    (source) =>
      source.customers === customers &&
      source.elsewhere === null &&
      source.parties === null &&
      source.services.every((choice) => choice === services),
  );
  return same ? { customers, services } : null;
}
