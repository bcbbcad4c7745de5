import { childKey, coarseDraw } from '@hallsim/kernel/chance';
import type { Demand } from './demand.js';

/**
 * Whether a clerk does not come on this day. Each has a die of the own, at seed / replication / staff /
 * id / number, so more clerks or another chance change nothing for those who are there already.
 * @param id group of the clerk
 * @param number from 0 within the group
 */
export function isAbsent(
  { dayLow, dayHigh }: Demand,
  id: string,
  number: number,
  chance: number,
): boolean {
  if (chance <= 0) return false;
  const staff = childKey({ low: dayLow, high: dayHigh }, 'staff');
  const { low, high } = childKey(childKey(staff, id), number);
  return coarseDraw(low, high, 0) < chance;
}
