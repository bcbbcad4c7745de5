import type { Staffing } from '@hallsim/planning';
import { decimal } from './number-text.js';

type Promise = Pick<Staffing['target'], 'share' | 'indifference'>;

/** More digits behind the point are for nobody. */
const MOST = 8;

/** Digits behind the point of a percentage that tell half an indifference apart. */
function digitsOf({ indifference }: Promise): number {
  return Math.ceil(-Math.log10(50 * indifference));
}

const percentOf = (share: number, digits: number): string => `${decimal(100 * share, digits)}%`;

/** `85.0%`, `99.95%`: the share of a promise, all of its digits. */
export function promisedText(promise: Promise): string {
  const { share } = promise;
  let digits = digitsOf(promise);
  while (digits < MOST && Math.abs(Number(share.toFixed(digits + 2)) - share) > 1e-12) digits++;
  return percentOf(share, digits);
}

/** `84.7%`: a share that a promise is about. */
export function reachedText(share: number, promise: Promise): string {
  return percentOf(share, digitsOf(promise));
}

/** `84.72%`: the same where it is about little, and never the same as the promise where it is another share. */
export function reachedPrecisely(share: number, promise: Promise): string {
  let digits = digitsOf(promise) + 1;
  const same = (): boolean => percentOf(share, digits) === percentOf(promise.share, digits);
  while (digits < MOST && share !== promise.share && same()) digits++;
  return percentOf(share, digits);
}

/** `0.3`: points that count as equal. */
export function pointsText({ indifference }: Promise): string {
  return String(Number((100 * indifference).toFixed(MOST)));
}
