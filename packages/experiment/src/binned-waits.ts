import { type CountedValues, DayCounts } from '@hallsim/stats';
import type { CountedWaits, WaitColumn } from './counted-waits.js';
import type { TallyLayout } from './day-tally.js';
import type { Waits } from './wait-columns.js';

/** Waits of which is kept how many lie in each bin. */
export class BinnedWaits implements CountedWaits {
  readonly #kinds: readonly number[];
  readonly #byKind: DayCounts;
  /** `null` where nobody asks, because there is but one group, of one clerk or of counters without names. */
  readonly #byWho: DayCounts | null;
  readonly #byInterval: DayCounts;

  /** @param days how many will be added at least */
  constructor({ services, customers, groups, codes, edges }: TallyLayout, days: number) {
    this.#kinds = Array.from({ length: services * customers }, (_, kind) => kind);
    this.#byKind = new DayCounts(services * customers, days);
    // a group may have no clerks at all, and so no code: then there are more groups than codes
    this.#byWho = groups > 1 || codes > 1 ? new DayCounts(codes, days) : null;
    this.#byInterval = new DayCounts(edges.length - 1, days);
  }

  /** Counts the waits of the days that come next: column by column, as the counts of all three do not fit the cache together. */
  add({ wait, kind, who, interval }: Waits, dayEnds: ArrayLike<number>): void {
    addDays(this.#byKind, wait, kind, dayEnds);
    if (this.#byWho !== null) addDays(this.#byWho, wait, who, dayEnds);
    addDays(this.#byInterval, wait, interval, dayEnds);
  }

  all(): CountedValues {
    return this.#byKind.of(this.#kinds);
  }

  parts(column: WaitColumn, parts: readonly (readonly number[])[]): readonly CountedValues[] {
    const counts = { kind: this.#byKind, who: this.#byWho!, interval: this.#byInterval }[column];
    return parts.map((codes) => counts.of(codes));
  }
}

function addDays(
  counts: DayCounts,
  wait: Float64Array,
  codes: Uint32Array,
  dayEnds: ArrayLike<number>,
): void {
  for (let day = 0, from = 0; day < dayEnds.length; day++) {
    const to = dayEnds[day]!;
    counts.addDay(wait, codes, from, to);
    from = to;
  }
}
