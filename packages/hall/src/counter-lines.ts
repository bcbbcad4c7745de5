import type { HallModel } from './model.js';

/**
 * Where each counter has a line of its own: which lists of `Lines` make it up. People of each kind (a line of the
 * model) stand in a list of the counter; one list more of each kind holds those who find no counter open.
 */
export class CounterLines {
  /** Kinds of visits: the lines of the model. */
  readonly kinds: number;
  readonly units: number;
  /** Out of which lists each unit calls: its own, then those of people who stand at no counter; and the former alone. */
  readonly callsFrom: readonly Int32Array[];
  readonly own: readonly Int32Array[];
  /** The lists of those who wait for each group: at its counters, or at none. */
  readonly ofGroup: readonly Int32Array[];
  /** At which units people may stand whom a group serves. */
  readonly neighbours: readonly Int32Array[];
  /** 1 for each kind that a group serves, at group × `kinds` + kind. */
  readonly serves: Uint8Array;
  /** 1 for each counter without a name that is open; of clerks the crew knows. */
  readonly open: Uint8Array;
  /** People in the line of each unit, and last of all those who stand at no counter. */
  readonly people: Int32Array;
  /** From when the place of each row in its line counts. */
  since: Float64Array = new Float64Array(0);

  constructor({ groups, lines }: HallModel, groupOf: Int32Array) {
    this.kinds = lines.length;
    this.units = groupOf.length;
    this.open = new Uint8Array(this.units);
    this.people = new Int32Array(this.units + 1);
    this.callsFrom = Array.from(groupOf, (group, unit) => {
      const own = groups[group]!.lines;
      return Int32Array.from([
        ...[...own].map((kind) => this.list(unit, kind)),
        ...[...own].map((kind) => this.list(this.units, kind)),
      ]);
    });
    this.neighbours = groups.map((own) =>
      Int32Array.from(
        Array.from(groupOf, (_, unit) => unit).filter((unit) =>
          groups[groupOf[unit]!]!.lines.some((kind) => own.lines.includes(kind)),
        ),
      ),
    );
    this.serves = new Uint8Array(groups.length * this.kinds);
    groups.forEach((own, group) => {
      for (const kind of own.lines) this.serves[group * this.kinds + kind] = 1;
    });
    this.own = this.callsFrom.map((lists) => lists.subarray(0, lists.length / 2));
    this.ofGroup = groups.map((_, group) => {
      const lists = new Set<number>();
      this.callsFrom.forEach((own, unit) => {
        if (groupOf[unit] === group) for (const list of own) lists.add(list);
      });
      return Int32Array.from(lists);
    });
  }

  /** Lists there are. */
  get lists(): number {
    return (this.units + 1) * this.kinds;
  }

  /** The list of a kind at a unit; of those who stand at no counter, `unit` is `units`. */
  list(unit: number, kind: number): number {
    return unit * this.kinds + kind;
  }

  unitOf(list: number): number {
    return Math.floor(list / this.kinds);
  }

  kindOf(list: number): number {
    return list % this.kinds;
  }

  join(list: number): void {
    this.people[this.unitOf(list)]!++;
  }

  leave(list: number): void {
    this.people[this.unitOf(list)]!--;
  }

  /** Before a day of so many customers. */
  clear(rows: number): void {
    if (this.since.length < rows) this.since = new Float64Array(rows);
    this.open.fill(0);
    this.people.fill(0);
  }
}
