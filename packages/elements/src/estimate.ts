/** A measured value with its interval of confidence; bounds are null when there is no interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Which way a measure is better. */
export type Direction = 'up' | 'down' | 'neither';

/** What a paired change means for the planner. */
export type Verdict = 'better' | 'worse' | 'different' | 'uncertain' | 'same';

/**
 * A change counts only when its interval leaves out zero. `same` is a change of exactly nothing:
 * the two halls treated every customer alike.
 */
export function verdict(change: Estimate, better: Direction): Verdict {
  const { value, low, high } = change;
  if (value === 0 && (low ?? 0) === 0 && (high ?? 0) === 0) return 'same';
  if (low === null || high === null || (low <= 0 && high >= 0)) return 'uncertain';
  if (better === 'neither') return 'different';
  return value > 0 === (better === 'up') ? 'better' : 'worse';
}
