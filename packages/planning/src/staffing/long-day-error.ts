/** Half hours of a day that are staffed, at most: two days of 24 hours. Those of a warm-up are not. */
export const MOST_SLOTS = 96;

/** The day has too many half hours to decide on each: one that `lasts` for days, as teaching queues do. */
export class LongDayError extends RangeError {
  override readonly name = 'LongDayError';
  readonly halfHours: number;

  constructor(halfHours: number) {
    super(`The day has ${halfHours} half hours that count; at most ${MOST_SLOTS} can be staffed.`);
    this.halfHours = halfHours;
  }
}
