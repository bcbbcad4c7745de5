import { childKey } from './address.js';
import { Calendar, type EventKind } from './calendar.js';
import { Calling } from './network-calling.js';
import { type NetworkChance, PURPOSE } from './network-chance.js';
import type { Eventful, NetworkStart } from './network-course.js';
import { type Customer, Customers } from './network-customers.js';
import { Doors } from './network-doors.js';
import { LEAVES, type NetworkPlan } from './network-plan.js';
import { Routing } from './network-routing.js';
import { SharedServers } from './network-shared.js';
import { Station } from './network-station.js';
import { VisitReport } from './network-report.js';
import type { NetworkRunPlan } from './network-visit.js';
import { RANK } from './ranks.js';
import type { RunEnd } from './run-limits.js';
import { SimulationError } from './simulation-error.js';
import { Stream } from './stream.js';

/** Rank of the end of the warm-up: what falls on that very time counts. */
const BEFORE_ALL = RANK.completion - 1;
/** Moves of customers at one instant beyond which they go round in a circle. */
export const MOST_MOVES = 2_000_000;

/**
 * A network on the calendar: the rules of arrival, joining, service and routing as handlers of
 * integer events. Order at one instant: ends of service, changes of the number of servers, ends of
 * patience, arrivals (source by source).
 */
export class NetworkRun implements Eventful {
  readonly stations: readonly Station[];
  sojournSum = 0;
  sojourns = 0;
  closed = false;
  lastLeft: number;
  levelsFrom: number;
  levelsTo: number = NaN;
  /** Nobody outside has it, so that a run which failed is over. */
  readonly #calendar: Calendar = new Calendar(0, false);
  readonly #plan: NetworkPlan;
  readonly #run: NetworkRunPlan;
  readonly #chance: NetworkChance;
  readonly #customers: Customers = new Customers();
  readonly #calling: Calling;
  readonly #shared: readonly (SharedServers | null)[];
  readonly #finish: EventKind;
  readonly #lose: EventKind;
  readonly #routing: Routing;
  readonly #report: VisitReport | null;
  #levels: boolean;
  #instant: number = NaN;
  #moves = 0;

