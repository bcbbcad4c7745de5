/**
 * What may come next in a day. At one instant they come in this order, and within a kind by entity
 * number: tested as sentences in day.test.ts.
 */
export const TURN = {
  rosterChange: 0,
  counterEnd: 1,
  kioskEnd: 2,
  upkeep: 3,
  patienceEnd: 4,
  arrival: 5,
  closing: 6,
  look: 7,
  nothing: 8,
} as const;
export type Turn = Exclude<(typeof TURN)[keyof typeof TURN], 8>;

/**
 * When each of them comes next, minutes since midnight; `Infinity` where it does not. One column that
 * whoever keeps the ends, deadlines, … keeps up to date, because the clock of a day looks at all of them
 * for every event: asking each of them in turn took an eighth of the day.
 */
export function emptyAgenda(): Float64Array {
  return new Float64Array(TURN.nothing).fill(Infinity);
}
