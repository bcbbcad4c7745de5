import { DayCounts, EXACT_LIMIT } from '@hallsim/stats';
import type { DayColumns } from './day-columns.js';
import { INTERVAL, INTERVAL_SIZE, type TallyLayout } from './day-tally.js';
import { PeopleInLine } from './people-in-line.js';
import { SectionRows } from './section-rows.js';
import { giveBack, giveCounts, takeCounts, takeWaits } from './spare-memory.js';
import type { WaitColumns } from './wait-columns.js';

/**
 * Keeps what days leave behind. They are added in the order of their replications, so it depends
 * neither on where the days were run, nor on how many were run at a time. Up to 200,000 counter
 * waits are kept as they are; with more, only how many lie in each bin.
 */
export class DayRecords {
  readonly layout: TallyLayout;
  readonly rows: SectionRows;
  readonly people: PeopleInLine;
  #waits: WaitColumns | null = takeWaits();
  /** How many waits are kept up to the end of each day. */
  readonly #ends: number[] = [];
  /** Of how many days the waits are counted: while they are kept, that is put off until somebody looks. */
  #counted = 0;
  #byKind: DayCounts | null = null;
  #byWho: DayCounts | null = null;
  #byInterval: DayCounts | null = null;

  constructor(layout: TallyLayout) {
    const { edges, size } = layout;
    this.layout = layout;
    this.rows = new SectionRows(size);
    this.people = new PeopleInLine(edges.length - 1);
  }

  get days(): number {
    return this.rows.days;
  }

  /** The counter waits themselves, in the order of the days; `null` when they have become too many. */
  get waits(): WaitColumns | null {
    return this.#waits;
  }

  /** How many waits are kept up to the end of each day. */
  get waitEnds(): readonly number[] {
    return this.#ends;
  }

  /** Counter waits by kind (service × customer class). */
  get byKind(): DayCounts {
    this.#countKept();
    return this.#byKind!;
  }

  /** Counter waits by who served, a group or a clerk; `null` where there is but one of either. */
  get byWho(): DayCounts | null {
    this.#countKept();
    return this.#byWho;
  }

  /** Counter waits by the interval of the ticket, once they are no longer kept; `null` before. */
  get byInterval(): DayCounts | null {
    return this.#byInterval;
  }

  /** Adds the days that come next; they are copied. */
  add(columns: DayColumns): void {
    const { days, rows } = columns;
    const { size, intervalsAt } = this.layout;
    for (let day = 0; day < days; day++) {
      this.rows.add(rows, day * size);
      this.people.add(rows, day * size + intervalsAt + INTERVAL.waiting, INTERVAL_SIZE);
    }
    if (!this.#keep(columns)) this.#count(columns);
  }

  /** Whether there is room for the waits of these days. */
  #keep(columns: DayColumns): boolean {
    const kept = this.#waits;
    if (kept === null) return false;
    const { days, wait, dayEnds } = columns;
    if (kept.length + wait.length > EXACT_LIMIT) {
      this.#countKept();
      this.#byInterval = this.#countedByInterval(kept);
      this.#giveWaits();
      return false;
    }
    for (let day = 0; day < days; day++) this.#ends.push(kept.length + dayEnds[day]!);
    kept.append(columns);
    return true;
  }

  #countKept(): void {
    const { codes, customers, groups, services } = this.layout;
    const ends = this.#ends;
    this.#byKind ??= takeCounts(services * customers, ends.length);
    if (groups > 1 || codes > 1) {
      this.#byWho ??= new DayCounts(Math.max(1, codes), ends.length);
    }
    const kept = this.#waits;
    if (kept === null) return;
    for (; this.#counted < ends.length; this.#counted++) {
      const from = this.#counted === 0 ? 0 : ends[this.#counted - 1]!;
      const to = ends[this.#counted]!;
      this.#byKind.addDay(kept.wait, kept.kind, from, to);
      this.#byWho?.addDay(kept.wait, kept.who, from, to);
    }
  }

  #count({ days, wait, kind, who, interval, dayEnds }: DayColumns): void {
    for (let day = 0; day < days; day++) {
      const from = day === 0 ? 0 : dayEnds[day - 1]!;
      const to = dayEnds[day]!;
      this.#byKind!.addDay(wait, kind, from, to);
      this.#byWho?.addDay(wait, who, from, to);
      this.#byInterval!.addDay(wait, interval, from, to);
    }
  }

  #countedByInterval({ wait, interval }: WaitColumns): DayCounts {
    const counts = new DayCounts(this.layout.edges.length - 1, this.#ends.length);
    this.#ends.forEach((to, day) => {
      counts.addDay(wait, interval, day === 0 ? 0 : this.#ends[day - 1]!, to);
    });
    return counts;
  }

  /** The waits themselves are not looked at any more: their memory serves others. */
  #giveWaits(): void {
    if (this.#waits !== null) giveBack(this.#waits.wait);
    this.#waits = null;
  }

  /** Nothing is looked at any more: the largest memory serves others. */
  end(): void {
    this.rows.end();
    this.#giveWaits();
    if (this.#byKind !== null) giveCounts(this.#byKind);
    this.#byKind = null;
  }
}
