import { exp } from '@hallsim/kernel';
import type { BalkRule } from './model.js';

/**
 * Chance that a newcomer who would have to wait turns round instead.
 * @param waiting people in all counter lines
 * @param guess the wait the newcomer guesses, minutes; looked at only by a rule that needs it
 */
export function balkChance(rule: BalkRule, waiting: number, guess: number): number {
  if (rule.by === 'length') return waiting >= rule.whenWaiting ? rule.chance : 0;
  return rule.floor + (1 - rule.floor) / (1 + exp((rule.half - guess) / rule.scale));
}
