import * as z from 'zod';
import { id, label, share } from './texts.js';

/** Days of the month, `1` to `31`. */
export const monthDayPattern = /^([1-9]|[12]\d|3[01])$/;
/** Dates, `2026-10-01`; whether there is such a day is checked apart. */
export const datePattern = /^\d{4}-\d{2}-\d{2}$/;

export const calendarDaySchema = z.strictObject({
  label: label(),
  dayType: id().describe('The day type of such a day.').exactOptional(),
  factor: share()
    .meta({ description: 'Factor on the number of customers.', default: '100%' })
    .exactOptional(),
  closed: z
    .boolean()
    .describe(
      'Whether the hall stays closed; on a named date `false` opens it on a weekday that is closed.',
    )
    .exactOptional(),
});

const weekday = () => calendarDaySchema.exactOptional();

export const calendarSchema = z
  .strictObject({
    weekdays: z
      .strictObject({
        mon: weekday(),
        tue: weekday(),
        wed: weekday(),
        thu: weekday(),
        fri: weekday(),
        sat: weekday(),
        sun: weekday(),
      })
      .describe('What holds on each weekday.')
      .exactOptional(),
    monthDays: z
      .record(z.string().regex(monthDayPattern), calendarDaySchema)
      .describe(
        'What holds on each day of the month, `1` to `31`; `31` takes the entry of `30` where missing.',
      )
      .exactOptional(),
    dates: z
      .record(z.string().regex(datePattern), calendarDaySchema)
      .describe('What holds on a named date, `2026-10-01`.')
      .exactOptional(),
  })
  .describe(
    'Which day is what. The day type comes from the most specific entry that names one (date, then month day, then weekday, then `demand.dayType`). Expected customers = perDay × volume of the day type × factor of the weekday × factor of the month day; the factor of a named date replaces both factors.',
  );
