import { type Process, Simulation } from '@hallsim/kernel';
import type { Demand, HallModel } from '@hallsim/hall';
import { type KioskService, minutes, openingHours, type Scenario, share } from '@hallsim/scenario';
import { type Desk, desksAble, desksOf } from '../desks.js';
import type { Visit } from '../observed-day.js';
import { balkChance, willingAt } from './choices.js';
import { Draws } from './draws.js';
import { rank } from './order.js';
import { peopleOf, type Person, visitOf } from './person.js';

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
};

class ReferenceHall {
  readonly #model: HallModel;
  readonly #scenario: Scenario;
  readonly #sim = new Simulation();
  readonly #draws: Draws;
  readonly #people: readonly Person[];
  readonly #desks: readonly Desk[];
  /** Who is served at each counter of each group. */
  readonly #atCounter: readonly (Person | null)[][];
  readonly #atKiosk: (Person | null)[];
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
    this.#desks = desksOf(scenario, model, null);
    this.#atCounter = model.groups.map(({ count }) => new Array<null>(count).fill(null));
    this.#atKiosk = new Array<null>(scenario.kiosks?.count ?? 0).fill(null);
  }

  run(): Visit[] {
    const sim = this.#sim;
    sim.start(this.#kioskHours());
    this.#desks.forEach((_, group) => sim.start(this.#roster(group)));
    for (const person of this.#people) sim.start(this.#customer(person));
    sim.start(this.#closing());
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
    const able = desksAble(this.#desks, person);
    if (able.length === 0) return this.#leave(person, 'no-counter');
    if (this.#closed && this.#turnsAway) return this.#leave(person, 'closing');
    if (this.#closed && this.#openOf(able) === 0) return this.#leave(person, 'no-counter');
    const free = this.#bySpecialisation(able).find((group) => this.#hasFree(group));
    const rivals = this.#rivalsOf(able);
    const held = !Number.isNaN(person.since);
    if (free === undefined && !triesKiosk && !held && this.#balks(person, able, rivals.length)) {
      return this.#leave(person, 'line');
    }
    const keepsPlace = this.#scenario.kiosks?.keepsPlace ?? false;
    person.joined = this.#sim.now;
    const ticketed = held ? person.since : person.arrived;
    person.waitFrom = triesKiosk && !keepsPlace ? this.#sim.now : ticketed;
    person.ahead = free === undefined ? rivals.length : 0;
    if (free === undefined) {
      this.#waiting.push(person);
      this.#sim.start(this.#patience(person));
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
    const time = this.#draws.counterTime(row) / this.#desks[group]!.speed;
    person.end = this.#sim.now + time;
    yield this.#sim.hold(time, rank('counterEnd', before + counter));
    this.#atCounter[group]![counter] = null;
    person.channel = 'counter';
    this.#leave(person, 'none');
    this.#call(group);
  }

  *#useKiosk(person: Person): Process {
    this.#kioskLine.push(person);
    this.#callToKiosks();
    yield person.turn;
    if (person.outcome !== 'inside') return;
    person.turn.reset();
    const kiosk = this.#atKiosk.indexOf(person);
    yield this.#sim.hold(this.#draws.kioskTime(person.row), rank('kioskEnd', kiosk));
    person.kioskEnd = this.#sim.now;
    this.#atKiosk[kiosk] = null;
    this.#callToKiosks();
    const { succeeds = this.#scenario.kiosks!.succeeds ?? '100%' } = this.#kioskOffer(person)!;
    if (!this.#draws.happens.success(person.row, share(succeeds))) return;
    person.channel = 'kiosk';
    this.#leave(person, 'none');
  }

  *#patience(person: Person): Process {
    const patience = this.#draws.patience(person.row);
    if (patience === Infinity) return;
    yield this.#sim.hold(patience, rank('patience', person.row));
    if (this.#waiting.includes(person)) this.#sendHome(person, 'patience');
  }

  /** The counters of a group, which call whenever the roster or the doors may let them. */
  *#roster(group: number): Process {
    const moments = [...new Set(this.#desks[group]!.changes)].sort((a, b) => a - b);
    for (const time of moments) {
      yield this.#sim.holdUntil(time, rank('roster', 1 + group));
      this.#call(group);
    }
  }

  *#kioskHours(): Process {
    for (const { from } of this.#hours.periods) {
      yield this.#sim.holdUntil(from, rank('roster', 0));
      this.#callToKiosks();
    }
  }

  *#closing(): Process {
    yield this.#sim.holdUntil(this.#hours.closes, rank('closing', 0));
    this.#closed = true;
    for (const person of [...this.#waiting]) {
      if (this.#turnsAway) this.#sendHome(person, 'closing');
      else if (this.#openOf(desksAble(this.#desks, person)) === 0) {
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
    for (;;) {
      if (!this.#hasFree(group)) return;
      const { serves } = this.#desks[group]!;
      const first = this.#waiting
        .filter(({ service, customer }) => serves(service, customer))
        .sort((a, b) => this.#compare(a, b))[0];
      if (first === undefined) return;
      this.#waiting.splice(this.#waiting.indexOf(first), 1);
      this.#seat(first, group);
      first.turn.fire();
    }
  }

  /** Strict priority, then the place in the line less the head start, then who came first. */
  #compare(a: Person, b: Person): number {
    const { customers } = this.#scenario;
    const strict = ({ customer }: Person): number =>
      customers[customer]!.priority === 'strict' ? 0 : 1;
    const place = ({ customer, waitFrom }: Person): number => {
      const { headStart = '0 min' } = customers[customer]!;
      return waitFrom - minutes(headStart as string);
    };
    return strict(a) - strict(b) || place(a) - place(b) || a.row - b.row;
  }

  #seat(person: Person, group: number): void {
    const counter = this.#atCounter[group]!.indexOf(null);
    this.#atCounter[group]![counter] = person;
    Object.assign(person, { group, counter, start: this.#sim.now });
  }

  #hasFree(group: number): boolean {
    const busy = this.#atCounter[group]!.filter((person) => person !== null).length;
    return busy < this.#desks[group]!.open(this.#sim.now);
  }

  #openOf(groups: readonly number[]): number {
    return groups.reduce((sum, group) => sum + this.#desks[group]!.open(this.#sim.now), 0);
  }

  /** Groups that serve the fewest combinations of service and class come first. */
  #bySpecialisation(groups: readonly number[]): number[] {
    const reach = (group: number): number => this.#pairs(this.#desks[group]!.serves).length;
    return groups.toSorted((a, b) => reach(a) - reach(b) || a - b);
  }

  /** Those who wait for any of these groups. */
  #rivalsOf(groups: readonly number[]): Person[] {
    return this.#waiting.filter((other) =>
      desksAble(this.#desks, other).some((group) => groups.includes(group)),
    );
  }

  #goesToKiosk(person: Person): boolean {
    const { kiosks } = this.#scenario;
    const offer = this.#kioskOffer(person);
    if (kiosks === undefined || kiosks.count === 0 || offer === undefined) return false;
    const { happens } = this.#draws;
    if (!happens.eligible(person.row, share(offer.eligible ?? '100%'))) return false;
    if (desksAble(this.#desks, person).length === 0) return true;
    const willing = willingAt(this.#scenario, person.customer, this.#sim.now);
    const short = this.#kioskLine.length < (kiosks.lineUpTo ?? Infinity);
    return happens.willing(person.row, willing) && (this.#freeKiosk >= 0 || short);
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
    return open ? this.#atKiosk.indexOf(null) : -1;
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
      groups.some((group) => this.#desks[group]!.serves(service, customer)),
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

  #balks(person: Person, able: readonly number[], ahead: number): boolean {
    const guess = (): number => (ahead * this.#meanService(able)) / Math.max(1, this.#openOf(able));
    const chance = balkChance(this.#scenario, person.customer, this.#waiting.length, guess);
    return this.#draws.happens.balk(person.row, chance);
  }
}
