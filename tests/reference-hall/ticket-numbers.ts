import type { Person } from './person.js';

/** The numbers of a day told a second time: each line has a series, and a number stays until it is called. */
export class TicketNumbers {
  readonly #lineOf: (person: Person) => string;
  readonly #numberOf: Map<Person, number> = new Map();
  readonly #given: Map<string, number> = new Map();
  readonly #called: Map<string, number> = new Map();
  /** Whose owners have gone, and that are still to be called. */
  readonly #gone: Person[] = [];

  constructor(lineOf: (person: Person) => string) {
    this.#lineOf = lineOf;
  }

  give(person: Person): void {
    const line = this.#lineOf(person);
    const number = (this.#given.get(line) ?? 0) + 1;
    this.#given.set(line, number);
    this.#numberOf.set(person, number);
  }

  call(person: Person): void {
    this.#called.set(this.#lineOf(person), this.#numberOf.get(person)!);
  }

  /** Numbers between the one that a newcomer would take and the one called last. */
  ahead(person: Person): number {
    const line = this.#lineOf(person);
    return (this.#given.get(line) ?? 0) - (this.#called.get(line) ?? 0);
  }

  /** Somebody goes, and the number is called all the same. */
  keep(person: Person): void {
    this.#gone.push(person);
  }

  /** Numbers without an owner that a counter may call. */
  without(serves: (service: string, customer: string) => boolean): Person[] {
    return this.#gone.filter(({ service, customer }) => serves(service, customer));
  }

  /** A number without an owner has been called. */
  strike(person: Person): boolean {
    const at = this.#gone.indexOf(person);
    if (at >= 0) this.#gone.splice(at, 1);
    return at >= 0;
  }
}
