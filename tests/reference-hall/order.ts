/**
 * What happens first at one instant; the one thing, next to the customers and their draws, that the
 * reference has in common with the hall.
 */
export const ORDER = {
  roster: 0,
  counterEnd: 1,
  kioskEnd: 2,
  patience: 3,
  arrival: 4,
  closing: 5,
} as const;

/** Numbers within a kind: customers, counters, kiosks. */
const NUMBERS = 1_000_000;

/** Rank of an event among those of one time: by its kind, then by the number of whom it happens to. */
export const rank = (kind: keyof typeof ORDER, number: number): number =>
  ORDER[kind] * NUMBERS + number;
