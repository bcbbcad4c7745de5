import { type Process, Simulation } from '@hallsim/kernel';
import type { Demand, HallModel } from '@hallsim/hall';
import {
  clock,
  counterGroups,
  isCounterPool,
  type KioskService,
  minutes,
  openingHours,
  type Scenario,
  share,
} from '@hallsim/scenario';
import { Extras } from './extras.js';
import { type Group, groupsFor, groupsOf, type Room } from './groups.js';
import type { Visit } from '../observed-day.js';
import { CallingOrder } from './calling-order.js';
import { balkChance, willingAt } from './choices.js';
import { Crew } from './crew.js';
import { CounterLines } from './counter-lines.js';
import { Draws } from './draws.js';
import { rank } from './order.js';
import { endOfWork, leftOfWork, type Place, placesOf } from './outages.js';
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

class ReferenceHall {
  readonly #model: HallModel;
  readonly #scenario: Scenario;
  readonly #sim = new Simulation();
  readonly #draws: Draws;
  readonly #order: CallingOrder;
  readonly #numbers: TicketNumbers;
  readonly #people: readonly Person[];
  readonly #groups: readonly Group[];
  /** Who is served at each counter of each group. */
  readonly #atCounter: readonly (Person | null)[][];
  readonly #crew: Crew;
  /** `null` where free counters look at all lines of their skills. */
  readonly #lines: CounterLines | null;
  /** Counters of each group that the roster has opened. */
  readonly #levels: number[];
  /** Since when each counter of each group has been free; for ever, at first. */
  readonly #idleSince: readonly number[][];
  readonly #atKiosk: (Person | null)[];
  /** Counters and kiosks that break down, and which of them are so. */
  readonly #places: readonly Place[];
  readonly #down = new Set<Place>();
  /** Counters beyond the roster of each group; `null` where none open. */
  readonly #extras: readonly (Extras | null)[];
  /** Who waits for a counter, and who for a kiosk, in the order they joined. */
  readonly #waiting: Person[] = [];
  readonly #kioskLine: Person[] = [];
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
    this.#atCounter = this.#groups.map(({ count }) => new Array<null>(count).fill(null));
    this.#crew = new Crew({
      sim: this.#sim,
      scenario,
      groups: this.#groups,
      isClosed: () => this.#closed,
      isAbsent: ({ id, clerks }, number) =>
        this.#draws.isAbsent(id, number, share(clerks!.staff.absent ?? '0%')),
      isDown: (room, desk) => this.#isDown('room', this.#rooms.indexOf(room), desk),
      call: (group) => this.#call(this.#groups.indexOf(group)),
      breakOff: (group, number) => this.#breakOff(this.#groups.indexOf(group), number),
      offerHandedOver: () => this.#offerHandedOver(),
      hasSatDown: (group, number) =>
        this.#lines?.changeOver({ group: this.#groups.indexOf(group), number }),
      hasLeft: (group, number) =>
        this.#lines?.dissolve({ group: this.#groups.indexOf(group), number }),
    });
    this.#levels = this.#groups.map(() => 0);
    this.#idleSince = this.#groups.map(({ count }) => new Array<number>(count).fill(-Infinity));
    this.#lines = scenario.rules?.queues === 'per-counter' ? this.#counterLines() : null;
    this.#places = placesOf(scenario, this.#draws);
    this.#extras = this.#groups.map((_, group) => this.#extrasOf(group));
    this.#atKiosk = new Array<null>(scenario.kiosks?.count ?? 0).fill(null);
  }

  run(): Visit[] {
    const sim = this.#sim;
    sim.start(this.#kioskHours());
    for (const place of this.#places) sim.start(this.#outages(place));
    for (const extras of this.#extras) extras?.start();
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
    const triesKiosk = this.#goesToKiosk(person);
    if (triesKiosk) {
      yield* this.#useKiosk(person);
      if (person.outcome !== 'inside') return;
    }
    const able = groupsFor(this.#groups, person);
    if (able.length === 0 && !triesKiosk && this.#wantsKiosk(person)) {
      return this.#leave(person, 'hall-full');
    }
    if (able.length === 0) return this.#leave(person, 'no-counter');
    if (this.#closed && this.#turnsAway) return this.#leave(person, 'closing');
    if (this.#closed && this.#openOf(able) === 0) return this.#leave(person, 'no-counter');
    const free = this.#inOrder(able.filter((group) => this.#hasFree(group)))[0];
    const counter = this.#lines?.shortest(able) ?? null;
    const rivals = this.#lines?.ahead(counter, able) ?? this.#rivalsOf(able);
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
      for (const group of able) this.#extras[group]?.ask();
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
    const { group, counter, row } = person;
    const { speed, clerks } = this.#groups[group]!;
    const stay = person.stay!;
    for (const time of this.#draws.callTimes(row)) {
      yield* this.#work(stay, time);
      if (person.stay !== stay) return;
    }
    if (Number.isNaN(person.start)) person.start = this.#sim.now;
    stay.serves = true;
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
    const end = endOfWork(this.#placeOf(stay.group, stay.number), now, time);
    yield this.#sim.holdUntil(end, this.#endRank(stay.group, stay.number));
  }

  /** A counter closes under its customer, and the rule of the hall does not let it finish. Returns whether it has nobody any more. */
  #breakOff(group: number, counter: number): boolean {
    const person = this.#atCounter[group]![counter]!;
    const rule = this.#scenario.rules?.atShiftEnd ?? 'finish-customer';
    if (rule === 'finish-customer' || this.#closed || person.outcome !== 'inside') return false;
    const { from, minutes: time, serves } = person.stay!;
    const { now } = this.#sim;
    if (serves) person.end = now;
    person.stay = null;
    this.#atCounter[group]![counter] = null;
    if (rule === 'stop') {
      this.#leave(person, 'shift-end');
    } else {
      const left = leftOfWork(this.#placeOf(group, counter), from, time, now);
      if (serves) person.rest = left * this.#groups[group]!.speed;
      this.#handedOver.push(person);
    }
    return true;
  }

  /** Whoever was handed over goes on where a counter is free that does not close too. */
  #offerHandedOver(): void {
    for (const person of [...this.#handedOver]) {
      const able = groupsFor(this.#groups, person).filter(
        (group) => this.#hasFree(group) && this.#keepsFree(group),
      );
      const group = this.#inOrder(able)[0];
      if (group !== undefined) this.#takeOver(person, group);
    }
  }

  #takeOver(person: Person, group: number, counter?: number): void {
    this.#handedOver.splice(this.#handedOver.indexOf(person), 1);
    this.#seat(person, group, counter);
    this.#sim.start(this.#beServed(person));
  }

  /** The first of those handed over whom a group may serve. */
  #firstHandedOver(group: number): Person | undefined {
    return this.#handedOver.find(({ service, customer }) =>
      this.#groups[group]!.serves(service, customer),
    );
  }

  /** Whether a free counter of a group is open after this moment too. */
  #keepsFree(group: number): boolean {
    const { clerks, open } = this.#groups[group]!;
    if (clerks !== null) return this.#crew.stays(this.#groups[group]!);
    const level = open!(this.#sim.now) + (this.#extras[group]?.open ?? 0);
    if (this.#lines !== null) return this.#freeOf(group).some((number) => number < level);
    return this.#busy(group) < level;
  }

  /** Counters in excess of the roster break off, the highest numbers first; a closure in between is no end of a shift. */
  #breakOffExcess(group: number): void {
    const { now } = this.#sim;
    const people = this.#atCounter[group]!;
    const level = this.#levelOf(group);
    const { periods } = this.#hours;
    if (periods.slice(1).some(({ from }, i) => periods[i]!.to <= now && now < from)) return;
    for (let number = people.length - 1; number >= 0; number--) {
      if (this.#lines === null ? this.#busy(group) <= level : number < level) break;
      if (people[number] === null || !this.#breakOff(group, number)) continue;
      this.#idleSince[group]![number] = now;
    }
    this.#offerHandedOver();
  }

  *#useKiosk(person: Person): Process {
    this.#kioskLine.push(person);
    this.#callToKiosks();
    yield person.turn;
    if (person.outcome !== 'inside') return;
    person.turn.reset();
    const kiosk = this.#atKiosk.indexOf(person);
    const end = this.#sim.now + this.#draws.kioskTime(person.row);
    const place = this.#places.find(({ what, number }) => what === 'kiosks' && number === kiosk);
    const outage = place?.down.find(({ from }) => from >= this.#sim.now && from < end);
    yield this.#sim.holdUntil(
      outage?.from ?? end,
      outage === undefined ? rank('kioskEnd', kiosk) : rank('outage', place!.rank),
    );
    person.kioskEnd = this.#sim.now;
    this.#atKiosk[kiosk] = null;
    this.#callToKiosks();
    if (outage !== undefined) return;
    const { succeeds = this.#scenario.kiosks!.succeeds ?? '100%' } = this.#kioskOffer(person)!;
    if (!this.#draws.happens.success(person.row, share(succeeds))) return;
    person.channel = 'kiosk';
    this.#leave(person, 'none');
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
      const before = this.#levelOf(group);
      const roster = this.#levels[group];
      this.#levels[group] = this.#groups[group]!.open!(time);
      this.#extras[group]?.makeRoom();
      const level = this.#levelOf(group);
      // a counter that has closed beyond the roster finishes its customer until the roster changes
      const opens = this.#hours.periods.slice(1).some(({ from }) => from === time);
      if (opens || roster !== this.#levels[group]) this.#breakOffExcess(group);
      this.#call(group);
      for (let number = before; number < level; number++) {
        this.#lines?.changeOver({ group, number });
      }
    }
  }

  /** A counter or a kiosk breaks down, and works again. */
  *#outages(place: Place): Process {
    const { what, of, number } = place;
    for (const { from, to } of place.down) {
      yield this.#sim.holdUntil(from, rank('outage', place.rank));
      this.#down.add(place);
      if (what === 'room') this.#crew.breakDown(this.#rooms[of]!, number);
      yield this.#sim.holdUntil(to, rank('outage', place.rank));
      this.#down.delete(place);
      if (what === 'room') this.#crew.mend(this.#rooms[of]!, number);
      else if (what === 'kiosks') this.#callToKiosks();
      else if (this.#atCounter[of]![number] === null) {
        this.#idleSince[of]![number] = to;
        this.#call(of);
        this.#lines?.changeOver({ group: of, number });
      }
    }
  }

  *#kioskHours(): Process {
    for (const { from } of this.#hours.periods) {
      yield this.#sim.holdUntil(from, rank('kioskHours', 0));
      this.#callToKiosks();
    }
  }

  *#closing(): Process {
    yield this.#sim.holdUntil(this.#hours.closes, rank('closing', 0));
    this.#closed = true;
    this.#crew.close();
    for (const extras of this.#extras) extras?.close();
    for (const person of [...this.#waiting]) {
      if (this.#turnsAway) this.#sendHome(person, 'closing');
      else if (this.#openOf(groupsFor(this.#groups, person)) === 0) {
        this.#sendHome(person, 'no-counter');
      }
    }
    for (const person of this.#handedOver.splice(0)) {
      const stays = !this.#turnsAway && this.#openOf(groupsFor(this.#groups, person)) > 0;
      if (stays) this.#handedOver.push(person);
      else this.#leave(person, this.#turnsAway ? 'closing' : 'no-counter');
    }
    if (!this.#turnsAway) return;
    for (const person of this.#kioskLine.splice(0)) this.#sendHome(person, 'closing');
  }

  get #turnsAway(): boolean {
    return this.#scenario.day.waitingAtClose === 'turn-away';
  }

  /** Free counters of a group take people out of the line, the best rank first. */
  #call(group: number): void {
    if (this.#lines !== null) {
      for (const number of this.#freeOf(group)) {
        const handed = this.#firstHandedOver(group);
        if (handed === undefined) this.#lines.call({ group, number });
        else this.#takeOver(handed, group, number);
      }
      return;
    }
    for (;;) {
      if (!this.#hasFree(group)) return;
      const handed = this.#firstHandedOver(group);
      if (handed !== undefined) {
        this.#takeOver(handed, group);
        continue;
      }
      const { serves } = this.#groups[group]!;
      const able = this.#waiting.filter(({ service, customer }) => serves(service, customer));
      const first = this.#order.first([...able, ...this.#numbers.without(serves)], this.#sim.now);
      if (first === undefined) return;
      this.#numbers.call(first);
      if (this.#numbers.strike(first)) {
        this.#callInVain(first, group);
        continue;
      }
      this.#fetch(first, { group, number: this.#freeOf(group)[0]! });
    }
  }

  /** A number whose owner has gone takes a free counter some time. */
  #callInVain(person: Person, group: number): void {
    const { absent = '0 min' } = this.#scenario.rules?.calling ?? {};
    if (minutes(absent) === 0) return;
    const counter = this.#freeOf(group)[0]!;
    this.#occupy(person, group, counter);
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

  #seat(person: Person, group: number, counter = this.#freeOf(group)[0]!): void {
    this.#occupy(person, group, counter);
    const called = Number.isNaN(person.called) ? this.#sim.now : person.called;
    Object.assign(person, { group, counter, called, stay: stayAt(group, counter) });
  }

  #occupy(person: Person, group: number, counter: number): void {
    this.#atCounter[group]![counter] = person;
    if (this.#groups[group]!.clerks) this.#crew.take(this.#groups[group]!, counter, person);
  }

  #becomeFree(group: number, counter: number): void {
    this.#extras[group]?.ask();
    this.#atCounter[group]![counter] = null;
    this.#idleSince[group]![counter] = this.#sim.now;
    if (this.#groups[group]!.clerks) this.#crew.done(this.#groups[group]!, counter);
    else this.#call(group);
  }

  /** Rank of what ends at a counter. */
  #endRank(group: number, counter: number): number {
    const before = this.#atCounter.slice(0, group).reduce((sum, { length }) => sum + length, 0);
    return rank('counterEnd', before + counter);
  }

  #hasFree(group: number): boolean {
    return this.#freeOf(group).length > 0;
  }

  /** Numbers of the counters or clerks of a group that may take a customer now, in the order in which they do: the lowest first, or who has been idle longest. */
  #freeOf(group: number): number[] {
    const free = this.#openAndIdle(group);
    if (this.#scenario.rules?.freeCounter !== 'longest-idle') return free;
    return free.sort((a, b) => this.#idleFrom(group, a) - this.#idleFrom(group, b) || a - b);
  }

  #openAndIdle(group: number): number[] {
    if (this.#groups[group]!.open === null) return this.#crew.free(this.#groups[group]!);
    const idle = this.#idle(group).filter((number) => !this.#extras[group]?.isSetUp(number));
    if (this.#lines !== null) return idle.filter((number) => number < this.#levelOf(group));
    return this.#busy(group) < this.#levelOf(group) ? idle : [];
  }

  /** Counters without names that are open: those of the roster, and those beyond it. */
  #levelOf(group: number): number {
    return this.#levels[group]! + (this.#extras[group]?.open ?? 0);
  }

  #busy(group: number): number {
    return this.#atCounter[group]!.filter((person) => person !== null).length;
  }

  /** Numbers of the counters of a group that work and have nobody. */
  #idle(group: number): number[] {
    return this.#atCounter[group]!.flatMap((person, number) =>
      person === null && !this.#isDown('counters', group, number) ? [number] : [],
    );
  }

  get #rooms(): readonly Room[] {
    return [...new Set(this.#groups.flatMap(({ clerks }) => (clerks ? [clerks.room] : [])))];
  }

  #isDown(what: Place['what'], of: number, number: number): boolean {
    return [...this.#down].some(
      (one) => one.what === what && one.of === of && one.number === number,
    );
  }

  /** Where a counter, or a clerk, of a group is, if it may break down there. */
  #placeOf(group: number, counter: number): Place | undefined {
    const own = this.#groups[group]!;
    const what = own.clerks ? 'room' : 'counters';
    const of = own.clerks ? this.#rooms.indexOf(own.clerks.room) : group;
    const at = own.clerks ? this.#crew.deskOf(own, counter) : counter;
    return this.#places.find((one) => one.what === what && one.of === of && one.number === at);
  }

  #extrasOf(group: number): Extras | null {
    const { id, count, open, serves } = this.#groups[group]!;
    if (isCounterPool(this.#scenario.counters)) return null;
    const { elastic } = counterGroups(this.#scenario)[id] ?? {};
    if (elastic === undefined || open === null) return null;
    const lines = this.#lines;
    const waitsFor = ({ stands, service, customer }: Person): boolean =>
      lines === null || stands === null ? serves(service, customer) : stands.group === group;
    return new Extras({
      sim: this.#sim,
      scenario: this.#scenario,
      elastic,
      group,
      count,
      roster: () => this.#levels[group]!,
      waiting: () => this.#waiting.filter(waitsFor).map(({ waitFrom }) => waitFrom),
      isClosing: () =>
        lines === null
          ? this.#busy(group) > this.#levelOf(group)
          : this.#atCounter[group]![this.#levelOf(group)] !== null,
      next: (settingUp) => {
        const idle = this.#idle(group);
        if (lines === null) return idle.findLast((number) => !settingUp.includes(number));
        return idle.find((number) => number === this.#levelOf(group) + settingUp.length);
      },
      isClosed: () => this.#closed,
      isReleased: (counter) => {
        if (this.#isDown('counters', group, counter)) return;
        this.#idleSince[group]![counter] = this.#sim.now;
      },
      hasOpened: () => {
        this.#call(group);
        lines?.changeOver({ group, number: this.#levelOf(group) - 1 });
      },
      hasClosed: () => lines?.dissolveClosed(),
    });
  }

  /** Since when a free counter has been so. */
  #idleFrom(group: number, number: number): number {
    const { clerks } = this.#groups[group]!;
    if (clerks !== null) return this.#crew.idleSince(this.#groups[group]!, number);
    return this.#idleSince[group]![number]!;
  }

  #openOf(groups: readonly number[]): number {
    return groups.reduce((sum, number) => {
      const group = this.#groups[number]!;
      return sum + (group.open === null ? this.#crew.open(group) : this.#levelOf(number));
    }, 0);
  }

  /** Groups in the order in which their free counters take somebody. */
  #inOrder(groups: readonly number[]): readonly number[] {
    const first = this.#takesFirst();
    return groups.toSorted((a, b) => first(a) - first(b) || a - b);
  }

  /** For a group a number, the lower the sooner it takes somebody; where counters have lines, all are alike. */
  #takesFirst(): (group: number) => number {
    if (this.#lines !== null) return () => 0;
    switch (this.#scenario.rules?.freeCounter) {
      case 'fixed-order':
        return () => 0;
      case 'fastest':
        return (group) => -this.#groups[group]!.speed;
      case 'longest-idle':
        return (group) => this.#idleFrom(group, this.#freeOf(group)[0] ?? 0);
      case 'specialised-first':
      case undefined:
        // those that serve the fewest combinations of service and class
        return (group) => this.#pairs(this.#groups[group]!.serves).length;
    }
  }

  #counterLines(): CounterLines {
    const isServing = ({ group, number }: Counter): boolean =>
      this.#atCounter[group]![number]?.outcome === 'inside';
    return new CounterLines({
      scenario: this.#scenario,
      groups: this.#groups,
      waiting: this.#waiting,
      now: () => this.#sim.now,
      first: (people) => this.#order.first(people, this.#sim.now),
      isServing,
      isFree: ({ group, number }) => this.#freeOf(group).includes(number),
      isOpen: ({ group, number }) =>
        this.#groups[group]!.clerks === null
          ? number < this.#levelOf(group)
          : this.#crew.isOpen(this.#groups[group]!, number),
      stays: ({ group, number }) => {
        const { clerks, open } = this.#groups[group]!;
        return clerks === null
          ? number < open!(this.#sim.now) + (this.#extras[group]?.open ?? 0)
          : this.#crew.stays(this.#groups[group]!);
      },
      isDown: ({ group, number }) =>
        this.#groups[group]!.clerks === null
          ? this.#isDown('counters', group, number)
          : this.#crew.isDown(this.#groups[group]!, number),
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

  /** Those who wait for any of these groups. */
  #rivalsOf(groups: readonly number[]): Person[] {
    return this.#waiting.filter((other) =>
      groupsFor(this.#groups, other).some((group) => groups.includes(group)),
    );
  }

  #goesToKiosk(person: Person): boolean {
    if (!this.#wantsKiosk(person)) return false;
    if (this.#freeKiosk >= 0) return true;
    const nowhereElse = groupsFor(this.#groups, person).length === 0;
    const { lineUpTo = Infinity } = this.#scenario.kiosks!;
    const works = this.#atKiosk.some((_, kiosk) => !this.#isDown('kiosks', 0, kiosk));
    const short = works && this.#kioskLine.length < lineUpTo;
    return (nowhereElse || short) && this.#hasRoom(person);
  }

  #wantsKiosk(person: Person): boolean {
    const { kiosks } = this.#scenario;
    const offer = this.#kioskOffer(person);
    if (kiosks === undefined || kiosks.count === 0 || offer === undefined) return false;
    const { happens } = this.#draws;
    if (!happens.eligible(person.row, share(offer.eligible ?? '100%'))) return false;
    if (groupsFor(this.#groups, person).length === 0) return true;
    const willing = willingAt(this.#scenario, offer, person.customer, this.#sim.now);
    return happens.willing(person.row, willing);
  }

  /** Whether so many places hold everybody who waits, and somebody with company. */
  #fit({ companions }: Person, places: number): boolean {
    const waiting = [...this.#waiting, ...this.#kioskLine];
    const heads = waiting.reduce((sum, other) => sum + 1 + other.companions, 0);
    return heads + 1 + companions <= places;
  }

  #hasRoom(person: Person): boolean {
    const { seats, standing = Infinity } = this.#scenario.space ?? { seats: Infinity };
    return this.#fit(person, seats + standing);
  }

  #kioskOffer({ service }: Person): KioskService | undefined {
    const offers = this.#scenario.kiosks?.services;
    return offers?.[service] ?? offers?.['*'];
  }

  /** The lowest number of a free kiosk that may start; -1 when there is none. */
  get #freeKiosk(): number {
    const { closes, periods } = this.#hours;
    const { now } = this.#sim;
    const open = now >= closes || periods.some(({ from, to }) => from <= now && now < to);
    if (!open) return -1;
    return this.#atKiosk.findIndex(
      (person, kiosk) => person === null && !this.#isDown('kiosks', 0, kiosk),
    );
  }

  #callToKiosks(): void {
    while (this.#freeKiosk >= 0 && this.#kioskLine.length > 0) {
      const person = this.#kioskLine.shift()!;
      this.#atKiosk[this.#freeKiosk] = person;
      person.kioskStart = this.#sim.now;
      person.turn.fire();
    }
  }

  /** Mean time at a counter of those who may wait for any of these groups, by their shares. */
  #meanService(groups: readonly number[]): number {
    const { demand, services, customers } = this.#scenario;
    const mix = demand.dayTypes?.[this.#model.dayType ?? '']?.mix;
    const pairs = this.#pairs((service, customer) =>
      groups.some((group) => this.#groups[group]!.serves(service, customer)),
    );
    let weight = 0;
    let work = 0;
    for (const [service, customer] of pairs) {
      const shares = customers[customer]!.mix ?? mix;
      const asked = shares ? (shares[service] ?? '0%') : services[service]!.share;
      const part = share(asked) * share(customers[customer]!.share);
      weight += part;
      work += part * this.#model.services.find(({ id }) => id === service)!.time.mean;
    }
    return weight > 0 ? work / weight : 0;
  }

  /** Combinations of a service and a class. */
  #pairs(which: (service: string, customer: string) => boolean): [string, string][] {
    return Object.keys(this.#scenario.services).flatMap((service) =>
      Object.keys(this.#scenario.customers)
        .filter((customer) => which(service, customer))
        .map((customer): [string, string] => [service, customer]),
    );
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
    const guess = (): number =>
      at === null
        ? (ahead * this.#meanService(able)) / Math.max(1, this.#openOf(able))
        : ahead * this.#meanService([at.group]);
    const chance = balkChance(this.#scenario, person.customer, {
      waiting: this.#waiting.length,
      numbersAhead: this.#numbers.ahead(person),
      guessedWait: guess,
    });
    return this.#draws.happens.balk(person.row, chance);
  }
}
