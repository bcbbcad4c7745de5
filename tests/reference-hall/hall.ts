import { type Process, Simulation } from '@hallsim/kernel';
import type { Demand, HallModel } from '@hallsim/hall';
import { clock, minutes, openingHours, type Scenario, share } from '@hallsim/scenario';
import { anyGroup, type Group, groupsFor, groupsOf, helpersFor, roomsOf } from './groups.js';
import type { Visit } from '../observed-day.js';
import { CallingOrder } from './calling-order.js';
import { balkChance } from './choices.js';
import { CounterLines } from './counter-lines.js';
import { Counters } from './counters.js';
import { Crew } from './crew.js';
import { Draws } from './draws.js';
import type { AroundExtras } from './extras.js';
import { KioskBank } from './kiosk-bank.js';
import { meanService } from './mean-service.js';
import { afterOutageRank, outageRank, rank } from './order.js';
import { endOfWork, endsAtRepair, leftOfWork, Outages, type Place } from './outages.js';
import { type Counter, peopleOf, type Person, type Stay, stayAt, visitOf } from './person.js';
import { TicketNumbers } from './ticket-numbers.js';

/**
 * A day of a hall told a second time: each customer is a process, everybody who waits stands in one
 * list, and whoever has to choose looks at all of it. Slow, and read from the file itself. Returns the
 * visits of the customers in the order they came.
 */
export function referenceDay(scenario: Scenario, model: HallModel, demand: Demand): Visit[] {
  const hall = new ReferenceHall(scenario, model, demand);
  return hall.run();
}

const OUTCOME_OF: Readonly<Record<Person['reason'], Person['outcome']>> = {
  none: 'served',
  patience: 'abandoned',
  line: 'balked',
  'last-ticket': 'unserved',
  closing: 'unserved',
  'no-counter': 'unserved',
  'shift-end': 'unserved',
  'hall-full': 'balked',
};

type Errand = Pick<Person, 'service' | 'customer'>;

class ReferenceHall {
  readonly #model: HallModel;
  readonly #scenario: Scenario;
  readonly #sim = new Simulation();
  readonly #draws: Draws;
  readonly #order: CallingOrder;
  readonly #numbers: TicketNumbers;
  readonly #people: readonly Person[];
  readonly #groups: readonly Group[];
  readonly #crew: Crew;
  readonly #counters: Counters;
  readonly #outages: Outages;
  readonly #kiosks: KioskBank;
  /** `null` where free counters look at all lines of their skills. */
  readonly #lines: CounterLines | null;
  /** Who waits for a counter, in the order they joined. */
  readonly #waiting: Person[] = [];
  /** Whose service the end of a shift has broken off, until somebody takes over. */
  readonly #handedOver: Person[] = [];
  readonly #hours: ReturnType<typeof openingHours>;
  #closed = false;

