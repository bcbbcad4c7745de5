import { binsOf, type QuantilePlace } from '@hallsim/stats';
import type { WaitColumns } from './wait-columns.js';

/** Bins that a table tells apart: those of eight octaves. */
const TOLD_APART = 8192;

/** Waits that lie in one of a few bins, with what they belong to. */
export class ExactWaits {
  readonly #waits: WaitColumns;
  readonly #rows: Int32Array;
  readonly #bins: Int32Array;

  /**
   * Hot path: one pass over typed arrays, for every picture of a run.
   * @param places where waits will be looked for
   */
  constructor(waits: WaitColumns, places: readonly QuantilePlace[]) {
    const wanted = new Uint8Array(TOLD_APART);
    // Waits of 0 have a bin of their own: nothing has to be looked for in it.
    for (const { bin } of places) if (bin !== 0) wanted[bin % TOLD_APART] = 1;
    const bins = binsOf(waits.wait, waits.length);
    const rows = new Int32Array(waits.length);
    let found = 0;
    for (let row = 0; row < bins.length; row++) {
      rows[found] = row;
      found += wanted[bins[row]! & (TOLD_APART - 1)]!;
    }
    this.#waits = waits;
    this.#rows = rows.slice(0, found);
    this.#bins = this.#rows.map((row) => bins[row]!);
  }

  /** The wait at a place among those of some members of a column. */
  at({ bin, rank }: QuantilePlace, codes: 'kind' | 'who', members: readonly number[]): number {
    if (bin === 0) return 0;
    const { wait, [codes]: column } = this.#waits;
    const own: number[] = [];
    this.#rows.forEach((row, i) => {
      if (this.#bins[i] === bin && members.includes(column[row]!)) own.push(wait[row]!);
    });
    return own.sort((a, b) => a - b)[rank]!;
  }
}
