import { coarseDraw } from '@hallsim/kernel';
import type { Demand } from './demand.js';
import type { HallModel } from './model.js';
import { PURPOSE } from './purpose.js';
import { levelAt, type StepFunction } from './step-function.js';

const { kioskEligible, kioskWilling } = PURPOSE;

const ELIGIBLE = 1;
const WILLING = 2;

/** A share that depends on the time of arrival. */
const BY_THE_CLOCK = NaN;

/**
 * Whose case is one for a kiosk, and who is willing to use one. Both are known at the door: they follow
 * from the customer's own chance and the time of arrival. They are read for all customers of a day in one
 * pass, which takes a fifth of what it takes amid everything else that happens in the hall.
 */
export class KioskWishes {
  readonly #customers: number;
  readonly #steps: readonly (readonly StepFunction[])[];
  /** Shares of each kind of visit (service × customer class). */
  readonly #eligible: Float64Array;
  readonly #willing: Float64Array;
  /** Bits of each customer of the day. */
  #wishes = new Uint8Array(0);

  constructor({ services, customers, opens }: HallModel) {
    this.#customers = customers.length;
    this.#steps = services.map(({ kiosk }) => kiosk?.willing ?? []);
    this.#eligible = Float64Array.from(
      services.flatMap(({ kiosk }) => customers.map(() => kiosk?.eligible ?? 0)),
    );
    this.#willing = Float64Array.from(
      services.flatMap(({ kiosk }) =>
        customers.map((_, c) => (kiosk === null ? 0 : shareAllDay(kiosk.willing[c]!, opens))),
      ),
    );
  }

  /** Reads the wishes of today's customers. */
  read({ arrivedAt, customer, keyHigh, keyLow, length, service }: Demand): void {
    if (this.#wishes.length < length) this.#wishes = new Uint8Array(arrivedAt.length);
    const wishes = this.#wishes;
    const shares = this.#eligible;
    const willingShares = this.#willing;
    const customers = this.#customers;
    for (let row = 0; row < length; row++) {
      const kind = service[row]! * customers + customer[row]!;
      const low = keyLow[row]!;
      const high = keyHigh[row]!;
      const eligible = shares[kind]!;
      wishes[row] = 0;
      if (eligible < 1 && coarseDraw(low, high, kioskEligible) >= eligible) continue;
      let willing = willingShares[kind]!;
      if (willing !== willing) {
        willing = levelAt(this.#steps[service[row]!]![customer[row]!]!, arrivedAt[row]!);
      }
      wishes[row] = coarseDraw(low, high, kioskWilling) < willing ? ELIGIBLE | WILLING : ELIGIBLE;
    }
  }

  isEligible(row: number): boolean {
    return (this.#wishes[row]! & ELIGIBLE) !== 0;
  }

  isWilling(row: number): boolean {
    return (this.#wishes[row]! & WILLING) !== 0;
  }
}

function shareAllDay({ times, values }: StepFunction, opens: number): number {
  if (times.length === 0) return 0;
  return times.length === 1 && times[0]! <= opens ? values[0]! : BY_THE_CLOCK;
}
