/** A stretch of the day, in minutes since midnight; `to` belongs to the next slot. */
export interface DaySlot {
  readonly from: number;
  readonly to: number;
}

/** Index of the slot that holds a minute, or -1 outside the day. */
export function slotAt(slots: readonly DaySlot[], minute: number | null): number {
  if (minute === null) return -1;
  return slots.findIndex((slot) => slot.from <= minute && minute < slot.to);
}

/** The minute half-way through a slot: where a value of the whole slot is drawn. */
export function middle(slot: DaySlot): number {
  return (slot.from + slot.to) / 2;
}

/** Minutes since midnight as a clock reads them: 570 is "09:30", 1500 is "25:00". */
export function clockText(minute: number): string {
  const whole = Math.round(minute);
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${pad(Math.floor(whole / 60))}:${pad(whole % 60)}`;
}

/** Minutes since midnight of a clock text, the inverse of {@link clockText}: "99:30" is 5970. */
export function clockMinute(text: string): number {
  const [hours = '', minutes = ''] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}
