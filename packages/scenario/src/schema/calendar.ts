import * as z from 'zod/mini';
import { id, key, label, maybe, named, share } from './texts.js';

/** Days of the month, `1` to `31`. */
export const monthDayPattern = /^([1-9]|[12]\d|3[01])$/;
/** Dates, `2026-10-01`; whether there is such a day is checked apart. */
export const datePattern = /^\d{4}-\d{2}-\d{2}$/;

export const calendarDaySchema = named(
  z.strictObject({
    label,
    dayType: maybe(id, 'The day type of such a day. Absent: see `calendar`.'),
    factor: maybe(share, 'Factor on the number of customers.', '100%'),
    closed: maybe(
      z.boolean(),
      'Whether the hall stays closed; on a named date `false` opens it on a weekday that is closed. Absent: open, or as the weekday says.',
    ),
  }),
  { id: 'calendar-day', description: 'What holds on one kind of calendar day.' },
);

const weekday = (name: string) => maybe(calendarDaySchema, `${name}. Absent: open, factor 100%.`);

export const calendarSchema = key(
  z.strictObject({
    weekdays: maybe(
      z.strictObject({
        mon: weekday('Mondays'),
        tue: weekday('Tuesdays'),
        wed: weekday('Wednesdays'),
        thu: weekday('Thursdays'),
        fri: weekday('Fridays'),
        sat: weekday('Saturdays'),
        sun: weekday('Sundays'),
      }),
      'What holds on each weekday. Absent: open, factor 100%.',
    ),
    monthDays: maybe(
      z.record(z.string().check(z.regex(monthDayPattern)), calendarDaySchema),
      'What holds on each day of the month, `1` to `31`; `31` takes the entry of `30` where missing. Absent: factor 100%.',
    ),
    dates: maybe(
      z.record(z.string().check(z.regex(datePattern)), calendarDaySchema),
      'What holds on a named date, `2026-10-01`. Absent: no such dates.',
    ),
  }),
  'Which day is what. The day type comes from the most specific entry that names one (date, then month day, then weekday, then `demand.dayType`). Expected customers = perDay × volume of the day type × factor of the weekday × factor of the month day; the factor of a named date replaces both factors. Absent: every day is open and of the day type of `demand`.',
);
