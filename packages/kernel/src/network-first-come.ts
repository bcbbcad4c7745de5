import { grown } from './event-list.js';
import type { Eventful, NetworkStart } from './network-course.js';
import { Journeys, UNKNOWN } from './network-journeys.js';
import { LEAVES, type NetworkPlan } from './network-plan.js';
import { isPlain } from './network-recursion.js';
import { MOST_MOVES, refuseCircle } from './network-run.js';
import { Station } from './network-station.js';
import type { VisitTally } from './network-tally.js';
import type { NetworkRunPlan } from './network-visit.js';
import type { RunEnd } from './run-limits.js';

const NOBODY = -1;
/** What stands in the row of a customer: the visit next in line or the next idle row, class, and class if it counts. */
const BEHIND = 0;
const CLASS = 1;
const COUNTS = 2;
/** Sums of a station and class; the first of them counts who joined. */
const WAITED = 1;
const WAIT = 2;
const SQUARES = 3;
const TIME = 4;
/** Events between two looks at what is rare. */
const SLICE = 1024;
/** More servers would make a long line of services of it. */
const MOST_SERVERS = 1024;
/** Most pairs of a station and a class. */
const MOST_SUMS = 1024;

/*
 * What the loop below works on, for the one run that is under way: columns that are always the same
 * ones, of which V8 knows place and length when it compiles. A W5 takes 7 % less time.
 */
let underWay = false;
/** Ends of service in order, with infinity behind the last, and of which visits. */
const ends = new Float64Array(MOST_SERVERS + 3 * SLICE);
const served = new Int32Array(ends.length);
const sums = new Float64Array(8 * MOST_SUMS);
/** Free servers of each station, and the visit of the first and the row of the last in line. */
const room = new Int32Array(MOST_SERVERS);
const heads = new Int32Array(MOST_SERVERS);
const tails = new Int32Array(MOST_SERVERS);

/**
 * True if all stations of a network are first-come with endless room and endless patience, and all
 * customers go where shares send them: then nothing happens but arrivals and ends of service. False
 * within such a run (what asks whether it is aborted might begin another): one goes on by events.
 */
export function isFirstCome(plan: NetworkPlan, run: NetworkRunPlan): boolean {
  return (
    !underWay &&
    run.onVisit === null &&
    plan.stations.length * plan.classes.length <= MOST_SUMS &&
    plan.sources.every(({ arrivals }) => arrivals !== null) &&
    plan.stations.every((one) => isPlain(one) && one.patience.every((spread) => spread === null)) &&
    plan.stations.reduce((sum, { servers }) => sum + servers, 0) <= MOST_SERVERS
  );
}

/**
 * The run of such a network in one loop, with the order, the draws and the sums of `NetworkRun` to
 * the last bit. Services stand in a sorted line by their ends, which is quicker than a heap as
 * long as it is short: a processor guesses a loop right but for its end, and a heap's turns never.
 */
export class FirstComeRun implements Eventful {
  readonly stations: readonly Station[];
  sojournSum = 0;
  sojourns = 0;
  levelsFrom = 0;
  levelsTo: number = NaN;
  lastLeft = 0;
  inside = 0;
  closed = false;
  now = 0;
  readonly #run: NetworkRunPlan;
  readonly #journeys: Journeys;
  readonly #tallies: readonly VisitTally[];
  readonly #classOf: Int32Array;
  readonly #arrivals: Float64Array;
  /** Customers by row, and their times of joining and entering; behind `#used` nobody was yet. */
  #rows: Int32Array = new Int32Array(8 * SLICE);
  #times: Float64Array = new Float64Array(4 * SLICE);
  #used = 0;
  #idle: number = NOBODY;
  /** Where the line of services begins, and behind its last. */
  #first = 1;
  #behind = 1;
  #entered = 0;
  /** So many may enter, and up to this time all may happen, before something else is to be done. */
  #gate: number;
  #horizon: number = Infinity;
  #warm: boolean;
  #levels: boolean;

  constructor({ plan, run, chance, tallies, cursors }: NetworkStart) {
    this.#run = run;
    this.#levels = run.levels;
    this.#gate = run.warmUpCustomers > 0 ? run.warmUpCustomers : run.customers;
    this.#warm = run.warmUpTime === 0;
    this.stations = plan.stations.map((station, i) => new Station(station, i, tallies[i]!));
    this.#tallies = tallies.flat();
    this.#journeys = new Journeys(plan, chance, cursors);
    this.#classOf = Int32Array.from(plan.sources, (source) => source.class);
    this.#arrivals = Float64Array.from(plan.sources, (_, i) => this.#journeys.arrival(i));
  }

  run(until: number, signal: { readonly aborted: boolean } | undefined): RunEnd {
    underWay = true;
    try {
      this.#open();
      const end = this.#toEnd(until, signal);
      this.#endLevels();
      this.#tell();
      return end;
    } finally {
      underWay = false;
    }
  }

