import { CHANNEL, type Demand, type HallModel, OUTCOME, type VisitLog } from '@hallsim/hall';
import * as dayTally from './day-tally.js';
import type { WaitColumns } from './wait-columns.js';
import { waitedBefore } from './waited-before.js';

// V8 takes a constant of this file for what it is; one of another file it looks up at each use, which
// was half of what `read` did
const { GROUP, GROUP_SIZE, HALL, INTERVAL, INTERVAL_SIZE, VISITS, VISITS_SIZE } = dayTally;
const AT_COUNTER = CHANNEL.counter;
const AT_KIOSK = CHANNEL.kiosk;
const SERVED = OUTCOME.served;

/** Where each outcome is counted, by its number. */
const COUNTED = new Uint8Array(5);
COUNTED[OUTCOME.inside] = VISITS.inside;
COUNTED[OUTCOME.served] = VISITS.served;
COUNTED[OUTCOME.abandoned] = VISITS.abandoned;
COUNTED[OUTCOME.balked] = VISITS.balked;
COUNTED[OUTCOME.unserved] = VISITS.unserved;

/** Reads days' visit logs into their rows of numbers. */
export class DayTally {
  readonly #model: HallModel;
  readonly #layout: dayTally.TallyLayout;
  readonly #target: number;
  /** Visits of one day by kind (service × customer class). */
  readonly #kinds: Float64Array;
  /** People in counter lines and clerks with a customer, minutes in each interval of one day. */
  readonly #waiting: Float64Array;
  readonly #busy: Float64Array;
  /** When kiosks work: from, to, from, to, …, within the measured part of the day. */
  readonly #kiosksOpen: Float64Array;
  /** Visits of one day that joined a counter line. */
  #inLine = new Int32Array(0);
  #joined = 0;
  /** 1 for groups of clerks. */
  readonly #named: Uint8Array;

  /** @param target minutes a wait may last to count as in time */
  constructor(model: HallModel, layout: dayTally.TallyLayout, target: number) {
    this.#model = model;
    this.#layout = layout;
    this.#target = target;
    this.#kinds = new Float64Array(layout.services * layout.customers * VISITS_SIZE);
    this.#waiting = new Float64Array(layout.edges.length - 1);
    this.#busy = new Float64Array(layout.edges.length - 1);
    this.#kiosksOpen = kiosksOpen(model);
    this.#named = Uint8Array.from(model.groups, ({ clerks }) => (clerks === null ? 0 : 1));
  }

  /**
   * Reads one day's visit log into its row, and its counter waits into their columns. Visits that came
   * before `model.measuredFrom` are left out, times before it are cut off.
   *
   * Hot path: passes over typed arrays, each of them small. V8 needs a twentieth of a second for all in one loop, and
   * meanwhile numbers live in memory of their own: of the first 200 days a fifteenth.
   * @param row zeroed, `layout.size` long
   */
  read(demand: Demand, log: VisitLog, row: Float64Array, waits: WaitColumns): void {
    const { edges, groupsAt, intervalsAt, hallAt } = this.#layout;
    const leftLast = this.#readVisits(demand, log, row, waits);
    this.#readMinutes(demand, log, row);
    this.#addKinds(row);
    for (let i = 0; i < edges.length - 1; i++) {
      row[intervalsAt + i * INTERVAL_SIZE + INTERVAL.waiting] = this.#waiting[i]!;
      row[intervalsAt + i * INTERVAL_SIZE + INTERVAL.busy] = this.#busy[i]!;
    }
    row[hallAt + HALL.mostWaiting] = log.mostWaiting;
    row[hallAt + HALL.lastDeparture] = leftLast > 0 ? leftLast - this.#model.opens : 0;
    for (let g = 0; g < this.#layout.groups; g++) {
      const at = groupsAt + g * GROUP_SIZE;
      row[at + GROUP.overtime] = log.overtime[g]!;
      row[at + GROUP.servedDays] = row[at + GROUP.served]! > 0 ? 1 : 0;
    }
  }

