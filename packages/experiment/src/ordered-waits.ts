import { type CountedValues, OrderedValues } from '@hallsim/stats';
import type { CountedWaits, WaitColumn } from './counted-waits.js';
import type { Waits } from './wait-columns.js';

/** Waits that are kept as they are: until those of another hall are looked at. */
export class OrderedWaits implements CountedWaits {
  readonly #waits: Waits;
  readonly #values: OrderedValues;

  /** @param dayEnds how many of the waits there are up to the end of each day */
  constructor(waits: Waits, dayEnds: readonly number[]) {
    this.#waits = waits;
    this.#values = new OrderedValues(waits.wait, dayEnds);
  }

  all(): CountedValues {
    return this.#values.all();
  }

  parts(column: WaitColumn, parts: readonly (readonly number[])[]): readonly CountedValues[] {
    return this.#values.parts(this.#waits[column], parts);
  }
}
