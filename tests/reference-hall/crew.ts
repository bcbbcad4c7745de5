import type { Process, Simulation } from '@hallsim/kernel';
import { type Break, clock, minutes, openingHours, type Scenario } from '@hallsim/scenario';
import type { Group, Room } from './groups.js';
import { rank } from './order.js';
import type { Person } from './person.js';

/** A clerk at one moment. */
interface Clerk {
  readonly unit: number;
  readonly group: Group;
  readonly number: number;
  onDuty: boolean;
  /** Number of the counter of the room at which the clerk is; `null` for none. */
  desk: number | null;
  /** On the floor without a counter. */
  stands: boolean;
  customer: Person | null;
  /** Since when the clerk has sat at the counter without a customer. */
  idleSince: number;
  resting: Break | null;
  readonly rested: Set<Break>;
}

/** What clerks need to know of the hall. */
interface Around {
  readonly sim: Simulation;
  readonly scenario: Scenario;
  readonly groups: readonly Group[];
  readonly isClosed: () => boolean;
  readonly isAbsent: (group: Group, number: number) => boolean;
  /** Whether a counter of a room has broken down. */
  readonly isDown: (room: Room, desk: number) => boolean;
  /** Free clerks of the group call. */
  readonly call: (group: Group) => void;
  /** A shift ends under a customer: whether the counter has nobody any more. */
  readonly breakOff: (group: Group, number: number) => boolean;
  /** Whoever was handed over may go on elsewhere. */
  readonly offerHandedOver: () => void;
  /** A clerk has sat down at a counter and called. */
  readonly hasSatDown: (group: Group, number: number) => void;
  /** A clerk has left the counter, and whoever takes it has called. */
  readonly hasLeft: (group: Group, number: number) => void;
}

/** The clerks of the day, each with a shift that is a process, and what they decide when they have nobody to serve. */
export class Crew {
  readonly #around: Around;
  readonly #clerks: readonly Clerk[];
  #doorsOpen = true;