  /** Minutes in counter lines and of counters with customers. */
  #readMinutes({ arrivedAt }: Demand, log: VisitLog, row: Float64Array): void {
    const { edges, groupsAt, hallAt } = this.#layout;
    const { measuredFrom: from, closes } = this.#model;
    const { joined, called, start, end, left, channel, group } = log;
    const waitingIn = this.#waiting.fill(0);
    const busyIn = this.#busy.fill(0);
    const visits = this.#inLine;
    const last = edges.length - 2;
    let waiting = 0;
    let door = 0;
    for (let i = 0; i < this.#joined; i++) {
      const visit = visits[i]!;
      const joinedAt = joined[visit]!;
      while (door < last && arrivedAt[visit]! >= edges[door + 1]!) door++;
      let interval = door;
      const calledAt = called[visit]!;
      const until = calledAt === calledAt ? calledAt : left[visit]!;
      const stop = until < closes ? until : closes;
      const at = joinedAt < from ? from : joinedAt;
      if (stop > at) {
        waiting += stop - at;
        interval = addMinutes(waitingIn, edges, door, at, stop);
      }
      // who was not finished at a counter has a group too, when a shift's end stopped the service
      if (channel[visit] === AT_COUNTER) {
        const startedAt = start[visit]!;
        const endedAt = end[visit]!;
        const stop = endedAt < closes ? endedAt : closes;
        const at = startedAt < from ? from : startedAt;
        if (endedAt > at) row[groupsAt + group[visit]! * GROUP_SIZE + GROUP.busy]! += endedAt - at;
        if (stop > at) addMinutes(busyIn, edges, interval, at, stop);
      }
    }
    row[hallAt + HALL.waiting] = waiting;
  }

  /** Who came, how it went, and how long it took; returns when the last of them left, 0 for nobody. */
  #readVisits(demand: Demand, log: VisitLog, row: Float64Array, waits: WaitColumns): number {
    const { edges, groupsAt, hallAt, intervalsAt, customers, codeOf } = this.#layout;
    const named = this.#named;
    const { measuredFrom: from } = this.#model;
    const { arrivedAt, service, customer } = demand;
    const {
      kioskStart,
      kioskEnd,
      joined,
      waitFrom,
      start,
      left,
      channel,
      group,
      counter,
      outcome,
    } = log;
    const target = this.#target;
    const kinds = this.#kinds.fill(0);
    const last = edges.length - 2;
    if (this.#inLine.length < log.length) this.#inLine = new Int32Array(2 * log.length);
    const inLine = this.#inLine;
    const stretches = this.#kiosksOpen;
    let lines = 0;
    let kioskBusy = 0;
    let leftLast = 0;
    let door = 0;
    waits.reserve(waits.length + log.length);
    const { wait: waitOf, kind: kindOf, who: whoOf, interval: intervalOf } = waits;
    let waited = waits.length;
    for (let visit = 0; visit < log.length; visit++) {
      const arrived = arrivedAt[visit]!;
      const joinedAt = joined[visit]!;
      if (joinedAt === joinedAt) inLine[lines++] = visit;
      const kioskAt = kioskStart[visit]!;
      const tried = kioskAt === kioskAt;
      if (tried) kioskBusy += within(stretches, kioskAt, kioskEnd[visit]!);
      if (arrived < from) continue;
      while (door < last && arrived >= edges[door + 1]!) door++;
      if (left[visit]! > leftLast) leftLast = left[visit]!;
      const kind = service[visit]! * customers + customer[visit]!;
      const own = kind * VISITS_SIZE;
      const doorRow = intervalsAt + door * INTERVAL_SIZE;
      row[doorRow + INTERVAL.arrivals]!++;
      let inLines = waitedBefore(demand, visit);
      if (tried) {
        const atKiosk = kioskAt - arrived;
        inLines += atKiosk;
        kinds[own + VISITS.kioskStarted]!++;
        kinds[own + VISITS.kioskWait]! += atKiosk;
        kinds[own + (channel[visit]! === AT_KIOSK ? VISITS.kioskFinished : VISITS.kioskFailed)]!++;
      }
      if (joinedAt === joinedAt) kinds[own + VISITS.joined]!++;
      // who was not finished at a counter has a group too, when a shift's end stopped the service
      const desk = channel[visit] === AT_COUNTER ? group[visit]! : -1;
      if (desk >= 0) {
        const startedAt = start[visit]!;
        const wait = startedAt - waitFrom[visit]!;
        const deskRow = groupsAt + desk * GROUP_SIZE;
        kinds[own + VISITS.counterServed]!++;
        kinds[own + VISITS.counterWait]! += wait;
        row[deskRow + GROUP.served]!++;
        row[deskRow + GROUP.wait]! += wait;
        row[doorRow + INTERVAL.served]!++;
        row[doorRow + INTERVAL.wait]! += wait;
        if (wait > kinds[own + VISITS.counterLongest]!) kinds[own + VISITS.counterLongest] = wait;
        if (wait > row[deskRow + GROUP.longest]!) row[deskRow + GROUP.longest] = wait;
        if (wait <= target) kinds[own + VISITS.counterInTime]!++;
        waitOf[waited] = wait;
        kindOf[waited] = kind;
        whoOf[waited] = codeOf[desk]! + (named[desk]! ? counter[visit]! : 0);
        intervalOf[waited++] = door;
        inLines += startedAt - joinedAt;
      }
      const how = outcome[visit]!;
      kinds[own + COUNTED[how]!]!++;
      if (how === SERVED && inLines <= target) {
        kinds[own + VISITS.inTime]!++;
        row[doorRow + INTERVAL.inTime]!++;
        if (desk >= 0) row[groupsAt + desk * GROUP_SIZE + GROUP.inTime]!++;
      }
    }
    waits.length = waited;
    this.#joined = lines;
    row[hallAt + HALL.kioskBusy] = kioskBusy;
    return leftLast;
  }

  /** Adds the day's visits by kind to those of the hall, of each service and of each customer class. */
  #addKinds(row: Float64Array): void {
    const { services, customers, visitsAt, servicesAt, customersAt } = this.#layout;
    const kinds = this.#kinds;
    for (let s = 0; s < services; s++) {
      for (let c = 0; c < customers; c++) {
        const own = (s * customers + c) * VISITS_SIZE;
        kinds[own + VISITS.came] =
          kinds[own + VISITS.served]! +
          kinds[own + VISITS.abandoned]! +
          kinds[own + VISITS.balked]! +
          kinds[own + VISITS.unserved]! +
          kinds[own + VISITS.inside]!;
        addVisits(row, visitsAt, kinds, own);
        addVisits(row, servicesAt + s * VISITS_SIZE, kinds, own);
        addVisits(row, customersAt + c * VISITS_SIZE, kinds, own);
      }
    }
  }
}

