import { exp, logBlock, normalQuantile } from '@hallsim/stats';
import { draw } from './address.js';
import type { Variate } from './variate.js';
import { quantile } from './variate-quantile.js';

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
  const family: string = variate.family;
  switch (family) {
    case 'fixed':
      out.fill(variate.mean, 0, count);
      return;
    case 'exponential':
      fillExponential(variate.mean, low, high, first, out, count);
      return;
    case 'lognormal':
      fillLognormal(variate, low, high, first, out, count);
      return;
    default:
      for (let i = 0; i < count; i++) {
        out[i] = quantile(variate, draw(low, high, (first + i) | 0));
      }
  }
}

/** A block of 1 - u, and its bits. */
const BLOCK = 512;
const tails = new Float64Array(BLOCK);
const tailWords = new Int32Array(tails.buffer);

/** In two passes over short blocks: each is small enough for the processor to overlap its rounds. */
function fillExponential(
  mean: number,
  low: number,
  high: number,
  first: number,
  out: Float64Array,
  count: number,
): void {
  for (let done = 0; done < count; done += BLOCK) {
    const some = Math.min(BLOCK, count - done);
    fillTails(low, high, first + done, some);
    logBlock(tails, tailWords, some, -mean, out, done);
  }
}

function fillTails(low: number, high: number, first: number, count: number): void {
  // read once what does not change; | 0 tells V8 that these are integers
  const block = tails;
  const size = count | 0;
  const lowWord = low | 0;
  const highWord = high | 0;
  for (let i = 0; i < size; i++) block[i] = 1 - draw(lowWord, highWord, (first + i) | 0);
}

function fillLognormal(
  { mean, a, b }: Variate,
  low: number,
  high: number,
  first: number,
  out: Float64Array,
  count: number,
): void {
  // two passes: each stays small enough to be compiled as one piece
  for (let i = 0; i < count; i++) out[i] = draw(low, high, (first + i) | 0);
  for (let i = 0; i < count; i++) out[i] = mean * exp(a * normalQuantile(out[i]!) + b);
}
