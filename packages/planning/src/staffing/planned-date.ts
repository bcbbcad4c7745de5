import { type PlannedDay, plannedDates } from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';

/** The calendar has the hall closed on a date for which counters were to be planned. */
export class ClosedDateError extends RangeError {
  override readonly name = 'ClosedDateError';
  readonly date: string;

  constructor(date: string) {
    super(`On ${date} the hall is closed: there is nothing to plan.`);
    this.date = date;
  }
}

/**
 * What the calendar says of a date: its day type and its factor on the customers.
 * @throws RangeError for what is no date; ClosedDateError
 */
export function plannedOn(scenario: Scenario, date: string): PlannedDay {
  const planned = plannedDates(scenario, date, 1)[0]!;
  if (planned.closed) throw new ClosedDateError(date);
  return planned;
}