  #open(): void {
    ends.fill(Infinity);
    ends[0] = -Infinity;
    sums.fill(0);
    this.stations.forEach(({ plan }, i) => {
      room[i] = plan.servers;
    });
    heads.fill(NOBODY);
  }

  #toEnd(until: number, signal: { readonly aborted: boolean } | undefined): RunEnd {
    const { warmUpCustomers, warmUpTime, customers } = this.#run;
    let circling = 0;
    for (;;) {
      if (signal?.aborted === true) return 'aborted';
      this.#horizon = this.#warm ? until : warmUpTime;
      const { now, inside } = this;
      const entered = this.#entered;
      this.#makeRoom();
      const going = this.#slice();
      circling =
        going && now === this.now && entered === this.#entered && inside === this.inside
          ? circling + SLICE
          : 0;
      if (circling > MOST_MOVES) {
        const station = this.#journeys.stations[served[this.#first]!]!;
        refuseCircle(this.stations[station]!.plan.id, now);
      }
      const isLast = this.#entered === warmUpCustomers + customers;
      if (isLast) {
        this.closed = true;
        this.#endLevels();
      }
      if (going) continue;
      const source = this.#source();
      const arrival = this.#arrivals[source]!;
      if (!(Math.min(arrival, ends[this.#first]!) < this.#horizon)) {
        if (this.#warm) {
          if (until === Infinity) return 'empty';
          this.now = until;
          return 'until';
        }
        this.now = warmUpTime;
        this.#warm = true;
        this.#restartLevels();
      } else {
        this.now = arrival;
        // all that is left after the last customer wanted is to serve them
        if (isLast) this.#arrivals[source] = Infinity;
        else this.#restartLevels();
        this.#gate = warmUpCustomers + customers;
      }
    }
  }

  #endLevels(): void {
    if (!this.#levels) return;
    this.#levels = false;
    this.levelsTo = this.now;
    for (const station of this.stations) station.observe(this.now);
  }

  /** Hands the sums over to the tallies. */
  #tell(): void {
    const rows = this.#rows;
    const { stations: goals, whose } = this.#journeys;
    this.stations.forEach(({ tallies }, station) => {
      tallies.forEach((tally, ofClass) => {
        const own = sums.subarray(8 * (station * tallies.length + ofClass));
        [tally.joined, tally.waited, tally.waitSum, tally.waitSquares, tally.timeSum] =
          own as unknown as [number, number, number, number, number];
        tally.served = tally.joined;
      });
      for (let visit = heads[station]!; visit !== NOBODY; ) {
        const at = 4 * whose[visit]!;
        const counts = rows[at + COUNTS]!;
        if (counts >= 0) tallies[counts]!.served--;
        visit = rows[at + BEHIND]!;
      }
      if (this.#run.visits) for (const tally of tallies) tally.finished = tally.served;
    });
    if (!this.#run.visits) return;
    for (const visit of served.subarray(this.#first, this.#behind)) {
      const counts = rows[4 * whose[visit]! + COUNTS]!;
      if (counts >= 0) this.stations[goals[visit]!]!.tallies[counts]!.finished--;
    }
  }

  #restartLevels(): void {
    this.levelsFrom = this.now;
    for (const station of this.stations) station.restart(this.now);
  }

  /** The source whose customer comes next; at one time the one declared first. */
  #source(): number {
    const times = this.#arrivals;
    let next = 0;
    for (let i = 1; i < times.length; i++) if (times[i]! < times[next]!) next = i;
    return next;
  }

  /** Room for what a slice may add. */
  #makeRoom(): void {
    const behind = this.#behind;
    if (behind + 2 * SLICE >= ends.length) {
      const gone = this.#first - 1;
      ends.copyWithin(1, this.#first, behind);
      served.copyWithin(1, this.#first, behind);
      this.#first = 1;
      this.#behind = behind - gone;
      ends.fill(Infinity, this.#behind);
    }
    if (4 * (this.#used + SLICE) > this.#rows.length) {
      this.#rows = grown(this.#rows, new Int32Array(2 * this.#rows.length));
      this.#times = grown(this.#times, new Float64Array(2 * this.#times.length));
    }
  }

  /**
   * Some events in a row, in one function of numbers: what is local to it V8 keeps in registers.
   *
   * @returns false when the next event is beyond the horizon or the gate
   */
  #slice(): boolean {
    const { warmUpCustomers, warmUpTime, visits, customers } = this.#run;
    const last = warmUpCustomers + customers;
    const { stations } = this;
    const journeys = this.#journeys;
    let { stations: goals, works, after, whose, free, unused } = journeys;
    const tallies = this.#tallies;
    const { notes } = tallies[0]!;
    const classOf = this.#classOf;
    const classes = (tallies.length / stations.length) | 0;
    const arrivals = this.#arrivals;
    const rows = this.#rows;
    const times = this.#times;
    const levels = this.#levels;
    const byTime = warmUpTime > 0;
    const warm = this.#warm;
    const gate = this.#gate;
    const horizon = this.#horizon;
    let first = this.#first;
    let behind = this.#behind;
    let entered = this.#entered;
    let idle = this.#idle;
    let used = this.#used;
    let { now, sojourns, sojournSum, lastLeft, inside } = this;
    let source = this.#source();
    let arrival = arrivals[source]!;
    let left = SLICE;
    while (left > 0) {
      const due = ends[first]!;
      const isEnd = due <= arrival;
      const then = isEnd ? due : arrival;
      if (!(then < horizon)) break;
      let row: number;
      let visit: number;
      if (isEnd) {
        now = then;
        const over = served[first++]!;
        const from = goals[over]!;
        row = whose[over]!;
        if (levels) {
          const station = stations[from]!;
          station.observe(now);
          station.present--;
        }
        if (visits) {
          const counts = rows[(row << 2) + COUNTS]!;
          if (counts >= 0) {
            sums[(((from * classes + counts) | 0) << 3) + TIME]! += now - times[2 * row]!;
          }
        }
        const next = heads[from]!;
        if (next !== NOBODY) {
          const who = whose[next]!;
          const line = who << 2;
          heads[from] = rows[line + BEHIND]!;
          if (levels) stations[from]!.waiting--;
          const counts = rows[line + COUNTS]!;
          if (counts >= 0) {
            const wait = now - times[2 * who]!;
            const tally = (from * classes + counts) | 0;
            const sum = tally << 3;
            if (wait > 0) {
              sums[sum + WAITED]!++;
              sums[sum + WAIT]! += wait;
              sums[sum + SQUARES]! += wait * wait;
            }
            if (notes) tallies[tally]!.note(wait);
          }
          insert(behind++, now + works[next]!, next);
        } else {
          room[from]!++;
          if (levels) stations[from]!.busy--;
        }
        visit = after[over]!;
        if (visit === UNKNOWN) {
          journeys.unused = unused;
          visit = journeys.know(over);
          ({ stations: goals, works, after, whose, free, unused } = journeys);
        }
        free[unused++] = over;
      } else {
        if (entered === gate) break;
        now = then;
        row = idle;
        if (row !== NOBODY) idle = rows[4 * row + BEHIND]!;
        else row = used++;
        journeys.unused = unused;
        visit = journeys.enter(source);
        ({ stations: goals, works, after, whose, free, unused } = journeys);
        const ofClass = classOf[source]!;
        rows[4 * row + CLASS] = ofClass;
        rows[4 * row + COUNTS] = entered++ < warmUpCustomers ? NOBODY : ofClass;
        times[2 * row + 1] = now;
        inside++;
        arrivals[source] = journeys.arrival(source);
        // what closes with the last customer closes now
        if (entered === last) {
          arrivals[source] = Infinity;
          left = 1;
        }
        source = 0;
        arrival = arrivals[0]!;
        for (let i = 1; i < arrivals.length; i++) {
          if (arrivals[i]! < arrival) arrival = arrivals[(source = i)]!;
        }
      }
      left--;
      const at = row << 2;
      if (visit === LEAVES) {
        const since = times[2 * row + 1]!;
        if (visits && rows[at + COUNTS]! >= 0 && since >= warmUpTime) {
          sojourns++;
          sojournSum += now - since;
        }
        lastLeft = now;
        inside--;
        rows[at + BEHIND] = idle;
        idle = row;
        continue;
      }
      const to = goals[visit]!;
      if (levels) {
        const station = stations[to]!;
        station.observe(now);
        station.present++;
      }
      whose[visit] = row;
      if (byTime) rows[at + COUNTS] = warm ? rows[at + CLASS]! : NOBODY;
      times[2 * row] = now;
      const counts = rows[at + COUNTS]!;
      const tally = (to * classes + counts) | 0;
      if (counts >= 0) sums[tally << 3]!++;
      if (room[to]! > 0) {
        room[to]!--;
        if (levels) stations[to]!.busy++;
        if (notes && counts >= 0) tallies[tally]!.note(0);
        insert(behind++, now + works[visit]!, visit);
      } else {
        if (levels) stations[to]!.waiting++;
        rows[at + BEHIND] = NOBODY;
        if (heads[to] === NOBODY) heads[to] = visit;
        else rows[(tails[to]! << 2) + BEHIND] = visit;
        tails[to] = row;
      }
    }
    journeys.unused = unused;
    this.#first = first;
    this.#behind = behind;
    this.#entered = entered;
    this.#idle = idle;
    this.#used = used;
    this.now = now;
    this.sojourns = sojourns;
    this.sojournSum = sojournSum;
    this.lastLeft = lastLeft;
    this.inside = inside;
    return left === 0;
  }
}

/** Puts a service in its order, behind those that end at the same time: they began before. */
function insert(behind: number, time: number, visit: number): void {
  let place = behind | 0;
  const end = +time;
  for (;;) {
    const before = (place - 1) | 0;
    const other = ends[before]!;
    if (other <= end) break;
    ends[place] = other;
    served[place] = served[before]!;
    place = before;
  }
  ends[place] = end;
  served[place] = visit;
}