  constructor({ plan, run, root, chance, tallies, cursors }: NetworkStart) {
    const calendar = this.#calendar;
    this.#plan = plan;
    this.#run = run;
    this.#chance = chance;
    this.#levels = run.levels;
    this.levelsFrom = calendar.now;
    this.lastLeft = calendar.now;
    const orders = plan.stations.map(({ id }) => new Stream(childKey(root, `${id}/order`)));
    this.#calling = new Calling(plan.classes, (station) => orders[station]!.next());
    this.stations = plan.stations.map((station, i) => new Station(station, i, tallies[i]!));
    this.#finish = calendar.on('end of service', (row) => this.#finished(row));
    this.#lose = calendar.on('end of patience', (row) => this.#abandon(row));
    const change = calendar.on('change of servers', (code) =>
      this.#changeServers(code % plan.stations.length, Math.floor(code / plan.stations.length)),
    );
    const finishShared = calendar.on('end of shared service', (station) => {
      if (this.#levels) this.stations[station]!.observe(calendar.now);
      this.#finished(this.#shared[station]!.take(calendar.now));
    });
    this.#shared = this.stations.map((station) =>
      station.plan.discipline === 'processor-sharing'
        ? new SharedServers(calendar, finishShared, station)
        : null,
    );
    this.#routing = new Routing(calendar, plan, this.stations, chance);
    this.#report = run.onVisit === null ? null : new VisitReport(plan, run.onVisit);
    for (const station of this.stations) {
      station.restart(calendar.now);
      station.plan.steps.forEach(([from], step) => {
        calendar.scheduleAt(
          from,
          change,
          step * plan.stations.length + station.index,
          RANK.capacity,
        );
      });
    }
    if (run.warmUpTime > calendar.now) {
      calendar.scheduleAt(
        run.warmUpTime,
        calendar.on('end of warm-up', () => this.#restartLevels()),
        0,
        BEFORE_ALL,
      );
    }
    const doors = new Doors(calendar, plan.sources, run, cursors, {
      enter: (source, number, counted) => this.#enter(source, number, counted),
      warm: () => this.#restartLevels(),
      close: () => {
        this.closed = true;
        this.#endLevels();
      },
    });
    if (run.trace !== null) {
      calendar.trace = run.trace;
      const nameOf = (station: number) => plan.stations[station]!.id;
      calendar.about = (kind, entity) => {
        if (kind === doors.arrive) return { who: plan.sources[entity]!.id };
        if (kind === change) return { what: nameOf(entity % plan.stations.length) };
        if (kind === finishShared) return { what: nameOf(entity) };
        if (kind !== this.#finish && kind !== this.#lose) return false;
        const { source, number, station } = this.#customers.all[entity]!;
        return { who: `${plan.sources[source]!.id} ${number}`, what: nameOf(station) };
      };
    }
    doors.open();
  }

  get inside(): number {
    return this.#customers.present;
  }

  get now(): number {
    return this.#calendar.now;
  }

  run(until: number, signal: { readonly aborted: boolean } | undefined): RunEnd {
    const end = this.#calendar.run({ until, ...(signal === undefined ? {} : { signal }) });
    this.#endLevels();
    return end;
  }

  #endLevels(): void {
    if (!this.#levels) return;
    this.#levels = false;
    this.levelsTo = this.#calendar.now;
    for (const station of this.stations) station.observe(this.levelsTo);
  }

  #restartLevels(): void {
    this.levelsFrom = this.#calendar.now;
    for (const station of this.stations) station.restart(this.levelsFrom);
  }

  #enter(source: number, number: number, counted: boolean): void {
    const customer = this.#customers.enter();
    const { class: ofClass, to } = this.#plan.sources[source]!;
    customer.source = source;
    customer.number = number;
    customer.class = ofClass;
    customer.visit = -1;
    customer.entered = this.#calendar.now;
    customer.counted = counted;
    this.#goTo(customer, this.#routing.enter(customer, to));
  }

