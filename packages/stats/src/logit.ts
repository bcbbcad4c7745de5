import { log } from './log.js';

/** Log odds of a share: -Infinity of 0, Infinity of 1. */
export function logit(share: number): number {
  // V8 throws a function away that comes to a place it has not seen: here `log` of 0 or Infinity
  if (share === 0) return -Infinity;
  if (share === 1) return Infinity;
  return log(share / (1 - share));
}
