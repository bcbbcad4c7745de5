import { exp } from '@hallsim/kernel/chance';
import type { BalkRule } from './model.js';

/**
 * Chance that a newcomer who would have to wait turns round instead.
 * @param waiting people in all counter lines
 * @param numbers numbers between the own ticket and the one called last; looked at only by a rule that needs it
 * @param guess the wait the newcomer guesses, minutes; looked at only by a rule that needs it
 */
export function balkChance(
  rule: BalkRule,
  waiting: number,
  numbers: number,
  guess: number,
): number {
  if (rule.by === 'numbers') return numbers >= rule.whenAhead ? rule.chance : 0;
  if (rule.by === 'length') return waiting >= rule.whenWaiting ? rule.chance : 0;
  return rule.floor + (1 - rule.floor) / (1 + exp((rule.half - guess) / rule.scale));
}
