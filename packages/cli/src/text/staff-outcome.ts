import type { Staffing } from '@hallsim/planning';
import type { Context } from '../context.js';
import { MOST_DAYS } from '../options.js';
import { decimal, percent, percentPrecise } from './number-text.js';

/** Whether a staffing plan keeps the promise, as a sentence. */
export function outcomeText(answer: Staffing, { words }: Context): string {
  const { outcome, target, achieved, run } = answer;
  const { outcome: say, ends } = words.staff;
  const { value, low, high } = achieved;
  if (value === null || low === null || high === null) {
    return run.complete ? say['nobody-came'] : say.stopped;
  }
  const share = percent(target.share);
  switch (outcome) {
    case 'within-indifference':
      return say[outcome]({
        end:
          target.id === 'service-level'
            ? { is: ends.low, value: percentPrecise(low) }
            : { is: ends.high, value: percentPrecise(high) },
        share,
        points: decimal(100 * target.indifference, 1),
      });
    case 'undecided':
      return run.complete
        ? say.undecided({
            interval: words.report.from(percent(low), percent(high)),
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
