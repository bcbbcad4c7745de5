/**
 * What a clerk, or a counter without a name, does at a moment. `no-counter`: on duty while every
 * counter of the room is taken or has broken down. `setting-up`: a counter beyond the roster is made
 * ready. `down`: the own counter, open or not, has broken down while nobody was there, `interrupted`: under a customer, or other work.
 */
export const CLERK_STATES = [
  'off',
  'absent',
  'no-counter',
  'break',
  'setting-up',
  'idle',
  'down',
  'interrupted',
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
  settingUp: 4,
  idle: 5,
  down: 6,
  interrupted: 7,
  calling: 8,
  walking: 9,
  serving: 10,
  afterWork: 11,
} as const;

/** Whether a clerk works: from the call of a customer to the end of the work after it. */
export function isBusy(state: number): boolean {
  return state >= CLERK.calling;
}

/** Whether a clerk stands at a counter. */
export function isOnFloor(state: number): boolean {
  return state >= CLERK.idle;
}
