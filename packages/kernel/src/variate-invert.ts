/** Where the search halves logarithms: below it numbers no longer matter to anybody. */
const TINY = 1e-300;

/**
 * The smallest double x in [low, high] with cdf(x) >= u: the quantile of a law without a formula
 * for it. Bracketed throughout: false position with halved ends (Illinois; Dowell & Jarratt, BIT 11
 * (1971) 168) two times, then one halving, until the bracket holds two neighbouring doubles; so a
 * jump is met exactly, and the result rises with u wherever the computed cdf rises with x.
 *
 * @param cdf rising; reaches `u` by `high` (if rounding keeps it below, the result is `high`)
 */
export function invert(cdf: (x: number) => number, u: number, low: number, high: number): number {
  let under = cdf(low) - u;
  if (under >= 0) return low;
  let over = cdf(high) - u;
  let last = 0;
  for (let step = 1; ; step++) {
    const middle =
      low >= 0 && 4 * low < high
        ? Math.sqrt(Math.max(low, TINY)) * Math.sqrt(high)
        : low + (high - low) / 2;
    if (!(middle > low && middle < high)) return high;
    const chord = low - (under * (high - low)) / (over - under);
    const x = step % 3 !== 0 && chord > low && chord < high ? chord : middle;
    const gap = cdf(x) - u;
    if (gap >= 0) {
      high = x;
      over = gap;
      if (last > 0) under /= 2;
      last = 1;
    } else {
      low = x;
      under = gap;
      if (last < 0) over /= 2;
      last = -1;
    }
  }
}
