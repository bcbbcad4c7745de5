import type { Process, Simulation } from '@hallsim/kernel';
import { type KioskService, openingHours, type Scenario, share } from '@hallsim/scenario';
import { willingAt } from './choices.js';
import type { Draws } from './draws.js';
import { outageRank, rank } from './order.js';
import type { Outages } from './outages.js';
import type { Person } from './person.js';

/** What kiosks need to know of the hall. */
interface Around {
  readonly sim: Simulation;
  readonly scenario: Scenario;
  readonly draws: Draws;
  readonly outages: Outages;
  /** A customer goes home, served. */
  readonly finish: (person: Person) => void;
}

/** The kiosks and the line in front of them. */
export class KioskBank {
  readonly #around: Around;
  /** Who waits, in the order they came. */
  readonly line: Person[] = [];
  readonly #at: (Person | null)[];

  constructor(around: Around) {
    this.#around = around;
    this.#at = new Array<null>(around.scenario.kiosks?.count ?? 0).fill(null);
  }

  /** Kiosks call when the doors open. */
  *hours(): Process {
    const { scenario, sim } = this.#around;
    for (const { from } of openingHours(scenario.day).periods) {
      yield sim.holdUntil(from, rank('kioskHours', 0));
      this.call();
    }
  }

  /** Whether somebody wants to go to a kiosk; who has no counter to go to does. */
  attracts(person: Person, nowhereElse: boolean): boolean {
    const { draws, scenario, sim } = this.#around;
    const offer = this.#offer(person);
    if (offer === undefined || this.#at.length === 0) return false;
    if (!draws.happens.eligible(person.row, share(offer.eligible ?? '100%'))) return false;
    if (nowhereElse) return true;
    const willing = willingAt(scenario, offer, person.customer, sim.now);
    return draws.happens.willing(person.row, willing);
  }

  /** Whether somebody who wants to goes to a kiosk: one is free, or the line is short enough and the hall not full. */
  takes(nowhereElse: boolean, hasRoom: boolean): boolean {
    if (this.#free >= 0) return true;
    const { lineUpTo = Infinity } = this.#around.scenario.kiosks!;
    const works = this.#at.some((_, kiosk) => !this.#around.outages.isDown('kiosks', 0, kiosk));
    const short = works && this.line.length < lineUpTo;
    return (nowhereElse || short) && hasRoom;
  }

  *use(person: Person): Process {
    const { draws, finish, outages, scenario, sim } = this.#around;
    this.line.push(person);
    this.call();
    yield person.turn;
    if (person.outcome !== 'inside') return;
    person.turn.reset();
    const kiosk = this.#at.indexOf(person);
    const end = sim.now + draws.kioskTime(person.row);
    const place = outages.place('kiosks', 0, kiosk);
    const outage = place?.down.find(({ from }) => from >= sim.now && from < end);
    yield sim.holdUntil(
      outage?.from ?? end,
      outage === undefined ? rank('kioskEnd', kiosk) : outageRank(place!.rank),
    );
    person.kioskEnd = sim.now;
    this.#at[kiosk] = null;
    this.call();
    if (outage !== undefined) return;
    const { succeeds = scenario.kiosks!.succeeds ?? '100%' } = this.#offer(person)!;
    if (!draws.happens.success(person.row, share(succeeds))) return;
    person.channel = 'kiosk';
    finish(person);
  }

  /** Free kiosks take people out of the line. */
  call(): void {
    while (this.#free >= 0 && this.line.length > 0) {
      const person = this.line.shift()!;
      this.#at[this.#free] = person;
      person.kioskStart = this.#around.sim.now;
      person.turn.fire();
    }
  }

  #offer({ service }: Person): KioskService | undefined {
    const offers = this.#around.scenario.kiosks?.services;
    return offers?.[service] ?? offers?.['*'];
  }

  /** The lowest number of a free kiosk that may start; -1 when there is none. */
  get #free(): number {
    const { outages, scenario, sim } = this.#around;
    const { closes, periods } = openingHours(scenario.day);
    const { now } = sim;
    const open = now >= closes || periods.some(({ from, to }) => from <= now && now < to);
    if (!open) return -1;
    return this.#at.findIndex(
      (person, kiosk) => person === null && !outages.isDown('kiosks', 0, kiosk),
    );
  }
}
