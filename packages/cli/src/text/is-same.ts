import type { MeasureValue } from '@hallsim/experiment';

/** By how much sums of the same values differ when they are rounded in another order. */
const ROUNDING = 1e-12;

/**
 * Whether a value is the same every day, or every month, but for the rounding of sums. Never a quantile: that of all days may be
 * certain, where those of the days differ.
 */
export function isSame(id: string, { value, low, high }: MeasureValue): boolean {
  if (value === null || low === null || high === null || /\.p\d+$/.test(id)) return false;
  return high - low <= ROUNDING * Math.abs(value);
}
