import { coarseDraw } from '@hallsim/kernel/chance';
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

  constructor({ services, customers, lineOf, opens }: HallModel) {
    this.#customers = customers.length;
    this.#steps = services.map(({ kiosk }) => kiosk?.willing ?? []);
    this.#eligible = Float64Array.from(
      services.flatMap(({ kiosk }) => customers.map(() => kiosk?.eligible ?? 0)),
    );
    this.#willing = Float64Array.from(
      services.flatMap(({ kiosk }, s) =>
        customers.map((_, c) => {
          if (kiosk === null) return 0;
          // where no counter does the service everybody wants to
          const isServed = lineOf[s * customers.length + c]! >= 0;
          return isServed ? shareAllDay(kiosk.willing[c]!, opens) : 1;
        }),
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
      // no branch: nobody can guess who is willing
      const isWilling = +(coarseDraw(low, high, kioskWilling) < willing);
      wishes[row] = ELIGIBLE | (isWilling << 1);
    }
  }

  isEligible(row: number): boolean {
    return (this.#wishes[row]! & ELIGIBLE) !== 0;
  }

  /** 1 for whoever wants to use a kiosk, and has a case for one; 0 for everybody else. A number, to count by. */
  goes(row: number): number {
    return (this.#wishes[row]! & WILLING) >> 1;
  }
}

function shareAllDay({ times, values }: StepFunction, opens: number): number {
  if (times.length === 0) return 0;
  return times.length === 1 && times[0]! <= opens ? values[0]! : BY_THE_CLOCK;
}
