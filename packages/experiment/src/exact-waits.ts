import { binOf, type QuantilePlace, rowsInBins, TOLD_APART } from '@hallsim/stats';
import type { WaitColumns } from './wait-columns.js';

/** Waits that lie in one of a few bins, with what they belong to. */
export class ExactWaits {
  readonly #waits: WaitColumns;
  /** Rows by bin. */
  readonly #rows = new Map<number, number[]>();

  /** @param places where waits will be looked for */
  constructor(waits: WaitColumns, places: readonly QuantilePlace[]) {
    this.#waits = waits;
    const wanted = new Uint8Array(TOLD_APART);
    // Waits of 0 have a bin of their own: nothing has to be looked for in it.
    for (const { bin } of places) if (bin !== 0) wanted[bin % TOLD_APART] = 1;
    for (const row of rowsInBins(waits.wait, waits.length, wanted)) {
      const bin = binOf(waits.wait[row]!);
      const others = this.#rows.get(bin);
      if (others) others.push(row);
      else this.#rows.set(bin, [row]);
    }
  }

  /** The wait at a place among those of some members of a column. */
  at({ bin, rank }: QuantilePlace, codes: 'kind' | 'who', members: readonly number[]): number {
    if (bin === 0) return 0;
    const { wait, [codes]: column } = this.#waits;
    const own = (this.#rows.get(bin) ?? []).filter((row) => members.includes(column[row]!));
    return own.map((row) => wait[row]!).sort((a, b) => a - b)[rank]!;
  }
}
