import { minutes, type Scenario } from '@hallsim/scenario';
import type { Draws } from './draws.js';
import { anyGroup, type Group, groupsFor, helpersFor } from './groups.js';
import type { Person } from './person.js';

/** Whom a free counter calls of those whom it may call, by the discipline of the file. */
export class CallingOrder {
  readonly #scenario: Scenario;
  readonly #groups: readonly Group[];
  readonly #draws: Draws;
  readonly #byCredit: boolean;
  /** What those have in common who stand in one line, in the order of the file. */
  readonly #lines: string[] = [];
  #calls = 0;

  constructor(scenario: Scenario, groups: readonly Group[], draws: Draws) {
    this.#scenario = scenario;
    this.#groups = groups;
    this.#draws = draws;
    const served = new Set<string>();
    for (const service of Object.keys(scenario.services)) {
      for (const customer of Object.keys(scenario.customers)) {
        if (!anyGroup(groups, { service, customer })) continue;
        served.add(customer);
        const line = this.lineOf({ service, customer });
        if (!this.#lines.includes(line)) this.#lines.push(line);
      }
    }
    this.#byCredit = [...served].some((id) => {
      const { headStart, waitingCounts = 1 } = scenario.customers[id]!;
      return typeof headStart === 'object' || waitingCounts !== 1;
    });
  }

  /** The line of a service and a class: who may be served by the same groups and ranks alike. */
  lineOf({ service, customer }: { readonly service: string; readonly customer: string }): string {
    const {
      headStart = '0 min',
      priority,
      waitingCounts = 1,
    } = this.#scenario.customers[customer]!;
    const able = groupsFor(this.#groups, { service, customer });
    const helpers = helpersFor(this.#groups, { service, customer });
    const fixed = typeof headStart === 'string' ? minutes(headStart) : 0;
    const growth = typeof headStart === 'string' ? [] : changes(steps(headStart));
    return JSON.stringify([able, helpers, priority === 'strict', fixed, waitingCounts, growth]);
  }

  /** The one to be called; `undefined` of nobody. */
  first(people: readonly Person[], now: number): Person | undefined {
    const strict = people.filter((person) => this.#isStrict(person));
    const among = strict.length > 0 ? strict : people;
    switch (this.#scenario.rules?.discipline) {
      case 'last-come-first-served':
        return among.toSorted((a, b) => b.placeFrom - a.placeFrom || b.row - a.row)[0];
      case 'shortest-job': {
        const work = ({ row }: Person): number => this.#draws.plainTime(row);
        return among.toSorted((a, b) => work(a) - work(b) || a.row - b.row)[0];
      }
      case 'random':
        return among.length === 0 ? undefined : this.#anybody(among);
      case 'first-come-first-served':
      case undefined:
        return this.#byCredit ? this.#mostCredit(among, now) : this.#earliest(among);
    }
  }

  #isStrict({ customer }: Person): boolean {
    return this.#scenario.customers[customer]!.priority === 'strict';
  }

  /** The earliest place less the head start. */
  #earliest(people: readonly Person[]): Person | undefined {
    const place = ({ customer, placeFrom }: Person): number => {
      const { headStart = '0 min' } = this.#scenario.customers[customer]!;
      return placeFrom - minutes(headStart as string);
    };
    return people.toSorted((a, b) => place(a) - place(b) || a.row - b.row)[0];
  }

  /** The most credit, of those who are first in their lines. */
  #mostCredit(people: readonly Person[], now: number): Person | undefined {
    const credit = ({ customer, waitFrom }: Person): number => {
      const { headStart = '0 min', waitingCounts = 1 } = this.#scenario.customers[customer]!;
      const waited = now - waitFrom;
      const start =
        typeof headStart === 'string'
          ? minutes(headStart)
          : (steps(headStart).findLast(([after]) => after <= waited)?.[1] ?? 0);
      return waitingCounts * waited + start;
    };
    return people
      .filter((person) => !people.some((other) => this.#standsBefore(other, person)))
      .sort((a, b) => credit(b) - credit(a) || a.waitFrom - b.waitFrom || a.row - b.row)[0];
  }

  #standsBefore(one: Person, other: Person): boolean {
    if (this.#place(one) !== this.#place(other)) return false;
    return (
      one.placeFrom < other.placeFrom || (one.placeFrom === other.placeFrom && one.row < other.row)
    );
  }

  /** Anybody, by a chance of the hall's own for every call. */
  #anybody(people: readonly Person[]): Person {
    const inOrder = people.toSorted(
      (a, b) => this.#place(a) - this.#place(b) || a.placeFrom - b.placeFrom || a.row - b.row,
    );
    return inOrder[Math.floor(this.#draws.callChance(this.#calls++) * inOrder.length)]!;
  }

  /** A number for the list somebody stands in; the lists of a counter come before those of people at none. */
  #place(person: Person): number {
    const line = this.#lines.indexOf(this.lineOf(person));
    return person.stands === null ? this.#lines.length + line : line;
  }
}

const steps = (headStart: Readonly<Record<string, string>>): [number, number][] =>
  Object.entries(headStart).map(([after, credit]) => [minutes(after), minutes(credit)]);

/** The steps that raise the credit. */
const changes = (list: readonly [number, number][]): [number, number][] =>
  list.filter(([, credit], i) => credit !== (i === 0 ? 0 : list[i - 1]![1]));
