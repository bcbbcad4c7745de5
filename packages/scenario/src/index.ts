export type * from './types.js';
export type { ClockTime, Count, Duration, Rate, Share } from './units.js';
export { clock, count, minutes, perMinute, share } from './units.js';
export type { OpeningHours } from './readers.js';
export { counterGroups, isCounterPool, label, openingHours } from './readers.js';
