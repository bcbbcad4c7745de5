import type { Simulation } from '@hallsim/kernel';
import { counterGroups, isCounterPool, type Scenario } from '@hallsim/scenario';
import type { Crew } from './crew.js';
import { type AroundExtras, Extras } from './extras.js';
import { type Group, type Room, roomsOf } from './groups.js';
import { pairs } from './mean-service.js';
import { rank } from './order.js';
import type { Outages, Place } from './outages.js';
import type { Person } from './person.js';

/** What counters need to know of the hall. */
interface Around {
  readonly sim: Simulation;
  readonly scenario: Scenario;
  readonly groups: readonly Group[];
  readonly outages: Outages;
  readonly crew: Crew;
  /** What counters beyond the roster of a group need to know besides. */
  readonly ofExtras: (
    group: number,
  ) => Pick<AroundExtras, 'hasClosed' | 'hasOpened' | 'isClosed' | 'waiting'>;
}

/** Who is at which counter, which are open, and which of the free ones takes somebody. */
export class Counters {
  readonly #around: Around;
  readonly #rooms: readonly Room[];
  /** Whether each counter has a line. */
  readonly #haveLines: boolean;
  /** Who is served at each counter of each group. */
  readonly #at: readonly (Person | null)[][];
  /** Counters of each group that the roster has opened. */
  readonly #rosters: number[];
  /** Since when each counter of each group has been free; for ever, at first. */
  readonly #idleSince: readonly number[][];
  /** Counters beyond the roster of each group; `null` where none open. */
  readonly #extras: readonly (Extras | null)[];

  constructor(around: Around) {
    const { groups, scenario } = around;
    this.#around = around;
    this.#rooms = roomsOf(groups);
    this.#haveLines = scenario.rules?.queues === 'per-counter';
    this.#at = groups.map(({ count }) => new Array<null>(count).fill(null));
    this.#rosters = groups.map(() => 0);
    this.#idleSince = groups.map(({ count }) => new Array<number>(count).fill(-Infinity));
    this.#extras = groups.map((_, group) => this.#extrasOf(group));
  }

