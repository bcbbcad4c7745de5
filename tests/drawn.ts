import { coarseDraw, word } from '@hallsim/kernel';
import type { Demand, SpreadTable } from '@hallsim/hall';

/** Whether something of a given chance happens to a customer. */
export function happens(
  { keyLow, keyHigh }: Demand,
  row: number,
  purpose: number,
  chance: number,
): boolean {
  return coarseDraw(keyLow[row]!, keyHigh[row]!, purpose) < chance;
}

/** The time that a customer has drawn from a spread at the door, minutes. */
export function drawn(spread: SpreadTable, demand: Demand, row: number, purpose: number): number {
  return spread.at(word(demand.keyLow[row]!, demand.keyHigh[row]!, 2 * purpose));
}
