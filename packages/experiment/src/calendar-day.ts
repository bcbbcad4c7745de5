import { type CalendarDay, defaultDayType, type Scenario, share } from '@hallsim/scenario';
import { type CivilDate, dateText, type Weekday, weekday } from './civil-date.js';

/** What a scenario's calendar says of one date. */
export interface PlannedDay {
  /** `2026-10-01`. */
  readonly date: string;
  readonly weekday: Weekday;
  /** Nobody comes and nobody works. */
  readonly closed: boolean;
  /** Day type; `null` for a scenario without. */
  readonly day: string | null;
  /** On the customers of the day type, rushes left out. */
  readonly factor: number;
}

/**
 * The calendar's word on a date. The day type is that of the most specific entry that names one: date,
 * then day of the month, then weekday, then `demand`. The factors of weekday and day of the month are
 * multiplied; that of a named date stands for both. A weekday or day of the month that is closed is
 * closed unless a named date opens it. The 31st is like the 30th where the calendar does not have it.
 * Without a calendar every day is open and of the day type of `demand`.
 */
export function plannedDay(scenario: Scenario, date: CivilDate): PlannedDay {
  const { weekdays = {}, monthDays = {}, dates = {} } = scenario.calendar ?? {};
  const text = dateText(date);
  const name = weekday(date);
  const ofWeek: CalendarDay = weekdays[name] ?? {};
  const ofMonth = monthDay(monthDays, date.day);
  const named: CalendarDay | undefined = Object.hasOwn(dates, text) ? dates[text] : undefined;
  const factor = (entry: CalendarDay): number => share(entry.factor ?? '100%');
  return {
    date: text,
    weekday: name,
    closed: named?.closed ?? (ofWeek.closed === true || ofMonth.closed === true),
    day: named?.dayType ?? ofMonth.dayType ?? ofWeek.dayType ?? defaultDayType(scenario) ?? null,
    factor: named ? factor(named) : factor(ofWeek) * factor(ofMonth),
  };
}

function monthDay(days: Readonly<Record<string, CalendarDay>>, day: number): CalendarDay {
  const own = days[String(day)];
  if (day !== 31) return own ?? {};
  const before = days['30'];
  if (own === undefined) return before ?? {};
  const factor = own.factor ?? before?.factor;
  return factor === undefined ? own : { ...own, factor };
}
