/**
 * What happens first at one instant; the one thing, next to the customers and their draws, that the
 * reference has in common with the hall.
 */
export const ORDER = {
  kioskHours: 0,
  roster: 1,
  doorsClose: 2,
  shiftEnds: 3,
  doorsOpen: 4,
  shiftBegins: 5,
  workBegins: 6,
  linesMove: 7,
  counterEnd: 8,
  kioskEnd: 9,
  outage: 10,
  breakEnd: 11,
  breakTime: 12,
  patience: 13,
  arrival: 14,
  closing: 15,
  counterReady: 16,
  look: 17,
  help: 18,
} as const;

/** Numbers within a kind: customers, counters, clerks, kiosks. */
const NUMBERS = 1_000_000;

/** Rank of an event among those of one time: by its kind, then by the number of whom it happens to. */
export const rank = (kind: keyof typeof ORDER, number: number): number =>
  ORDER[kind] * NUMBERS + number;

/** Rank of a breakdown or a repair at a place, the number of whom it happens to. */
export const outageRank = (place: number): number => rank('outage', 2 * place);

/** Rank of what happens right after it at the same place. */
export const afterOutageRank = (place: number): number => outageRank(place) + 1;
