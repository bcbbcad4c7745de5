/**
 * Sum from left to right that carries the rounding errors along (T. Ogita, S. Rump & S. Oishi,
 * SIAM J. Sci. Comput. 26, 2005, Sum2), so that it is right to the last bit or so whatever the
 * order; the same numbers in the same order give the same bits.
 *
 * @param values finite numbers; an empty array gives 0
 */
export function sum(values: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const next = total + value;
    const added = next - total;
    // what rounding took from the old total and from the value
    lost += total - (next - added) + (value - added);
    total = next;
  }
  return total + lost;
}
