import type { NeighbourVerdict, Staffing } from '@hallsim/planning';
import type { Context } from '../context.js';
import { MOST_DAYS } from '../options.js';
import { decimal } from './number-text.js';
import { pointsText, promisedText, reachedPrecisely, reachedText } from './promise-text.js';

/** Counter hours by which sums of the same counters may differ. */
const SAME_HOURS = 1e-9;

/** Whether a staffing plan keeps the promise, as a sentence. */
export function outcomeText(answer: Staffing, { words }: Context): string {
  const { outcome, target, achieved, run } = answer;
  const { outcome: say, ends } = words.staff;
  const { value, low, high } = achieved;
  if (value === null || low === null || high === null) {
    return run.complete ? say['nobody-came'] : say.stopped;
  }
  const share = promisedText(target);
  switch (outcome) {
    case 'within-indifference':
      return say[outcome]({
        end:
          target.id === 'service-level'
            ? { is: ends.low, value: reachedPrecisely(low, target) }
            : { is: ends.high, value: reachedPrecisely(high, target) },
        share,
        points: pointsText(target),
      });
    case 'undecided':
      return run.complete
        ? say.undecided({
            interval: words.report.from(reachedText(low, target), reachedText(high, target)),
            share,
            days: daysToDecide({ value, low, high }, answer),
          })
        : say.stopped;
    case 'met':
    case 'missed':
    case 'nobody-came':
      return say[outcome];
  }
}

/**
 * Says where it is not certain that one counter less would miss the promise: what is fewest then depends on
 * the days. Empty where every neighbour fails.
 * @param asked whether the number of days was the caller's
 */
export function fewestLines(
  { lessOne, run, achieved, target }: Staffing,
  asked: boolean,
  { words }: Context,
): string[] {
  const { noneLessFails: noneFails, notFewest, moreDays } = words.staff;
  const count = (which: NeighbourVerdict): number =>
    lessOne.filter(({ verdict }) => verdict === which).length;
  const ties = count('tie');
  if (ties === 0) return [];
  const half = ((achieved.high ?? 0) - (achieved.low ?? 0)) / 2;
  const short = asked && half > target.indifference && run.complete;
  const sentence = count('fails') === 0 ? noneFails : notFewest(ties, lessOne.length);
  return [short ? `${sentence} ${moreDays}` : sentence];
}

/** Says where the counters of the file keep the promise with no more counter hours than the plan. */
export function alreadyLines(
  { file, counterHours, target, run }: Staffing,
  { words: { staff: words } }: Context,
): string[] {
  const { value, low, high } = file?.achieved ?? { value: null, low: null, high: null };
  if (!run.complete || file === null || value === null || low === null || high === null) return [];
  const kept = target.id === 'service-level' ? low >= target.share : high <= target.share;
  if (!kept || file.counterHours > counterHours + SAME_HOURS) return [];
  const [at, from, to] = [value, low, high].map((one) => reachedText(one, target));
  const reached = words.reached(at!, from!, to!);
  return [words.already(reached, decimal(file.counterHours, 1), decimal(counterHours, 1))];
}

/**
 * Days on which the interval would be so short that it tells, if the share is what it seems: half as many again
 * as that, in two digits, at least twice as many as there were.
 */
function daysToDecide(
  { value, low, high }: { readonly value: number; readonly low: number; readonly high: number },
  { run, target }: Staffing,
): number {
  const above = target.id === 'service-level' ? value - target.share : target.share - value;
  const short = Math.max(above + target.indifference, -above);
  const days = 1.5 * run.replications * ((high - low) / 2 / short) ** 2;
  const unit = 10 ** Math.floor(Math.log10(days) - 1);
  return Math.min(MOST_DAYS, Math.max(2 * run.replications, Math.ceil(days / unit) * unit));
}

/** Says which half hours no counters could serve as promised. */
export function outOfReachLines(
  { outOfReach, target }: Staffing,
  { words: { staff: words } }: Context,
): string[] {
  if (outOfReach.length === 0) return [];
  const each = outOfReach.map(({ from, to, value }) =>
    words.outOfReachOne(from, to, reachedText(value, target)),
  );
  return [words.outOfReach(each.join(words.beside.and))];
}
