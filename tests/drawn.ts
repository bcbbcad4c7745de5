import { word } from '@hallsim/kernel';
import type { Demand, SpreadTable } from '@hallsim/hall';

/** The time that a customer has drawn from a spread at the door, minutes. */
export function drawn(spread: SpreadTable, demand: Demand, row: number, purpose: number): number {
  return spread.at(word(demand.keyLow[row]!, demand.keyHigh[row]!, 2 * purpose));
}
