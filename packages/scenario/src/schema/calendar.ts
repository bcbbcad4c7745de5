import * as z from 'zod';
import { id, label, share } from './texts.js';

/** Days of the month, `1` to `31`. */
export const monthDayPattern = /^([1-9]|[12]\d|3[01])$/;
/** Dates, `2026-10-01`; whether there is such a day is checked apart. */
export const datePattern = /^\d{4}-\d{2}-\d{2}$/;

export const calendarDaySchema = z
  .strictObject({
    label: label(),
    dayType: id().describe('The day type of such a day. Absent: see `calendar`.').exactOptional(),
    factor: share()
      .meta({ description: 'Factor on the number of customers.', default: '100%' })
      .exactOptional(),
    closed: z
      .boolean()
      .describe(
        'Whether the hall stays closed; on a named date `false` opens it on a weekday that is closed. Absent: open, or as the weekday says.',
      )
      .exactOptional(),
  })
  .meta({ id: 'calendar-day', description: 'What holds on one kind of calendar day.' });

const weekday = (name: string) =>
  calendarDaySchema.describe(`${name}. Absent: open, factor 100%.`).exactOptional();

export const calendarSchema = z
  .strictObject({
    weekdays: z
      .strictObject({
        mon: weekday('Mondays'),
        tue: weekday('Tuesdays'),
        wed: weekday('Wednesdays'),
        thu: weekday('Thursdays'),
        fri: weekday('Fridays'),
        sat: weekday('Saturdays'),
        sun: weekday('Sundays'),
      })
      .describe('What holds on each weekday. Absent: open, factor 100%.')
      .exactOptional(),
    monthDays: z
      .record(z.string().regex(monthDayPattern), calendarDaySchema)
      .describe(
        'What holds on each day of the month, `1` to `31`; `31` takes the entry of `30` where missing. Absent: factor 100%.',
      )
      .exactOptional(),
    dates: z
      .record(z.string().regex(datePattern), calendarDaySchema)
      .describe('What holds on a named date, `2026-10-01`. Absent: no such dates.')
      .exactOptional(),
  })
  .describe(
    'Which day is what. The day type comes from the most specific entry that names one (date, then month day, then weekday, then `demand.dayType`). Expected customers = perDay × volume of the day type × factor of the weekday × factor of the month day; the factor of a named date replaces both factors. Absent: every day is open and of the day type of `demand`.',
  );
