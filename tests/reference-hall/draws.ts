import { coarseDraw } from '@hallsim/kernel';
import type { Demand, HallModel } from '@hallsim/hall';
import { drawn } from '../drawn.js';

/** What each customer has drawn at the door; the numbers are those of the addresses. */
export class Draws {
  readonly #model: HallModel;
  readonly #demand: Demand;

  constructor(model: HallModel, demand: Demand) {
    this.#model = model;
    this.#demand = demand;
  }

  kioskTime(row: number): number {
    return drawn(this.#service(row).kiosk!.time, this.#demand, row, 7);
  }

  counterTime(row: number): number {
    return drawn(this.#service(row).time, this.#demand, row, 8);
  }

  /** `Infinity` for those who are patient for ever. */
  patience(row: number): number {
    const { patience } = this.#model.customers[this.#demand.customer[row]!]!;
    return patience === null ? Infinity : drawn(patience, this.#demand, row, 9);
  }

  /** Whether something of a given chance happens to a customer. */
  readonly happens = {
    eligible: (row: number, chance: number): boolean => this.#coarse(row, 4) < chance,
    willing: (row: number, chance: number): boolean => this.#coarse(row, 5) < chance,
    success: (row: number, chance: number): boolean => this.#coarse(row, 6) < chance,
    balk: (row: number, chance: number): boolean => this.#coarse(row, 10) < chance,
  };

  #service(row: number): HallModel['services'][number] {
    return this.#model.services[this.#demand.service[row]!]!;
  }

  #coarse(row: number, purpose: number): number {
    const { keyLow, keyHigh } = this.#demand;
    return coarseDraw(keyLow[row]!, keyHigh[row]!, purpose);
  }
}
