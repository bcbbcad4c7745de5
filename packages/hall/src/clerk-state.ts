/**
 * What a clerk, or a counter without a name, does at a moment. `no-counter`: on duty while every
 * counter of the room is taken. `down`: the counter has broken down, with or without a customer at it.
 */
export const CLERK_STATES = [
  'off',
  'absent',
  'no-counter',
  'break',
  'idle',
  'down',
  'calling',
  'walking',
  'serving',
  'after-work',
] as const;
export type ClerkState = (typeof CLERK_STATES)[number];

/** Positions in `CLERK_STATES`, for the columns. */
export const CLERK = {
  off: 0,
  absent: 1,
  noCounter: 2,
  break: 3,
  idle: 4,
  down: 5,
  calling: 6,
  walking: 7,
  serving: 8,
  afterWork: 9,
} as const;

/** Whether a clerk works: from the call of a customer to the end of the work after it. */
export function isBusy(state: number): boolean {
  return state >= CLERK.calling;
}

/** Whether a clerk stands at a counter. */
export function isOnFloor(state: number): boolean {
  return state >= CLERK.idle;
}
