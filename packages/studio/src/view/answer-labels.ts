import type { Estimate, MeasureLabels } from '@hallsim/elements';
import type { Words } from '../words/words.js';
import type { Figures } from './figures.js';

type Common = Pick<MeasureLabels, 'verdict' | 'nothing'>;

/** More days than this are not worth advising. */
const BEYOND_REASON = 5000;

/** What every card says alike. */
export function common({ say, write }: Words, days: number): Common {
  return {
    verdict: (means, change) => {
      const more = means === 'uncertain' ? moreDays(change, days) : null;
      return more === null ? say.answer.verdict[means] : say.answer.moreDays(write.whole(more));
    },
    nothing: say.answer.nothing,
  };
}

/**
 * How many days more would make a change of this size certain, to one leading digit: an interval
 * shrinks with the root of the days. Null when that would be beyond reason.
 */
function moreDays({ value, low, high }: Estimate, days: number): number | null {
  if (low === null || high === null || value === 0) return null;
  const ratio = (high - low) / 2 / Math.abs(value);
  const more = days * (ratio * ratio - 1);
  const digit = 10 ** Math.floor(Math.log10(Math.max(1, more)));
  const rounded = Math.max(10, Math.ceil(more / digit) * digit);
  return rounded <= BEYOND_REASON ? rounded : null;
}

/** Words of a measure that is a share. */
export function shareLabels(
  words: Words,
  of: Figures,
): Common & Pick<MeasureLabels, 'value' | 'end' | 'interval' | 'change'> {
  const { say, write } = words;
  return {
    ...common(words, of.days),
    value: write.percent,
    end: write.promise,
    interval: (low, high) => interval(words, of, write.percentBare(low), write.percentBare(high)),
    change: (change) => changed(words, change, 100, say.answer.points),
  };
}

/** The interval of a value, with its confidence. */
export function interval({ say, write }: Words, of: Figures, low: string, high: string): string {
  return say.answer.interval(`${write.whole(of.shown.run.confidence * 100)}%`, low, high);
}

/** A change with its interval; `scale` takes it to the unit that is shown. */
export function changed(
  { say, write }: Words,
  { value, low, high }: Estimate,
  scale: number,
  unit: (value: string) => string,
): string {
  if (low === null || high === null) return unit(write.signed(value * scale));
  const fine = (high - low) * scale;
  const signed = (one: number): string => write.signed(one * scale, fine);
  return say.answer.change(unit(signed(value)), signed(low), signed(high));
}

/** "10 min" in the reader's language. */
export function duration({ language }: Words, text: string): string {
  if (language === 'en') return text;
  return text
    .replace(/ ?min$/, ' 分钟')
    .replace(/ ?h$/, ' 小时')
    .replace(/ ?s$/, ' 秒');
}
