import { at, list, read } from '../document/loose.js';
import { clock, minutes } from '../units.js';

/** A period whose both ends can be read. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The period `{ from, to }` of a document, `undefined` where it cannot be read. */
export function span(value: unknown): Span | undefined {
  const from = read(clock, at(value, 'from'));
  const to = read(clock, at(value, 'to'));
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** The day from first opening to last closing, `undefined` while it cannot be told. */
export function daySpan(document: unknown): Span | undefined {
  const day = at(document, 'day');
  const hours = at(day, 'hours');
  if (at(day, 'lasts') !== undefined) {
    const lasts = read(minutes, at(day, 'lasts'));
    const clear = at(day, 'opens') === undefined && hours === undefined;
    return lasts === undefined || lasts === 0 || !clear ? undefined : { from: 0, to: lasts };
  }
  const opens = Array.isArray(hours) ? at(hours, 0, 'from') : at(day, 'opens');
  const closes = Array.isArray(hours) ? at(hours, hours.length - 1, 'to') : at(day, 'closes');
  const from = read(clock, opens);
  const to = read(clock, closes);
  return from === undefined || to === undefined || from >= to ? undefined : { from, to };
}

/** The opening periods of the day; none while they cannot be told. */
export function openPeriods(document: unknown): readonly Span[] {
  const hours = at(document, 'day', 'hours');
  const day = daySpan(document);
  if (day === undefined) return [];
  if (!Array.isArray(hours)) return [day];
  return list(hours).flatMap((period) => span(period) ?? []);
}
