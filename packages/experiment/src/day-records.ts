import { EXACT_LIMIT } from '@hallsim/stats';
import { BinnedWaits } from './binned-waits.js';
import type { CountedWaits } from './counted-waits.js';
import type { DayColumns } from './day-columns.js';
import { INTERVAL, INTERVAL_SIZE, type TallyLayout } from './day-tally.js';
import { OrderedWaits } from './ordered-waits.js';
import { PeopleInLine } from './people-in-line.js';
import { SectionRows } from './section-rows.js';
import { giveBack, takeWaits } from './spare-memory.js';
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
  /** The counter waits themselves, in the order of the days; `null` when they have become too many. */
  #kept: WaitColumns | null = takeWaits();
  /** How many waits are kept up to the end of each day. */
  readonly #ends: number[] = [];
  #binned: BinnedWaits | null = null;

  constructor(layout: TallyLayout) {
    const { edges, size } = layout;
    this.layout = layout;
    this.rows = new SectionRows(size);
    this.people = new PeopleInLine(edges.length - 1);
  }

  get days(): number {
    return this.rows.days;
  }

  /** Whether quantiles are exact, because the waits are kept as they are. */
  get isExact(): boolean {
    return this.#kept !== null;
  }

  /** The counter waits: until those of other records are asked for, or the next days are added. */
  waits(): CountedWaits {
    return this.#binned ?? new OrderedWaits(this.#kept!.columns(), this.#ends);
  }

  /** Adds the days that come next; they are copied. */
  add(columns: DayColumns): void {
    const { days, rows } = columns;
    const { size, intervalsAt } = this.layout;
    for (let day = 0; day < days; day++) {
      this.rows.add(rows, day * size);
      this.people.add(rows, day * size + intervalsAt + INTERVAL.waiting, INTERVAL_SIZE);
    }
    const kept = this.#kept;
    if (kept !== null && kept.length + columns.wait.length > EXACT_LIMIT) this.#countKept(kept);
    if (this.#binned === null) this.#keep(columns);
    else this.#binned.add(columns, columns.dayEnds);
  }

  #keep(columns: DayColumns): void {
    const kept = this.#kept!;
    for (let day = 0; day < columns.days; day++)
      this.#ends.push(kept.length + columns.dayEnds[day]!);
    kept.append(columns);
  }

  /** There is no room for the waits themselves any more. */
  #countKept(kept: WaitColumns): void {
    this.#binned = new BinnedWaits(this.layout, this.#ends.length);
    this.#binned.add(kept.columns(), this.#ends);
    this.#giveWaits();
  }

  /** The waits themselves are not looked at any more: their memory serves others. */
  #giveWaits(): void {
    if (this.#kept !== null) giveBack(this.#kept.wait);
    this.#kept = null;
  }

  /** Nothing is looked at any more: the largest memory serves others. */
  end(): void {
    this.rows.end();
    this.#giveWaits();
  }
}