  constructor(scenario: Scenario, model: HallModel, demand: Demand) {
    this.#scenario = scenario;
    this.#model = model;
    this.#hours = openingHours(scenario.day);
    this.#draws = new Draws(model, demand);
    this.#people = peopleOf(model, demand, () => this.#sim.signal('turn', { stays: true }));
    this.#groups = groupsOf(scenario, model.dayType);
    this.#order = new CallingOrder(scenario, this.#groups, this.#draws);
    this.#numbers = new TicketNumbers((person) => this.#order.lineOf(person));
    this.#outages = new Outages(scenario, this.#draws);
    this.#crew = new Crew({
      sim: this.#sim,
      scenario,
      groups: this.#groups,
      isClosed: () => this.#closed,
      isAbsent: ({ id, clerks }, number) =>
        this.#draws.isAbsent(id, number, share(clerks!.staff.absent ?? '0%')),
      isDown: (room, desk) =>
        this.#outages.isDown('room', roomsOf(this.#groups).indexOf(room), desk),
      call: (group) => this.#call(this.#groups.indexOf(group)),
      breakOff: (group, number) => this.#breakOff(this.#groups.indexOf(group), number),
      offerHandedOver: () => this.#offerHandedOver(),
      hasSatDown: (group, number) =>
        this.#lines?.changeOver({ group: this.#groups.indexOf(group), number }),
      hasLeft: (group, number) =>
        this.#lines?.dissolve({ group: this.#groups.indexOf(group), number }),
    });
    this.#counters = new Counters({
      sim: this.#sim,
      scenario,
      groups: this.#groups,
      outages: this.#outages,
      crew: this.#crew,
      ofExtras: (group) => this.#ofExtras(group),
    });
    this.#kiosks = new KioskBank({
      sim: this.#sim,
      scenario,
      draws: this.#draws,
      outages: this.#outages,
      finish: (person) => {
        this.#leave(person, 'none');
      },
    });
    this.#lines = scenario.rules?.queues === 'per-counter' ? this.#counterLines() : null;
  }

  run(): Visit[] {
    const sim = this.#sim;
    sim.start(this.#kiosks.hours());
    for (const place of this.#outages.places) sim.start(this.#breakDown(place));
    this.#counters.start();
    this.#crew.start();
    this.#groups.forEach((_, group) => sim.start(this.#roster(group)));
    for (const person of this.#people) sim.start(this.#customer(person));
    sim.start(this.#closing());
    if (this.#lines !== null) for (const time of this.#moments()) sim.start(this.#moveLines(time));
    sim.run();
    return this.#people.map(visitOf);
  }

  *#customer(person: Person): Process {
    yield this.#sim.holdUntil(person.arrived, rank('arrival', person.row));
    if (this.#sim.now >= this.#hours.lastTicket) return this.#leave(person, 'last-ticket');
    const able = groupsFor(this.#groups, person);
    const helpers = helpersFor(this.#groups, person);
    const nowhereElse = !anyGroup(this.#groups, person);
    const attracted = this.#kiosks.attracts(person, nowhereElse);
    const triesKiosk = attracted && this.#kiosks.takes(nowhereElse, this.#hasRoom(person));
    if (triesKiosk) {
      yield* this.#kiosks.use(person);
      if (person.outcome !== 'inside') return;
    }
    if (nowhereElse && attracted && !triesKiosk) return this.#leave(person, 'hall-full');
    if (nowhereElse) return this.#leave(person, 'no-counter');
    if (this.#closed && this.#turnsAway) return this.#leave(person, 'closing');
    if (this.#closed && this.#counters.open(able) === 0) {
      return this.#leave(person, 'no-counter');
    }
    const free = this.#freeGroup(able) ?? helpers.find((group) => this.#helpsAtOnce(group));
    const counter = this.#lines?.shortest(able) ?? null;
    const rivals = this.#lines?.ahead(counter, able) ?? this.#rivalsOf(person);
    const held = !Number.isNaN(person.since);
    if (free === undefined && !triesKiosk && !held) {
      if (!this.#hasRoom(person)) return this.#leave(person, 'hall-full');
      if (this.#balks(person, able, counter, rivals.length)) {
        this.#leave(person, 'line');
        if (this.#looksAtNumbers(person)) this.#keepNumber(person);
        return;
      }
    }
    const keepsPlace = this.#scenario.kiosks?.keepsPlace ?? false;
    person.joined = this.#sim.now;
    const ticketed = held ? person.since : person.arrived;
    person.waitFrom = triesKiosk && !keepsPlace ? this.#sim.now : ticketed;
    person.ahead = free === undefined ? rivals.length : 0;
    this.#numbers.give(person);
    if (free === undefined) {
      const seated = this.#fit(person, this.#scenario.space?.seats ?? Infinity);
      const standing = this.#scenario.space?.standingPatience ?? '100%';
      this.#waiting.push(person);
      Object.assign(person, { stands: counter, placeFrom: person.waitFrom });
      this.#sim.start(this.#patience(person, seated ? 1 : share(standing)));
      for (const group of able) this.#counters.ask(group);
      for (const group of this.#onlookers(person)) this.#call(group);
      yield person.turn;
      if (person.outcome !== 'inside') return;
    } else {
      this.#numbers.call(person);
      this.#seat(person, free);
    }
    yield* this.#beServed(person);
  }

  /** Time at a counter, which then calls the next. */
  *#beServed(person: Person): Process {
    const stay = person.stay!;
    const { group, number: counter } = stay;
    const { row } = person;
    const { speed, clerks } = this.#groups[group]!;
    for (const time of this.#draws.callTimes(row)) {
      yield* this.#work(stay, time);
      if (person.stay !== stay) return;
    }
    if (Number.isNaN(person.start)) person.start = this.#sim.now;
    stay.serves = true;
    Object.assign(person, { group, counter });
    const time = Number.isNaN(person.rest) ? this.#draws.counterTime(row, group) : person.rest;
    person.rest = NaN;
    yield* this.#work(stay, time / speed);
    if (person.stay !== stay) return;
    const errs = share(clerks?.staff.errors ?? '0%');
    if (!person.redone && this.#draws.happens.error(row, errs)) {
      person.redone = true;
      yield* this.#work(stay, this.#draws.secondTime(row, group) / speed);
      if (person.stay !== stay) return;
    }
    person.end = this.#sim.now;
    person.channel = 'counter';
    this.#leave(person, 'none');
    const afterWork = this.#draws.afterWork(row);
    if (afterWork !== null) {
      this.#lines?.changeOver({ group, number: counter });
      yield* this.#work(stay, afterWork / speed);
    }
    this.#becomeFree(group, counter);
    if (afterWork === null) this.#lines?.changeOver({ group, number: counter });
  }

  /** Work at a counter, which stops while it has broken down. */
  *#work(stay: Stay, time: number): Process {
    const { now } = this.#sim;
    Object.assign(stay, { from: now, minutes: time });
    const place = this.#counters.place(stay.group, stay.number);
    const end = endOfWork(place, now, time);
    // nothing is done before the repair, and what is left then is done before anything else
    const turn = endsAtRepair(place, now, end)
      ? afterOutageRank(place.rank)
      : this.#counters.endRank(stay.group, stay.number);
    yield this.#sim.holdUntil(end, turn);
  }

  /** A counter closes under its customer, and the rule of the hall does not let it finish. Returns whether it has nobody any more. */
  #breakOff(group: number, counter: number): boolean {
    const person = this.#counters.at(group, counter)!;
    const rule = this.#scenario.rules?.atShiftEnd ?? 'finish-customer';
    if (rule === 'finish-customer' || this.#closed || person.outcome !== 'inside') return false;
    const { from, minutes: time, serves } = person.stay!;
    const { now } = this.#sim;
    if (serves) person.end = now;
    const place = this.#counters.place(group, counter);
    person.stay = null;
    this.#counters.empty(group, counter);
    if (rule === 'stop') {
      this.#leave(person, 'shift-end');
    } else {
      const left = leftOfWork(place, from, time, now);
      if (serves) person.rest = left * this.#groups[group]!.speed;
      this.#handedOver.push(person);
    }
    return true;
  }

  /** Whoever was handed over goes on where a counter is free that does not close too. */
  #offerHandedOver(): void {
    for (const person of [...this.#handedOver]) {
      const staying = (groups: readonly number[]): number[] =>
        groups.filter((one) => this.#counters.staysFree(one));
      const group =
        this.#freeGroup(staying(groupsFor(this.#groups, person))) ??
        staying(helpersFor(this.#groups, person))[0];
      if (group !== undefined) this.#takeOver(person, group);
    }
  }

  #takeOver(person: Person, group: number, counter?: number): void {
    this.#handedOver.splice(this.#handedOver.indexOf(person), 1);
    this.#seat(person, group, counter);
    this.#sim.start(this.#beServed(person));
  }

  /** The first of those handed over whom a group may serve, or may help. */
  #firstHandedOver({ serves }: Pick<Group, 'serves'>): Person | undefined {
    return this.#handedOver.find(({ service, customer }) => serves(service, customer));
  }

  /** Counters in excess of the roster break off, the highest numbers first; a closure in between is no end of a shift. */
  #breakOffExcess(group: number): void {
    const { now } = this.#sim;
    const level = this.#counters.level(group);
    const { periods } = this.#hours;
    if (periods.slice(1).some(({ from }, i) => periods[i]!.to <= now && now < from)) return;
    let brokenOff = false;
    for (let number = this.#groups[group]!.count - 1; number >= 0; number--) {
      if (this.#lines === null ? this.#counters.busy(group) <= level : number < level) break;
      if (this.#counters.at(group, number) === null) continue;
      brokenOff = this.#breakOff(group, number) || brokenOff;
    }
    if (brokenOff) this.#offerHandedOver();
  }

  *#patience(person: Person, factor: number): Process {
    const patience = this.#draws.patience(person.row);
    if (patience === Infinity) return;
    yield this.#sim.hold(patience * factor, rank('patience', person.row));
    if (!this.#waiting.includes(person)) return;
    this.#sendHome(person, 'patience');
    const { keepsTicket = '0%' } = this.#scenario.customers[person.customer]!;
    if (this.#draws.happens.keepsTicket(person.row, share(keepsTicket))) this.#numbers.keep(person);
    if (person.stands !== null) this.#lines?.changeOver(person.stands);
  }

  /** The counters of a group, which call whenever the roster or the doors may let them. */
  *#roster(group: number): Process {
    const moments = [...new Set(this.#groups[group]!.changes)].sort((a, b) => a - b);
    for (const time of moments) {
      yield this.#sim.holdUntil(time, rank('roster', group));
      const before = this.#counters.level(group);
      const changed = this.#counters.setRoster(group, time);
      const level = this.#counters.level(group);
      // a counter that has closed beyond the roster finishes its customer until the roster changes
      const opens = this.#hours.periods.slice(1).some(({ from }) => from === time);
      if (opens || changed) this.#breakOffExcess(group);
      if (level > before) this.#call(group);
      for (let number = before; number < level; number++) {
        this.#lines?.changeOver({ group, number });
      }
    }
  }

  /** A counter or a kiosk breaks down, and works again. */
  *#breakDown(place: Place): Process {
    const { what, of, number } = place;
    const room = roomsOf(this.#groups)[of]!;
    for (const { from, to } of place.down) {
      yield this.#sim.holdUntil(from, outageRank(place.rank));
      this.#outages.begin(place);
      if (what === 'room') this.#crew.breakDown(room, number);
      yield this.#sim.holdUntil(to, outageRank(place.rank));
      this.#outages.end(place);
      if (what === 'room') this.#crew.mend(room, number);
      else if (what === 'kiosks') this.#kiosks.call();
      else if (this.#counters.at(of, number) === null) {
        this.#counters.idles(of, number);
        this.#call(of);
        this.#lines?.changeOver({ group: of, number });
      }
    }
  }

  *#closing(): Process {
    yield this.#sim.holdUntil(this.#hours.closes, rank('closing', 0));
    this.#closed = true;
    this.#crew.close();
    this.#counters.close();
    for (const person of [...this.#waiting]) {
      if (this.#turnsAway) this.#sendHome(person, 'closing');
      else if (this.#counters.open(groupsFor(this.#groups, person)) === 0) {
        this.#sendHome(person, 'no-counter');
      }
    }
    for (const person of this.#handedOver.splice(0)) {
      const stays = !this.#turnsAway && this.#counters.open(groupsFor(this.#groups, person)) > 0;
      if (stays) this.#handedOver.push(person);
      else this.#leave(person, this.#turnsAway ? 'closing' : 'no-counter');
    }
    if (!this.#turnsAway) return;
    for (const person of this.#kiosks.line.splice(0)) this.#sendHome(person, 'closing');
  }

  get #turnsAway(): boolean {
    return this.#scenario.day.waitingAtClose === 'turn-away';
  }

  /** Free counters of a group take people out of the line, the best rank first. */
  #call(group: number): void {
    if (this.#lines !== null) {
      for (const number of this.#counters.free(group)) {
        const handed = this.#firstHandedOver(this.#groups[group]!);
        if (handed === undefined) this.#lines.call({ group, number });
        else this.#takeOver(handed, group, number);
      }
      return;
    }
    for (;;) {
      const free = this.#counters.free(group)[0];
      if (free === undefined) return;
      const { helps, serves } = this.#groups[group]!;
      const { now } = this.#sim;
      const able = this.#waiting.filter(({ service, customer }) => serves(service, customer));
      const own = (): Person | undefined =>
        this.#order.first([...able, ...this.#numbers.without(serves)], now);
      let handed = this.#firstHandedOver({ serves });
      let first = handed === undefined ? own() : undefined;
      if (handed === undefined && first === undefined && helps !== null) {
        handed = this.#firstHandedOver(helps);
        if (handed === undefined) first = this.#order.first(this.#helped(group), now);
      }
      if (handed !== undefined) {
        this.#takeOver(handed, group);
        continue;
      }
      if (first === undefined) {
        this.#lookAgain(group);
        return;
      }
      this.#numbers.call(first);
      if (this.#numbers.strike(first)) {
        this.#callInVain(first, group, free);
        continue;
      }
      this.#fetch(first, { group, number: free });
    }
  }

  /** Whether a group helps somebody at once, however few wait. */
  #helpsAtOnce(group: number): boolean {
    const { whenWait, whenWaiting } = this.#groups[group]!.helps!;
    return (whenWaiting <= 1 || whenWait <= 0) && this.#counters.free(group).length > 0;
  }

  /** Groups that may help anybody who waits for the same counters as somebody. */
  #onlookers(person: Person): number[] {
    const { services, customers } = this.#scenario;
    const errands = Object.keys(services).flatMap((service) =>
      Object.keys(customers).map((customer) => ({ service, customer })),
    );
    const alike = errands.filter((errand) => this.#waitsWith(errand, person));
    const groups = alike.flatMap((errand) => helpersFor(this.#groups, errand));
    return [...new Set(groups)].sort((a, b) => a - b);
  }

  #waitsWith(one: Errand, other: Errand): boolean {
    return String(groupsFor(this.#groups, one)) === String(groupsFor(this.#groups, other));
  }

  /** Those who wait for the same counters as somebody. */
  #together(person: Person): Person[] {
    return this.#waiting.filter((other) => this.#waitsWith(other, person));
  }

  /** Whom a group may help now, numbers without an owner among them: where enough wait, or somebody has for long. */
  #helped(group: number): Person[] {
    const { helps, serves } = this.#groups[group]!;
    if (helps === null) return [];
    const mayHelp = (service: string, customer: string): boolean =>
      helps.serves(service, customer) && !serves(service, customer);
    const waiting = this.#waiting.filter(({ service, customer }) => mayHelp(service, customer));
    return [...waiting, ...this.#numbers.without(mayHelp)].filter((person) => {
      const together = this.#together(person);
      return (
        together.length >= helps.whenWaiting ||
        together.some(({ waitFrom }) => waitFrom + helps.whenWait <= this.#sim.now)
      );
    });
  }

  /** A group with a free counter that helps nobody now looks again when somebody will have waited long enough. */
  #lookAgain(group: number): void {
    const { helps } = this.#groups[group]!;
    if (helps === null || helps.whenWait === Infinity) return;
    const longest = this.#people
      .filter((person) => helpersFor(this.#groups, person).includes(group))
      .map((person) => Math.min(Infinity, ...this.#together(person).map((one) => one.waitFrom)));
    const times = longest
      .map((since) => since + helps.whenWait)
      .filter((time) => time > this.#sim.now && time < Infinity);
    if (times.length > 0) this.#sim.start(this.#help(group, Math.min(...times)));
  }

  *#help(group: number, time: number): Process {
    yield this.#sim.holdUntil(time, rank('help', group));
    this.#call(group);
  }

  /** A number whose owner has gone takes a free counter some time. */
  #callInVain(person: Person, group: number, counter: number): void {
    const { absent = '0 min' } = this.#scenario.rules?.calling ?? {};
    if (minutes(absent) === 0) return;
    this.#counters.occupy(person, group, counter);
    this.#sim.start(this.#waitInVain(stayAt(group, counter), minutes(absent)));
  }

  *#waitInVain(stay: Stay, time: number): Process {
    yield* this.#work(stay, time);
    this.#becomeFree(stay.group, stay.number);
  }

  /** Somebody goes from the line to a counter. */
  #fetch(person: Person, { group, number }: Counter): void {
    this.#waiting.splice(this.#waiting.indexOf(person), 1);
    this.#seat(person, group, number);
    person.turn.fire();
  }

  #seat(person: Person, group: number, counter = this.#counters.free(group)[0]!): void {
    this.#counters.occupy(person, group, counter);
    const called = Number.isNaN(person.called) ? this.#sim.now : person.called;
    Object.assign(person, { called, stay: stayAt(group, counter) });
    // a service in the middle was another's until this counter goes on with it
    if (Number.isNaN(person.rest)) Object.assign(person, { group, counter });
  }

  #becomeFree(group: number, counter: number): void {
    this.#counters.ask(group);
    this.#counters.empty(group, counter);
    if (this.#groups[group]!.clerks) this.#crew.done(this.#groups[group]!, counter);
    else this.#call(group);
  }

  /** The group whose free counter takes somebody, of those that may. */
  #freeGroup(groups: readonly number[]): number | undefined {
    const free = groups.filter((group) => this.#counters.free(group).length > 0);
    return this.#counters.inOrder(free)[0];
  }

  /** What counters beyond the roster of a group need to know of the hall. */
  #ofExtras(group: number): Pick<AroundExtras, 'hasClosed' | 'hasOpened' | 'isClosed' | 'waiting'> {
    const { serves } = this.#groups[group]!;
    const waitsFor = ({ stands, service, customer }: Person): boolean =>
      this.#lines === null || stands === null ? serves(service, customer) : stands.group === group;
    return {
      waiting: () => this.#waiting.filter(waitsFor).map(({ waitFrom }) => waitFrom),
      isClosed: () => this.#closed,
      hasOpened: () => {
        this.#call(group);
        this.#lines?.changeOver({ group, number: this.#counters.level(group) - 1 });
      },
      hasClosed: () => this.#lines?.dissolveClosed(),
    };
  }

  #counterLines(): CounterLines {
    const counters = this.#counters;
    return new CounterLines({
      scenario: this.#scenario,
      groups: this.#groups,
      waiting: this.#waiting,
      now: () => this.#sim.now,
      first: (people) => this.#order.first(people, this.#sim.now),
      isServing: ({ group, number }) => counters.at(group, number)?.outcome === 'inside',
      isFree: ({ group, number }) => counters.free(group).includes(number),
      isOpen: ({ group, number }) => counters.isOpen(group, number),
      stays: ({ group, number }) => counters.stays(group, number),
      isDown: ({ group, number }) => counters.isDown(group, number),
      changes: ({ row }, chance) => this.#draws.happens.jockeying(row, chance),
      fetch: (person, counter) => {
        this.#fetch(person, counter);
      },
    });
  }

  /** When people leave lines of counters that are not open any more: after every change of the roster. */
  *#moveLines(time: number): Process {
    yield this.#sim.holdUntil(time, rank('linesMove', 0));
    this.#lines!.dissolveClosed();
  }

  /** Every moment at which a counter may close by the clock. */
  #moments(): number[] {
    const times = this.#groups.flatMap(({ changes, clerks }) =>
      clerks === null ? changes : [clock(clerks.staff.shift.to)],
    );
    const doors = this.#hours.periods.map(({ to }) => to);
    return [...new Set([...times, ...doors])].filter(
      (time) => time >= this.#hours.opens && time < this.#hours.closes,
    );
  }

  /** Those who wait for any of the groups that may serve somebody, or in the same line. */
  #rivalsOf(person: Person): Person[] {
    return this.#waiting.filter((other) => this.#competes(person, other));
  }

  #competes(person: Errand, other: Errand): boolean {
    const groups = groupsFor(this.#groups, person);
    return (
      groupsFor(this.#groups, other).some((group) => groups.includes(group)) ||
      this.#order.lineOf(person) === this.#order.lineOf(other)
    );
  }

  /** Whether so many places hold everybody who waits, and somebody with company. */
  #fit({ companions }: Person, places: number): boolean {
    const waiting = [...this.#waiting, ...this.#kiosks.line];
    const heads = waiting.reduce((sum, other) => sum + 1 + other.companions, 0);
    return heads + 1 + companions <= places;
  }

  #hasRoom(person: Person): boolean {
    const { seats, standing = Infinity } = this.#scenario.space ?? { seats: Infinity };
    return this.#fit(person, seats + standing);
  }

  #looksAtNumbers({ customer }: Person): boolean {
    const { balks } = this.#scenario.customers[customer]!;
    return balks !== undefined && 'whenNumbersAhead' in balks;
  }

  /** A newcomer who has turned round at the numbers has taken one. */
  #keepNumber(person: Person): void {
    const { now } = this.#sim;
    Object.assign(person, { waitFrom: now, placeFrom: now });
    this.#numbers.give(person);
    this.#numbers.keep(person);
  }

  #sendHome(person: Person, reason: Person['reason']): void {
    const place = this.#waiting.indexOf(person);
    if (place >= 0) this.#waiting.splice(place, 1);
    this.#leave(person, reason);
    person.turn.fire();
  }

  #leave(person: Person, reason: Person['reason']): void {
    person.left = this.#sim.now;
    person.reason = reason;
    person.outcome = OUTCOME_OF[reason];
  }

  /** Whether a newcomer turns round: at the counter whose line is the shortest, or, where lines are by service, at those of all groups that may serve. */
  #balks(person: Person, able: readonly number[], at: Counter | null, ahead: number): boolean {
    const mean = (which: (service: string, customer: string) => boolean): number =>
      meanService(this.#scenario, this.#model, which);
    const competes = (service: string, customer: string): boolean =>
      anyGroup(this.#groups, { service, customer }) &&
      this.#competes(person, { service, customer });
    const guess = (): number =>
      at === null
        ? (ahead * mean(competes)) / Math.max(1, this.#counters.open(able))
        : ahead * mean(this.#groups[at.group]!.serves);
    const chance = balkChance(this.#scenario, person.customer, {
      waiting: this.#waiting.length,
      numbersAhead: this.#numbers.ahead(person),
      guessedWait: guess,
    });
    return this.#draws.happens.balk(person.row, chance);
  }
}