  /** A customer who is at no station comes to one, or leaves. */
  #goTo(customer: Customer, target: number): void {
    let to = target;
    for (let sentOn = 0; to !== LEAVES; sentOn++) {
      const station = this.stations[to]!;
      const tally = station.tallies[customer.class]!;
      if (station.plan.joins !== null && !this.#joins(customer, station)) {
        if (this.#counts(customer)) tally.balked++;
        break;
      }
      if (station.present < station.plan.places) {
        this.#join(customer, station);
        return;
      }
      if (this.#counts(customer)) tally.rejected++;
      to = station.plan.fullTo;
      if (sentOn > this.stations.length) {
        throw new SimulationError(
          'whenFull sends customers round in a circle of full stations; let one of them take or reject them.',
          { time: this.#calendar.now, where: `station "${station.plan.id}"` },
          { canGoOn: false },
        );
      }
    }
    this.#leaveNetwork(customer);
  }

  /** A customer who has left a station comes to the next one, or leaves. */
  #moveOn(customer: Customer, target: number): void {
    if (this.#calendar.now !== this.#instant) {
      this.#instant = this.#calendar.now;
      this.#moves = 0;
    } else if (++this.#moves > MOST_MOVES) {
      refuseCircle(this.#plan.stations[Math.max(0, target)]!.id, this.#calendar.now);
    }
    this.#goTo(customer, target);
  }

  /** Whether what happens to a customer now is to be counted. */
  #counts(customer: Customer): boolean {
    const { warmUpTime } = this.#run;
    // by customers, all of a customer's visits count or none; by time, each visit by its beginning
    return warmUpTime > 0 ? this.#calendar.now >= warmUpTime : customer.counted;
  }

  #joins(customer: Customer, station: Station): boolean {
    const probability = station.plan.joins!(station.present);
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(
        `joins of station "${station.plan.id}" gave ${probability} for ${station.present} customers present; it must give a probability from 0 to 1.`,
      );
    }
    if (probability === 1) return true;
    return this.#chance.uniform(customer, PURPOSE.join, customer.visit + 1) < probability;
  }

  #join(customer: Customer, station: Station): void {
    const now = this.#calendar.now;
    if (this.#levels) station.observe(now);
    station.present++;
    customer.visit++;
    customer.station = station.index;
    customer.joined = now;
    customer.left = -1;
    const ofClass = customer.class;
    customer.counted = this.#counts(customer);
    if (customer.counted) station.tallies[ofClass]!.joined++;
    const shared = this.#shared[station.index]!;
    if (shared !== null) {
      this.#startShared(customer, station, shared);
    } else if (station.busy + station.held < station.servers) {
      this.#start(customer, station);
    } else {
      const victim = station.preemptive ? station.victim(station.plan.line[ofClass]!) : null;
      if (victim !== null) {
        this.#interrupt(victim, station);
        this.#start(customer, station);
      } else {
        this.#wait(customer, station);
      }
    }
  }

  #wait(customer: Customer, station: Station): void {
    const ofClass = customer.class;
    station.waiting++;
    station.lines[station.plan.line[ofClass]!]!.append(customer);
    const patience = station.plan.patience[ofClass]!;
    if (patience === null) return;
    const span = this.#chance.value(patience, customer, PURPOSE.patience);
    if (span < Infinity) {
      customer.due = this.#calendar.scheduleAt(
        customer.joined + span,
        this.#lose,
        customer.row,
        RANK.patience,
      );
    }
  }

  /** Service begins, or goes on. The customer waits in no line. */
  #start(customer: Customer, station: Station): void {
    const now = this.#calendar.now;
    station.busy++;
    if (customer.left < 0) {
      const ofClass = customer.class;
      const work = this.#chance.value(station.plan.service[ofClass]!, customer, PURPOSE.service);
      customer.work = work;
      customer.left = work;
      customer.began = now;
      if (customer.counted) {
        station.tallies[ofClass]!.started(now - customer.joined);
      }
    }
    customer.started = now;
    const ends = now + customer.left;
    customer.ends = ends;
    if (!station.interruptible) {
      this.#calendar.post(ends, this.#finish, customer.row, RANK.completion);
    } else {
      customer.due = this.#calendar.scheduleAt(ends, this.#finish, customer.row, RANK.completion);
      station.inService[station.plan.line[customer.class]!]!.append(customer);
    }
  }

  #startShared(customer: Customer, station: Station, shared: SharedServers): void {
    const ofClass = customer.class;
    const work = this.#chance.value(station.plan.service[ofClass]!, customer, PURPOSE.service);
    if (customer.counted) station.tallies[ofClass]!.started(0);
    customer.work = work;
    customer.began = this.#calendar.now;
    customer.started = this.#calendar.now;
    shared.join(customer.row, work, this.#calendar.now);
  }

  /** A service is broken off: the customer goes to the head of the line, or leaves. */
  #interrupt(customer: Customer, station: Station): void {
    const { discipline, line } = station.plan;
    const ofClass = customer.class;
    this.#calendar.cancel(customer.due);
    station.inService[line[ofClass]!]!.remove(customer);
    station.busy--;
    if (discipline === 'preemptive-lose') {
      station.present--;
      if (customer.counted) station.tallies[ofClass]!.interrupted++;
      this.#report?.tell(customer, station, 'interrupted', this.#calendar.now);
      this.#leaveNetwork(customer);
      return;
    }
    customer.left =
      discipline === 'preemptive-restart' ? customer.work : customer.ends - this.#calendar.now;
    station.waiting++;
    station.lines[line[ofClass]!]!.prepend(customer);
  }

  #finished(row: number): void {
    const customer = this.#customers.all[row]!;
    const station = this.stations[customer.station]!;
    const ofClass = customer.class;
    const now = this.#calendar.now;
    if (this.#levels) station.observe(now);
    if (station.interruptible) {
      station.inService[station.plan.line[ofClass]!]!.remove(customer);
    }
    if (this.#run.visits && customer.counted) {
      const tally = station.tallies[ofClass]!;
      tally.finished++;
      tally.timeSum += now - customer.joined;
    }
    this.#report?.tell(customer, station, 'served', now);
    const target = this.#routing.next(customer, station);
    station.busy--;
    if (target !== LEAVES && target !== station.index && this.#isBlocked(this.stations[target]!)) {
      station.held++;
      this.stations[target]!.blocked.append(customer);
      return;
    }
    station.present--;
    this.#serveOn(station);
    if (target === LEAVES) this.#leaveNetwork(customer);
    else this.#moveOn(customer, target);
    this.#unblock(station);
  }

  #isBlocked({ plan, present }: Station): boolean {
    return plan.blocks && present >= plan.places;
  }

  /** Free servers call who waits. */
  #serveOn(station: Station): void {
    while (station.waiting > 0 && station.busy + station.held < station.servers) {
      const customer = this.#calling.next(station, this.#calendar.now);
      const ofClass = customer.class;
      station.lines[station.plan.line[ofClass]!]!.remove(customer);
      station.waiting--;
      if (station.plan.patience[ofClass] !== null && customer.left < 0) {
        this.#calendar.cancel(customer.due);
      }
      this.#start(customer, station);
    }
  }

  /** Who holds a server elsewhere comes in while there is a place. */
  #unblock(station: Station): void {
    while (station.blocked.head !== null && station.present < station.plan.places) {
      const customer = station.blocked.head;
      station.blocked.remove(customer);
      const home = this.stations[customer.station]!;
      if (this.#levels) home.observe(this.#calendar.now);
      home.held--;
      home.present--;
      this.#goTo(customer, station.index);
      this.#serveOn(home);
      this.#unblock(home);
    }
  }

  #abandon(row: number): void {
    const customer = this.#customers.all[row]!;
    const station = this.stations[customer.station]!;
    const ofClass = customer.class;
    const now = this.#calendar.now;
    if (this.#levels) station.observe(now);
    station.lines[station.plan.line[ofClass]!]!.remove(customer);
    station.waiting--;
    station.present--;
    if (customer.counted) {
      const tally = station.tallies[ofClass]!;
      tally.abandoned++;
      tally.abandonedWaits.add(now - customer.joined);
    }
    this.#report?.tell(customer, station, 'abandoned', now);
    this.#moveOn(customer, station.plan.impatientTo);
    this.#unblock(station);
  }

  #changeServers(index: number, step: number): void {
    const station = this.stations[index]!;
    if (this.#levels) station.observe(this.#calendar.now);
    station.servers = station.plan.steps[step]![1];
    if (station.plan.interruptAtDecrease) {
      while (station.busy > 0 && station.busy + station.held > station.servers) {
        this.#interrupt(station.latest()!, station);
      }
    }
    this.#serveOn(station);
  }

  #leaveNetwork(customer: Customer): void {
    if (this.#run.visits && customer.counted && customer.entered >= this.#run.warmUpTime) {
      this.sojourns++;
      this.sojournSum += this.#calendar.now - customer.entered;
    }
    this.lastLeft = this.#calendar.now;
    this.#customers.leave(customer);
    this.#calendar.depart();
  }
}

export function refuseCircle(station: string, time: number): never {
  throw new SimulationError(
    `Customers moved ${MOST_MOVES} times without time passing; they seem to go round through stations whose services or patiences are 0.`,
    { time, where: `station "${station}"` },
    { canGoOn: false },
  );
}
