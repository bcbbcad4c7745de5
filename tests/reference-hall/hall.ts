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
import { balkChance, willingAt } from './choices.js';
import { Crew } from './crew.js';
import { CounterLines } from './counter-lines.js';
import { Draws } from './draws.js';
import { rank } from './order.js';
import { endOfWork, type Place, placesOf } from './outages.js';
import { type Counter, peopleOf, type Person, visitOf } from './person.js';

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
  readonly #people: readonly Person[];
  readonly #groups: readonly Group[];
  /** Who is served at each counter of each group. */
  readonly #atCounter: readonly (Person | null)[][];
  readonly #crew: Crew;
  /** `null` where free counters look at all lines of their skills. */
  readonly #lines: CounterLines | null;
  /** Counters of each group that the roster has opened. */
  readonly #levels: number[];
  readonly #atKiosk: (Person | null)[];
  /** Counters and kiosks that break down, and which of them are so. */
  readonly #places: readonly Place[];
  readonly #down = new Set<Place>();
  /** Counters beyond the roster of each group; `null` where none open. */
  readonly #extras: readonly (Extras | null)[];
  /** Who waits for a counter, and who for a kiosk, in the order they joined. */
  readonly #waiting: Person[] = [];
  readonly #kioskLine: Person[] = [];
  readonly #hours: ReturnType<typeof openingHours>;
  #closed = false;

  constructor(scenario: Scenario, model: HallModel, demand: Demand) {
    this.#scenario = scenario;
    this.#model = model;
    this.#hours = openingHours(scenario.day);
    this.#draws = new Draws(model, demand);
    this.#people = peopleOf(model, demand, () => this.#sim.signal('turn', { stays: true }));
    this.#groups = groupsOf(scenario, model.dayType);
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
      hasSatDown: (group, number) =>
        this.#lines?.changeOver({ group: this.#groups.indexOf(group), number }),
      hasLeft: (group, number) =>
        this.#lines?.dissolve({ group: this.#groups.indexOf(group), number }),
    });
    this.#levels = this.#groups.map(() => 0);
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
    const free = this.#inOrder(able).find((group) => this.#hasFree(group));
    const counter = this.#lines?.shortest(able) ?? null;
    const rivals = this.#lines?.ahead(counter, able) ?? this.#rivalsOf(able);
    const held = !Number.isNaN(person.since);
    if (free === undefined && !triesKiosk && !held) {
      if (!this.#hasRoom(person)) return this.#leave(person, 'hall-full');
      if (this.#balks(person, able, counter, rivals.length)) return this.#leave(person, 'line');
    }
    const keepsPlace = this.#scenario.kiosks?.keepsPlace ?? false;
    person.joined = this.#sim.now;
    const ticketed = held ? person.since : person.arrived;
    person.waitFrom = triesKiosk && !keepsPlace ? this.#sim.now : ticketed;
    person.ahead = free === undefined ? rivals.length : 0;
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
      this.#seat(person, free);
    }
    yield* this.#beServed(person);
  }

  /** Time at a counter, which then calls the next. */
  *#beServed(person: Person): Process {
    const { group, counter, row } = person;
    const before = this.#atCounter.slice(0, group).reduce((sum, { length }) => sum + length, 0);
    const { speed, clerks } = this.#groups[group]!;
    const place = rank('counterEnd', before + counter);
    const counterPlace = this.#placeOf(group, counter);
    const sim = this.#sim;
    function* work(minutes: number): Process {
      yield sim.holdUntil(endOfWork(counterPlace, sim.now, minutes), place);
    }
    for (const time of this.#draws.callTimes(row)) yield* work(time);
    person.start = this.#sim.now;
    yield* work(this.#draws.counterTime(row, group) / speed);
    if (this.#draws.happens.error(row, share(clerks?.staff.errors ?? '0%'))) {
      yield* work(this.#draws.secondTime(row, group) / speed);
    }
    person.end = this.#sim.now;
    person.channel = 'counter';
    this.#leave(person, 'none');
    const afterWork = this.#draws.afterWork(row);
    if (afterWork !== null) {
      this.#lines?.changeOver({ group, number: counter });
      yield* work(afterWork / speed);
    }
    this.#extras[group]?.ask();
    this.#atCounter[group]![counter] = null;
    if (this.#groups[group]!.clerks) this.#crew.done(this.#groups[group]!, counter);
    else this.#call(group);
    if (afterWork === null) this.#lines?.changeOver({ group, number: counter });
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
    if (person.stands !== null) this.#lines?.changeOver(person.stands);
  }

  /** The counters of a group, which call whenever the roster or the doors may let them. */
  *#roster(group: number): Process {
    const moments = [...new Set(this.#groups[group]!.changes)].sort((a, b) => a - b);
    for (const time of moments) {
      yield this.#sim.holdUntil(time, rank('roster', group));
      const before = this.#levelOf(group);
      this.#levels[group] = this.#groups[group]!.open!(time);
      this.#extras[group]?.makeRoom();
      const level = this.#levelOf(group);
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
    if (!this.#turnsAway) return;
    for (const person of this.#kioskLine.splice(0)) this.#sendHome(person, 'closing');
  }

  get #turnsAway(): boolean {
    return this.#scenario.day.waitingAtClose === 'turn-away';
  }

  /** Free counters of a group take people out of the line, the best rank first. */
  #call(group: number): void {
    if (this.#lines !== null) {
      for (const number of this.#freeOf(group)) this.#lines.call({ group, number });
      return;
    }
    for (;;) {
      if (!this.#hasFree(group)) return;
      const { serves } = this.#groups[group]!;
      const first = this.#waiting
        .filter(({ service, customer }) => serves(service, customer))
        .sort((a, b) => this.#compare(a, b))[0];
      if (first === undefined) return;
      this.#fetch(first, { group, number: this.#freeOf(group)[0]! });
    }
  }

  /** Strict priority, then the place in the line less the head start, then who came first. */
  #compare(a: Person, b: Person): number {
    const { customers } = this.#scenario;
    const strict = ({ customer }: Person): number =>
      customers[customer]!.priority === 'strict' ? 0 : 1;
    const place = ({ customer, placeFrom }: Person): number => {
      const { headStart = '0 min' } = customers[customer]!;
      return placeFrom - minutes(headStart as string);
    };
    return strict(a) - strict(b) || place(a) - place(b) || a.row - b.row;
  }

  /** Somebody goes from the line to a counter. */
  #fetch(person: Person, { group, number }: Counter): void {
    this.#waiting.splice(this.#waiting.indexOf(person), 1);
    this.#seat(person, group, number);
    person.turn.fire();
  }

  #seat(person: Person, group: number, counter = this.#freeOf(group)[0]!): void {
    this.#atCounter[group]![counter] = person;
    if (this.#groups[group]!.clerks) this.#crew.take(this.#groups[group]!, counter, person);
    Object.assign(person, { group, counter, called: this.#sim.now });
  }

  #hasFree(group: number): boolean {
    return this.#freeOf(group).length > 0;
  }

  /** Numbers of the counters or clerks of a group that may take a customer now, the lowest first. */
  #freeOf(group: number): number[] {
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
      hasOpened: () => {
        this.#call(group);
        lines?.changeOver({ group, number: this.#levelOf(group) - 1 });
      },
      hasClosed: () => lines?.dissolveClosed(),
    });
  }

  #openOf(groups: readonly number[]): number {
    return groups.reduce((sum, number) => {
      const group = this.#groups[number]!;
      return sum + (group.open === null ? this.#crew.open(group) : this.#levelOf(number));
    }, 0);
  }

  /** Groups that serve the fewest combinations of service and class come first; where counters have lines, the first of the file. */
  #inOrder(groups: readonly number[]): readonly number[] {
    if (this.#lines !== null) return groups;
    const reach = (group: number): number => this.#pairs(this.#groups[group]!.serves).length;
    return groups.toSorted((a, b) => reach(a) - reach(b) || a - b);
  }

  #counterLines(): CounterLines {
    const isServing = ({ group, number }: Counter): boolean =>
      this.#atCounter[group]![number]?.outcome === 'inside';
    return new CounterLines({
      scenario: this.#scenario,
      groups: this.#groups,
      waiting: this.#waiting,
      now: () => this.#sim.now,
      compare: (a, b) => this.#compare(a, b),
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
    return happens.willing(person.row, willingAt(this.#scenario, person.customer, this.#sim.now));
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
    const chance = balkChance(this.#scenario, person.customer, this.#waiting.length, guess);
    return this.#draws.happens.balk(person.row, chance);
  }
}
