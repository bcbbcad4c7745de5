import { DayCounts, EXACT_LIMIT } from '@hallsim/stats';
import type { DayColumns } from './day-columns.js';
import { INTERVAL, INTERVAL_SIZE, type TallyLayout } from './day-tally.js';
import { PeopleInLine } from './people-in-line.js';
import { SectionRows } from './section-rows.js';
import { giveCounts, giveWaits, takeCounts, takeWaits } from './spare-waits.js';
import type { WaitColumns } from './wait-columns.js';

/**
 * Keeps what days leave behind. They are added in the order of their replications, so it depends
 * neither on where the days were run, nor on how many were run at a time. Up to 200,000 counter
 * waits are kept as they are; with more, only how many lie in each bin.
 */
export class DayRecords {
  readonly layout: TallyLayout;
  readonly rows: SectionRows;
  /** Counter waits by kind (service × customer class). */
  readonly byKind: DayCounts;
  /** Counter waits by who served, a group or a clerk; `null` where there is but one of either. */
  readonly byWho: DayCounts | null;
  readonly people: PeopleInLine;
  #waits: WaitColumns | null = takeWaits();
  /** How many waits are kept up to the end of each day. */
  readonly #ends: number[] = [];
  #byInterval: DayCounts | null = null;

  constructor(layout: TallyLayout) {
    const { services, customers, groups, codes, edges, size } = layout;
    this.layout = layout;
    this.rows = new SectionRows(size);
    this.byKind = takeCounts(services * customers);
    this.byWho = groups > 1 || codes > 1 ? new DayCounts(Math.max(1, codes)) : null;
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

  /** Counter waits by the interval of the ticket, once they are no longer kept; `null` before. */
  get byInterval(): DayCounts | null {
    return this.#byInterval;
  }

  /** Adds the days that come next; they are copied. */
  add(columns: DayColumns): void {
    const { days, rows, wait, kind, who, dayEnds } = columns;
    const { size, intervalsAt } = this.layout;
    for (let day = 0; day < days; day++) {
      this.rows.add(rows, day * size);
      this.people.add(rows, day * size + intervalsAt + INTERVAL.waiting, INTERVAL_SIZE);
      const from = day === 0 ? 0 : dayEnds[day - 1]!;
      const to = dayEnds[day]!;
      this.byKind.addDay(wait, kind, from, to);
      this.byWho?.addDay(wait, who, from, to);
    }
    this.#keep(columns);
  }

  #keep(columns: DayColumns): void {
    const kept = this.#waits;
    const { wait, interval, dayEnds } = columns;
    if (kept !== null && kept.length + wait.length <= EXACT_LIMIT) {
      for (let day = 0; day < columns.days; day++) this.#ends.push(kept.length + dayEnds[day]!);
      kept.append(columns);
      return;
    }
    if (kept !== null) {
      this.#byInterval = this.#countedByInterval(kept);
      this.#giveWaits();
    }
    for (let day = 0; day < columns.days; day++) {
      this.#byInterval!.addDay(wait, interval, day === 0 ? 0 : dayEnds[day - 1]!, dayEnds[day]!);
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
    if (this.#waits !== null) giveWaits(this.#waits);
    this.#waits = null;
  }

  /** Nothing is looked at any more, and this is told once: the largest memory serves others. */
  end(): void {
    this.#giveWaits();
    giveCounts(this.layout.services * this.layout.customers, this.byKind);
  }
}
