import type { Signal } from '@hallsim/kernel';
import type { Demand, HallModel } from '@hallsim/hall';
import type { Visit } from '../observed-day.js';

/** One counter, or clerk, of the hall. */
export interface Counter {
  readonly group: number;
  readonly number: number;
}

/** A customer at a counter, from the call on. */
export interface Stay extends Counter {
  /** What is being done began at a moment and takes so many minutes; NaN before anything is. */
  from: number;
  minutes: number;
  /** Whether it is the service, not the way to it. */
  serves: boolean;
}

export const stayAt = (group: number, number: number): Stay => ({
  group,
  number,
  from: NaN,
  minutes: NaN,
  serves: false,
});

/** A customer on the way through the hall: the visit as far as it has come. */
export type Person = { -readonly [Key in keyof Visit]: Visit[Key] } & {
  /** From when somebody has waited who held a ticket at the start of the day; NaN for everybody else. */
  readonly since: number;
  /** How many keep company, without a ticket. */
  readonly companions: number;
  /** The counter in whose line somebody stands, where counters have lines; `null` at none. */
  stands: Counter | null;
  /** From when the place in the line counts. */
  placeFrom: number;
  /** What is going on at a counter; another one when somebody else takes over, `null` when nobody has. */
  stay: Stay | null;
  /** Minutes of work at plain speed that are left of a service that was broken off; NaN of none. */
  rest: number;
  /** Whether the service is done over. */
  redone: boolean;
  /** Fired when the customer is called or sent home. */
  readonly turn: Signal;
};

/** The customers of a day, before anything has happened to them. */
export function peopleOf(model: HallModel, demand: Demand, turn: () => Signal): Person[] {
  return Array.from({ length: demand.length }, (_, row) => ({
    row,
    service: model.services[demand.service[row]!]!.id,
    customer: model.customers[demand.customer[row]!]!.id,
    arrived: demand.arrivedAt[row]!,
    since: demand.since?.[row] ?? NaN,
    companions: demand.companions?.[row] ?? 0,
    kioskStart: NaN,
    kioskEnd: NaN,
    joined: NaN,
    waitFrom: NaN,
    start: NaN,
    end: NaN,
    left: NaN,
    called: NaN,
    outcome: 'inside',
    channel: 'none',
    reason: 'none',
    group: -1,
    counter: -1,
    ahead: -1,
    stands: null,
    placeFrom: NaN,
    stay: null,
    rest: NaN,
    redone: false,
    turn: turn(),
  }));
}

/** What has become of somebody, to be laid beside what the hall says. */
export function visitOf(person: Person): Visit {
  const {
    turn: _turn,
    since: _since,
    companions: _companions,
    stands: _stands,
    placeFrom: _from,
    stay: _stay,
    rest: _rest,
    redone: _redone,
    ...visit
  } = person;
  const { called, left } = visit;
  return { ...visit, called: Number.isNaN(called) ? left : called };
}
