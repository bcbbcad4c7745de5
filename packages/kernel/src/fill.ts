import { draw } from './address.js';
import { quantile, type Variate } from './variate.js';

/**
 * A block of draws: out[i] = quantile(variate, draw(low, high, first + i)) for i = 0 … count - 1, to
 * the bit, without asking for the family at every number. The hot path: nothing is checked.
 *
 * @param first place of the first number, a whole number; places repeat after 2^31
 */
export function fill(
  variate: Variate,
  low: number,
  high: number,
  first: number,
  out: Float64Array,
  count: number,
): void {
  if (variate.law.fill !== undefined) {
    variate.law.fill(variate, low, high, first, out, count);
    return;
  }
  for (let i = 0; i < count; i++) out[i] = quantile(variate, draw(low, high, (first + i) | 0));
}

/** The same at places of a list: out[i] = quantile(variate, draw(low, high, places[i])), from <= i < to. */
export function fillAt(
  variate: Variate,
  low: number,
  high: number,
  places: Int32Array,
  from: number,
  to: number,
  out: Float64Array,
): void {
  if (variate.law.fillAt !== undefined) {
    variate.law.fillAt(variate, low, high, places, from, to, out);
    return;
  }
  for (let i = from; i < to; i++) out[i] = quantile(variate, draw(low, high, places[i]!));
}