  /** Counters beyond the roster look whether they are needed. */
  start(): void {
    for (const extras of this.#extras) extras?.start();
  }

  /** Somebody has joined a line for a group, or a service has ended. */
  ask(group: number): void {
    this.#extras[group]?.ask();
  }

  close(): void {
    for (const extras of this.#extras) extras?.close();
  }

  /** The clock sets the roster of a group. Returns whether it is another one. */
  setRoster(group: number, time: number): boolean {
    const before = this.#rosters[group];
    this.#rosters[group] = this.#around.groups[group]!.open!(time);
    this.#extras[group]?.makeRoom();
    return before !== this.#rosters[group];
  }

  /** Counters without names that are open: those of the roster, and those beyond it. */
  level(group: number): number {
    return this.#rosters[group]! + (this.#extras[group]?.open ?? 0);
  }

  /** Counters and clerks of some groups that work, with or without a customer. */
  open(groups: readonly number[]): number {
    return groups.reduce((sum, number) => {
      const group = this.#around.groups[number]!;
      return sum + (group.open === null ? this.#around.crew.open(group) : this.level(number));
    }, 0);
  }

  at(group: number, number: number): Person | null {
    return this.#at[group]![number]!;
  }

  occupy(person: Person, group: number, number: number): void {
    this.#at[group]![number] = person;
    const own = this.#around.groups[group]!;
    if (own.clerks) this.#around.crew.take(own, number, person);
  }

  empty(group: number, number: number): void {
    this.#at[group]![number] = null;
    this.idles(group, number);
  }

  /** A counter may take somebody again from now on. */
  idles(group: number, number: number): void {
    this.#idleSince[group]![number] = this.#around.sim.now;
  }

  busy(group: number): number {
    return this.#at[group]!.filter((person) => person !== null).length;
  }

  /** Numbers of the counters or clerks of a group that may take a customer now, in the order in which they do: the lowest first, or who has been idle longest. */
  free(group: number): number[] {
    const free = this.#openAndIdle(group);
    if (this.#around.scenario.rules?.freeCounter !== 'longest-idle') return free;
    return free.sort((a, b) => this.#idleFrom(group, a) - this.#idleFrom(group, b) || a - b);
  }

  /** Whether a counter is open after this moment too, at which rosters and shifts may change. */
  stays(group: number, number: number): boolean {
    const own = this.#around.groups[group]!;
    return own.clerks === null ? number < this.#levelFrom(group) : this.#around.crew.stays(own);
  }

  /** Whether a group has a free counter that is open after this moment too. */
  staysFree(group: number): boolean {
    const { clerks } = this.#around.groups[group]!;
    const free = this.free(group);
    if (clerks !== null || this.#haveLines) return free.some((number) => this.stays(group, number));
    return free.length > 0 && this.busy(group) < this.#levelFrom(group);
  }

  isOpen(group: number, number: number): boolean {
    const own = this.#around.groups[group]!;
    return own.clerks === null ? number < this.level(group) : this.#around.crew.isOpen(own, number);
  }

  isDown(group: number, number: number): boolean {
    const own = this.#around.groups[group]!;
    return own.clerks === null
      ? this.#around.outages.isDown('counters', group, number)
      : this.#around.crew.isDown(own, number);
  }

  /** Where a counter, or a clerk, of a group is, if it may break down there. */
  place(group: number, number: number): Place | undefined {
    const { crew, groups, outages } = this.#around;
    const { clerks } = groups[group]!;
    if (clerks === null) return outages.place('counters', group, number);
    const desk = crew.deskOf(groups[group]!, number);
    return outages.place('room', this.#rooms.indexOf(clerks.room), desk ?? -1);
  }

  /** Rank of what ends at a counter. */
  endRank(group: number, number: number): number {
    const before = this.#at.slice(0, group).reduce((sum, { length }) => sum + length, 0);
    return rank('counterEnd', before + number);
  }

  /** Groups in the order in which their free counters take somebody. */
  inOrder(groups: readonly number[]): readonly number[] {
    const first = this.#takesFirst();
    return groups.toSorted((a, b) => first(a) - first(b) || a - b);
  }

  /** For a group a number, the lower the sooner it takes somebody; where counters have lines, all are alike. */
  #takesFirst(): (group: number) => number {
    const { groups, scenario } = this.#around;
    if (this.#haveLines) return () => 0;
    switch (scenario.rules?.freeCounter) {
      case 'fixed-order':
        return () => 0;
      case 'fastest':
        return (group) => -groups[group]!.speed;
      case 'longest-idle':
        return (group) => this.#idleFrom(group, this.free(group)[0] ?? 0);
      case 'specialised-first':
      case undefined:
        // those that serve the fewest combinations of service and class
        return (group) => pairs(scenario, groups[group]!.serves).length;
    }
  }

  #openAndIdle(group: number): number[] {
    const own = this.#around.groups[group]!;
    if (own.open === null) return this.#around.crew.free(own);
    const idle = this.#idle(group);
    if (this.#haveLines) return idle.filter((number) => number < this.level(group));
    if (this.busy(group) >= this.level(group)) return [];
    return idle.filter((number) => !this.#extras[group]?.isSetUp(number));
  }

  /** Numbers of the counters of a group that work and have nobody. */
  #idle(group: number): number[] {
    return this.#at[group]!.flatMap((person, number) =>
      person === null && !this.isDown(group, number) ? [number] : [],
    );
  }

  /** Since when a free counter has been so. */
  #idleFrom(group: number, number: number): number {
    const own = this.#around.groups[group]!;
    return own.clerks === null
      ? this.#idleSince[group]![number]!
      : this.#around.crew.idleSince(own, number);
  }

  /** Counters open as soon as all has happened that rosters bring at this moment. */
  #levelFrom(group: number): number {
    const { groups, sim } = this.#around;
    return groups[group]!.open!(sim.now) + (this.#extras[group]?.open ?? 0);
  }

  #extrasOf(group: number): Extras | null {
    const { groups, scenario, sim } = this.#around;
    const { id, count, open } = groups[group]!;
    if (isCounterPool(scenario.counters)) return null;
    const { elastic } = counterGroups(scenario)[id] ?? {};
    if (elastic === undefined || open === null) return null;
    return new Extras({
      ...this.#around.ofExtras(group),
      sim,
      scenario,
      elastic,
      group,
      count,
      roster: () => this.#rosters[group]!,
      isClosing: () =>
        this.#haveLines
          ? this.at(group, this.level(group)) !== null
          : this.busy(group) > this.level(group),
      next: (settingUp) => {
        const idle = this.#idle(group);
        if (!this.#haveLines) return idle.findLast((number) => !settingUp.includes(number));
        return idle.find((number) => number === this.level(group) + settingUp.length);
      },
      isReleased: (number) => {
        if (!this.isDown(group, number)) this.idles(group, number);
      },
    });
  }
}
