import { expm1, log, logBlock } from '@hallsim/stats';
import { draw } from './address.js';
import { type Law, makeVariate, scaled, type Variate } from './variate.js';

const EXPONENTIAL: Law = /* @__PURE__ */ scaled(
  'exponential',
  (spread, u) => spread.mean * -log(1 - u),
  (_, x) => -expm1(-x),
  () => 1,
  { fill: fillExponential, fillAt: fillExponentialAt },
);

/** Exponential: cv 1. */
export function exponential(mean: number): Variate {
  return makeVariate(EXPONENTIAL, mean);
}

/** A block of 1 - u, and its bits. */
const BLOCK = 512;
const tails = new Float64Array(BLOCK);
const tailWords = new Int32Array(tails.buffer);

/** In two passes over short blocks: each is small enough for the processor to overlap its rounds. */
function fillExponential(
  { mean }: Variate,
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

function fillExponentialAt(
  { mean }: Variate,
  low: number,
  high: number,
  places: Int32Array,
  from: number,
  to: number,
  out: Float64Array,
): void {
  for (let done = from; done < to; done += BLOCK) {
    const some = Math.min(BLOCK, to - done);
    fillTailsAt(low, high, places, done, some);
    logBlock(tails, tailWords, some, -mean, out, done);
  }
}

function fillTailsAt(
  low: number,
  high: number,
  places: Int32Array,
  first: number,
  count: number,
): void {
  const block = tails;
  const size = count | 0;
  const lowWord = low | 0;
  const highWord = high | 0;
  for (let i = 0; i < size; i++) {
    block[i] = 1 - draw(lowWord, highWord, places[(first + i) | 0]!);
  }
}
