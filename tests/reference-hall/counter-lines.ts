import { type Scenario, share } from '@hallsim/scenario';
import { type Group, groupsFor } from './groups.js';
import type { Counter, Person } from './person.js';

/** What lines at counters need to know of the hall. */
interface Around {
  readonly scenario: Scenario;
  readonly groups: readonly Group[];
  /** Everybody who waits. */
  readonly waiting: readonly Person[];
  readonly now: () => number;
  /** Who of these is called. */
  readonly first: (people: readonly Person[]) => Person | undefined;
  /** Whether a customer has been called by the counter and is still there. */
  readonly isServing: (counter: Counter) => boolean;
  readonly isFree: (counter: Counter) => boolean;
  readonly isOpen: (counter: Counter) => boolean;
  /** Whether a counter goes on being open after this moment. */
  readonly stays: (counter: Counter) => boolean;
  readonly isDown: (counter: Counter) => boolean;
  readonly changes: (person: Person, chance: number) => boolean;
  /** Somebody goes from the line to a counter. */
  readonly fetch: (person: Person, counter: Counter) => void;
}

const same = (a: Counter | null, b: Counter | null): boolean =>
  a?.group === b?.group && a?.number === b?.number;

/** Lines at counters told a second time: whoever waits knows at which counter, and whoever has to choose looks at all of them. */
export class CounterLines {
  readonly #around: Around;
  readonly #counters: readonly Counter[];

  constructor(around: Around) {
    this.#around = around;
    this.#counters = around.groups.flatMap(({ count }, group) =>
      Array.from({ length: count }, (_, number) => ({ group, number })),
    );
  }

  /** The open counter of these groups that works and has the fewest people, of several the first; `null` when there is none. */
  shortest(groups: readonly number[]): Counter | null {
    const open = this.#counters.filter(
      (counter) => groups.includes(counter.group) && this.#attracts(counter),
    );
    return open.sort((a, b) => this.#people(a) - this.#people(b))[0] ?? null;
  }

  /** Whom a newcomer finds before them at a counter, or among those who stand at none. */
  ahead(counter: Counter | null, groups: readonly number[]): Person[] {
    if (counter !== null) return this.#calledBy(counter);
    return this.#at(null).filter((person) =>
      groupsFor(this.#around.groups, person).some((group) => groups.includes(group)),
    );
  }

  /** A free counter takes the first of its line and of those who stand at none. */
  call(counter: Counter): void {
    const first = this.#around.first(this.#calledBy(counter));
    if (first !== undefined) this.#around.fetch(first, counter);
  }

  /** The people of a counter go where newcomers would. */
  dissolve(counter: Counter): void {
    const { groups, isFree, fetch, now, stays } = this.#around;
    const people = this.#at(counter).sort((a, b) => a.placeFrom - b.placeFrom || a.row - b.row);
    for (const person of people) {
      const able = groupsFor(groups, person);
      const free = this.#counters.find(
        (other) => able.includes(other.group) && isFree(other) && stays(other),
      );
      if (free !== undefined) {
        fetch(person, free);
        continue;
      }
      person.stands = this.shortest(able);
      person.placeFrom = person.stands === null ? person.waitFrom : now();
    }
  }

  dissolveClosed(): void {
    for (const counter of this.#counters) {
      if (!this.#around.isOpen(counter)) this.dissolve(counter);
    }
  }

  /** A counter has fewer people than before: those who stand last in longer lines change over to it. */
  changeOver(counter: Counter): void {
    const { changes, fetch, groups, isFree, isOpen, now, scenario } = this.#around;
    const { difference, chance = '100%' } = scenario.rules?.jockeying ?? { difference: Infinity };
    if (!this.#attracts(counter)) return;
    for (;;) {
      const longer = this.#counters
        .filter((other) => isOpen(other) && this.#at(other).length > 0)
        .filter((other) => this.#people(other) >= this.#people(counter) + difference)
        .sort((a, b) => this.#people(b) - this.#people(a));
      const last = longer
        .map((other) => this.#lastOf(other))
        .find(
          (person) =>
            groupsFor(groups, person).includes(counter.group) && changes(person, share(chance)),
        );
      if (last === undefined) return;
      const from = last.stands!;
      if (isFree(counter)) fetch(last, counter);
      else Object.assign(last, { stands: counter, placeFrom: now() });
      this.changeOver(from);
    }
  }

  #attracts(counter: Counter): boolean {
    return this.#around.isOpen(counter) && !this.#around.isDown(counter);
  }

  #lastOf(counter: Counter): Person {
    const people = this.#at(counter);
    return people.sort((a, b) => a.placeFrom - b.placeFrom || a.row - b.row).at(-1)!;
  }

  #at(counter: Counter | null): Person[] {
    return this.#around.waiting.filter(({ stands }) => same(stands, counter));
  }

  #calledBy(counter: Counter): Person[] {
    const { groups, waiting } = this.#around;
    return waiting.filter(
      ({ stands, service, customer }) =>
        same(stands, counter) ||
        (stands === null && groups[counter.group]!.serves(service, customer)),
    );
  }

  #people(counter: Counter): number {
    return this.#at(counter).length + (this.#around.isServing(counter) ? 1 : 0);
  }
}