function addVisits(row: Float64Array, at: number, kinds: Float64Array, own: number): void {
  for (let i = 0; i < VISITS.cameDays; i++) {
    if (i !== VISITS.counterLongest) row[at + i]! += kinds[own + i]!;
  }
  const longest = kinds[own + VISITS.counterLongest]!;
  if (longest > row[at + VISITS.counterLongest]!) row[at + VISITS.counterLongest] = longest;
  if (row[at + VISITS.came]! > 0) row[at + VISITS.cameDays] = 1;
  if (row[at + VISITS.counterServed]! > 0) row[at + VISITS.counterServedDays] = 1;
}

/**
 * Adds the minutes from start to end to the intervals in which they lie.
 * @param door an interval not after that of the start; most things happen soon after people came
 */
function addMinutes(
  into: Float64Array,
  edges: Float64Array,
  door: number,
  start: number,
  end: number,
): number {
  const last = edges.length - 2;
  let interval = door;
  let at = start;
  while (interval < last && at >= edges[interval + 1]!) interval++;
  for (; interval < last && edges[interval + 1]! < end; interval++) {
    into[interval]! += edges[interval + 1]! - at;
    at = edges[interval + 1]!;
  }
  into[interval]! += end - at;
  return interval;
}

/** Minutes of [start, end) that lie in stretches: a kiosk try may outlast the morning of a hall that closes at midday. */
function within(stretches: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let i = 0; i < stretches.length; i += 2) {
    const from = stretches[i]!;
    const to = stretches[i + 1]!;
    const begin = start > from ? start : from;
    const stop = end < to ? end : to;
    if (stop > begin) sum += stop - begin;
  }
  return sum;
}

function kiosksOpen({ kiosks, measuredFrom, closes }: HallModel): Float64Array {
  const stretches: number[] = [];
  kiosks?.open.times.forEach((time, i) => {
    const from = Math.max(time, measuredFrom);
    const to = Math.min(kiosks.open.times[i + 1] ?? closes, closes);
    if (kiosks.open.values[i] === 0 || from >= to) return;
    if (stretches.at(-1) === from) stretches[stretches.length - 1] = to;
    else stretches.push(from, to);
  });
  return Float64Array.from(stretches);
}