  constructor(around: Around) {
    this.#around = around;
    let units = 0;
    this.#clerks = around.groups.flatMap((group) =>
      Array.from({ length: group.count }, (_, number): Clerk[] => {
        const unit = units++;
        if (group.clerks === null) return [];
        const rested = new Set<Break>();
        const away = { onDuty: false, desk: null, stands: false, idleSince: 0 };
        return [{ unit, group, number, ...away, customer: null, resting: null, rested }];
      }).flat(),
    );
  }

  start(): void {
    const { groups, scenario, sim } = this.#around;
    for (const clerk of this.#clerks) sim.start(this.#shift(clerk));
    for (const group of groups) {
      for (const pause of breaksOf(group)) sim.start(this.#breakTime(group, pause));
    }
    const { periods } = openingHours(scenario.day);
    periods.slice(1).forEach(({ from }, i) => {
      sim.start(this.#doors(periods[i]!.to, false));
      sim.start(this.#doors(from, true));
    });
  }

  /** Numbers of the clerks of a group who may take a customer. */
  free(group: Group): number[] {
    return this.#atWork(group)
      .filter((clerk) => clerk.customer === null && !this.#isDown(clerk))
      .map(({ number }) => number);
  }

  idleSince(group: Group, number: number): number {
    return this.#clerk(group, number).idleSince;
  }

  open(group: Group): number {
    return this.#atWork(group).length;
  }

  /** Whether a clerk works at a counter, with or without a customer. */
  isOpen(group: Group, number: number): boolean {
    const { onDuty, desk } = this.#clerk(group, number);
    return this.#doorsOpen && onDuty && desk !== null;
  }

  /** Whether the counter at which a clerk is has broken down. */
  isDown(group: Group, number: number): boolean {
    return this.#isDown(this.#clerk(group, number));
  }

  /** The counter at which a clerk is. */
  deskOf(group: Group, number: number): number | null {
    return this.#clerk(group, number).desk;
  }

  /** A counter of a room breaks down: its clerk takes another one, if one is free and nobody is served there. */
  breakDown(room: Room, desk: number): void {
    const clerk = this.#at(room, desk);
    if (clerk === undefined || clerk.customer !== null) return;
    clerk.desk = this.#freeDesk(room) ?? desk;
  }

  /** A counter of a room works again. */
  mend(room: Room, desk: number): void {
    const clerk = this.#at(room, desk);
    if (clerk === undefined) this.#offer(room);
    else if (clerk.customer === null) this.#begin(clerk);
  }

  take(group: Group, number: number, person: Person): void {
    this.#clerk(group, number).customer = person;
  }

  /** A clerk is done with the customer. */
  done(group: Group, number: number): void {
    const clerk = this.#clerk(group, number);
    clerk.customer = null;
    clerk.idleSince = this.#around.sim.now;
    if (clerk.onDuty) this.#decide(clerk);
    else this.#standUp(clerk);
  }

  /** At closing clerks without a counter go home; the others may still be needed. */
  close(): void {
    for (const clerk of this.#clerks) {
      if (clerk.onDuty && clerk.customer === null && clerk.desk === null) this.#endShift(clerk);
    }
  }

  *#shift(clerk: Clerk): Process {
    const { isAbsent, scenario, sim } = this.#around;
    const { opens, closes } = openingHours(scenario.day);
    const { shift } = clerk.group.clerks!.staff;
    const begins = Math.max(opens, clock(shift.from));
    const ends = clock(shift.to);
    if (ends <= opens || begins >= closes) return;
    yield sim.holdUntil(begins, rank('shiftBegins', clerk.unit));
    if (isAbsent(clerk.group, clerk.number)) return;
    clerk.onDuty = true;
    yield sim.holdUntil(begins, rank('workBegins', clerk.unit));
    if (clerk.resting === null) {
      this.#decide(clerk);
      this.#sendRoomOnBreaks(clerk.group.clerks!.room);
    }
    if (ends >= closes) return;
    yield sim.holdUntil(ends, rank('shiftEnds', clerk.unit));
    this.#endShift(clerk);
  }

  #endShift(clerk: Clerk): void {
    const rested = clerk.resting !== null;
    clerk.onDuty = false;
    clerk.resting = null;
    if (clerk.customer === null) {
      this.#standUp(clerk);
      if (rested) this.#sendRoomOnBreaks(clerk.group.clerks!.room);
    } else if (this.#around.breakOff(clerk.group, clerk.number)) {
      clerk.customer = null;
      this.#giveUpCounter(clerk);
      this.#around.offerHandedOver();
    }
  }

  /** What a clerk on duty with nobody to serve does: rests, leaves, sits down and calls, or stands. */
  #decide(clerk: Clerk): void {
    const pause = this.#breakDue(clerk);
    if (pause !== undefined) {
      clerk.resting = pause;
      clerk.rested.add(pause);
      this.#around.sim.start(this.#rest(clerk, pause));
      this.#standUp(clerk);
      return;
    }
    const desk = clerk.desk ?? this.#freeDesk(clerk.group.clerks!.room);
    if (!this.#doorsOpen) {
      this.#standUp(clerk);
    } else if (desk !== undefined) {
      const comes = clerk.desk === null;
      if (comes) clerk.idleSince = this.#around.sim.now;
      clerk.desk = desk;
      clerk.stands = false;
      this.#around.call(clerk.group);
      if (comes) this.#around.hasSatDown(clerk.group, clerk.number);
    } else {
      clerk.stands = true;
    }
  }

  *#rest(clerk: Clerk, pause: Break): Process {
    yield this.#around.sim.hold(minutes(pause.length), rank('breakEnd', clerk.unit));
    if (clerk.resting !== pause) return;
    clerk.resting = null;
    this.#decide(clerk);
    const { room } = clerk.group.clerks!;
    if (room.breaks === undefined) this.#sendOnBreaks(clerk.group);
    else this.#sendRoomOnBreaks(room);
  }

  /** Where breaks keep to a rule of the room, others of it may go when somebody comes or does not rest any more. */
  #sendRoomOnBreaks(room: Room): void {
    if (room.breaks === undefined) return;
    for (const group of this.#around.groups) {
      if (group.clerks?.room === room && this.stays(group)) this.#sendOnBreaks(group);
    }
  }

  *#breakTime(group: Group, pause: Break): Process {
    const { scenario, sim } = this.#around;
    if (clock(pause.from) >= openingHours(scenario.day).closes) return;
    yield sim.holdUntil(clock(pause.from), rank('breakTime', 0));
    this.#sendOnBreaks(group);
  }

  #sendOnBreaks(group: Group): void {
    for (const clerk of this.#of(group)) {
      const busy = clerk.customer !== null || clerk.resting !== null;
      if (!clerk.onDuty || busy) continue;
      if (this.#breakDue(clerk) !== undefined) this.#decide(clerk);
    }
  }

  #breakDue(clerk: Clerk): Break | undefined {
    if (this.#around.isClosed() || !this.#roomLetsGo(clerk.group.clerks!.room)) return undefined;
    const { now } = this.#around.sim;
    const group = this.#of(clerk.group);
    const working = group.filter(({ onDuty, resting }) => onDuty && resting === null).length;
    return breaksOf(clerk.group).find((pause) => {
      const { from, until, oneAtATime, keepOpen = 0 } = pause;
      const inTime = now >= clock(from) && (until === undefined || now <= clock(until));
      if (!inTime || clerk.rested.has(pause) || working <= keepOpen) return false;
      return !oneAtATime || group.every(({ resting }) => resting !== pause);
    });
  }

  #roomLetsGo(room: Room): boolean {
    const { keepOpen = 0, oneAtATime } = room.breaks ?? {};
    const onDuty = this.#clerks.filter(
      ({ group, onDuty }) => onDuty && group.clerks!.room === room,
    );
    const resting = onDuty.filter(({ resting }) => resting !== null).length;
    if (room.breaks === undefined) return true;
    return onDuty.length - resting > keepOpen && !(oneAtATime && resting > 0);
  }

  *#doors(time: number, open: boolean): Process {
    yield this.#around.sim.holdUntil(time, rank(open ? 'doorsOpen' : 'doorsClose', 0));
    this.#doorsOpen = open;
    for (const clerk of this.#clerks) {
      const busy = clerk.customer !== null || clerk.resting !== null;
      if (clerk.onDuty && !busy) this.#decide(clerk);
    }
  }

  /** Leaves the counter. */
  #standUp(clerk: Clerk): void {
    clerk.stands = false;
    if (clerk.desk === null) return;
    this.#giveUpCounter(clerk);
    this.#around.hasLeft(clerk.group, clerk.number);
  }

  #giveUpCounter(clerk: Clerk): void {
    clerk.desk = null;
    this.#offer(clerk.group.clerks!.room);
  }

  /** A counter that works and is free is taken by the first clerk in the file who stands, or whose own has broken down, and who stays. */
  #offer(room: Room): void {
    const desk = this.#freeDesk(room);
    if (desk === undefined) return;
    const next = this.#clerks.find(
      (clerk) =>
        clerk.group.clerks!.room === room &&
        this.stays(clerk.group) &&
        (clerk.stands || (clerk.customer === null && this.#isDown(clerk))),
    );
    if (next === undefined) return;
    if (next.stands) {
      this.#decide(next);
    } else {
      next.desk = desk;
      this.#begin(next);
    }
  }

  /** Whether the shift of a group goes on; who is on duty at closing stays. */
  stays({ clerks }: Group): boolean {
    const { scenario, sim } = this.#around;
    const { closes } = openingHours(scenario.day);
    const ends = clock(clerks!.staff.shift.to);
    return sim.now < ends || ends >= closes;
  }

  /** A clerk at a counter that works calls. */
  #begin(clerk: Clerk): void {
    const { group, number } = clerk;
    clerk.idleSince = this.#around.sim.now;
    this.#around.call(group);
    this.#around.hasSatDown(group, number);
  }

  #freeDesk(room: Room): number | undefined {
    return Array.from({ length: room.counters }, (_, desk) => desk).find(
      (desk) => !this.#around.isDown(room, desk) && this.#at(room, desk) === undefined,
    );
  }

  #at(room: Room, desk: number): Clerk | undefined {
    return this.#clerks.find((one) => one.group.clerks!.room === room && one.desk === desk);
  }

  #isDown({ group, desk }: Clerk): boolean {
    return desk !== null && this.#around.isDown(group.clerks!.room, desk);
  }

  #atWork(group: Group): Clerk[] {
    return this.#of(group).filter(({ onDuty, desk }) => onDuty && desk !== null);
  }

  #of(group: Group): Clerk[] {
    return this.#clerks.filter((clerk) => clerk.group === group);
  }

  #clerk(group: Group, number: number): Clerk {
    return this.#of(group)[number]!;
  }
}

function breaksOf({ clerks }: Group): Break[] {
  return Object.values(clerks?.staff.breaks ?? {});
}
