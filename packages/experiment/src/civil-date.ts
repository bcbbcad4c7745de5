/** A date of the Gregorian calendar, as everybody's calendar has it; years 1 to 9999. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days of the week as a scenario's calendar names them, from the one on which a week begins. */
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days of a month. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The date of a text such as `2026-10-01`; `null` where there is no such day. */
export function civilDate(text: string): CivilDate | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (found === null) return null;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const real =
    year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return real ? { year, month, day } : null;
}

/** `2026-10-01`. */
export function dateText({ year, month, day }: CivilDate): string {
  const digits = (n: number, length: number): string => String(n).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** The day after; of the last day of year 9999 there is none that could be written. */
export function nextDate({ year, month, day }: CivilDate): CivilDate {
  if (day < daysInMonth(year, month)) return { year, month, day: day + 1 };
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 };
}

/** Day of the week, by counting days since Monday, 1 January of the year 1. */
export function weekday({ year, month, day }: CivilDate): Weekday {
  const before = year - 1;
  let days = 365 * before + Math.floor(before / 4) - Math.floor(before / 100);
  days += Math.floor(before / 400) + day - 1;
  for (let earlier = 1; earlier < month; earlier++) days += daysInMonth(year, earlier);
  return WEEKDAYS[days % 7]!;
}
