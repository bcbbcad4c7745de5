import { MEASURE_RULES } from './measure-rules.js';
import type { MeasureValues, ReachedPrecision } from './summary-json.js';

/** A measure of the hall, and how far its interval may reach from its value, in its unit. */
export interface Precision {
  /** Id; see `MEASURES`. */
  readonly measure: string;
  /** More than 0: minutes, customers, …; of a share a fraction of 1. */
  readonly halfWidth: number;
}

/** Days before the first look, so that chance alone seldom makes an interval short. */
const FIRST_LOOK = 40;
/** Days at most, where nothing is said. */
export const MOST_DAYS = 10_000;

/**
 * Days until intervals are short enough. After 40 days, and from there on at growing numbers of days,
 * the intervals are looked at; when all reach no further than wanted twice in a row, it is the end. So that
 * chance has few occasions to end it early, the next look is where the last one lets expect the goal,
 * but after at least 10 % more days and at most twice as many; and days that seem alike by chance alone
 * seldom still do so after another tenth of them.
 *
 * The guarantee is asymptotic: the shorter the interval that is asked for, the nearer comes the share
 * of studies whose interval holds the true value to what was promised (Y. S. Chow & H. Robbins, Ann.
 * Math. Statist. 36, 1965, pp. 457-462; for simulations P. W. Glynn & W. Whitt, Ann. Appl. Probab. 2,
 * 1992, pp. 180-198). What it comes to with few days stands in docs/validation.md.
 */
export class UntilPrecise {
  readonly #goals: readonly Precision[];
  readonly #most: number;
  #next: number;
  #expected: number;
  /** Whether the last look found all intervals short enough. */
  #shortEnough = false;

  /**
   * @param most days at which it ends, whatever the intervals
   * @throws RangeError naming a measure that there is not, or a half-width that cannot be
   */
  constructor(goals: readonly Precision[], most: number) {
    for (const { measure, halfWidth } of goals) {
      if (!MEASURE_RULES.some(({ id }) => id === measure)) {
        throw new RangeError(
          `precision: there is no measure "${measure}". There are: ${MEASURE_RULES.map(({ id }) => id).join(', ')}.`,
        );
      }
      if (!(halfWidth > 0 && halfWidth < Infinity)) {
        throw new RangeError(
          `precision: the half-width of ${measure} must be more than 0, not ${halfWidth}.`,
        );
      }
    }
    this.#goals = goals;
    this.#most = most;
    this.#next = Math.min(FIRST_LOOK, most);
    this.#expected = this.#next;
  }

  /** Number of days at which the intervals are looked at next; after the last look, the days there are. */
  get nextLook(): number {
    return this.#next;
  }

  /** Days that it will take, as far as the last look tells. */
  get expected(): number {
    return this.#expected;
  }

  /** Looks at the intervals of so many days. */
  look(days: number, values: MeasureValues): void {
    const reached = reachedBy(this.#goals, values);
    // What was not observed at all is no more likely to be by waiting.
    const hopeless = reached.some(({ measure }) => (values[measure]?.value ?? null) === null);
    const met = reached.every((goal) => goal.met);
    if (days >= this.#most || hopeless || (met && this.#shortEnough)) {
      this.#next = days;
      this.#expected = days;
      return;
    }
    this.#shortEnough = met;
    const needed = Math.max(...reached.map((goal) => daysNeeded(days, goal)));
    this.#next = Math.min(this.#most, Math.max(Math.ceil(1.1 * days), Math.min(2 * days, needed)));
    this.#expected = Math.min(this.#most, Math.max(this.#next, needed));
  }
}

/** How far each interval reaches. */
export function reachedBy(goals: readonly Precision[], values: MeasureValues): ReachedPrecision[] {
  return goals.map(({ measure, halfWidth }) => {
    const found = values[measure];
    const { value = null, low = null, high = null, unit } = found ?? {};
    const reached =
      value === null || low === null || high === null ? null : Math.max(high - value, value - low);
    return {
      measure,
      halfWidth,
      reached,
      unit: unit ?? MEASURE_RULES.find(({ id }) => id === measure)!.unit,
      met: reached !== null && reached <= halfWidth,
    };
  });
}

/** Days after which an interval should be as short as wanted: half as long takes four times the days. */
function daysNeeded(days: number, { halfWidth, reached, met }: ReachedPrecision): number {
  if (met) return days;
  return reached === null
    ? 2 * days
    : Math.ceil(days * (reached / halfWidth) * (reached / halfWidth));
}
