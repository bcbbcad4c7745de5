import type { Key } from './address.js';
import type { ArrivalCursor } from './arrival-cursor.js';
import { gapsOrTimes } from './arrivals-listed.js';
import type { Arrivals } from './arrivals-spec.js';
import { refuse } from './refuse.js';
import { requireVariate, type Variate } from './variate.js';
import type { Spread } from './variate-spread.js';

/** How the spreads and arrivals of a network are read. */
export interface Reading {
  readonly spread: (given: Spread | Variate, where: string) => Variate;
  readonly arrivals: (given: Arrivals, key: Key, where: string) => ArrivalCursor;
}

/**
 * Spreads as the functions of their families make them, and arrivals by gaps or at listed times: so
 * that no family and no kind of arrivals is loaded that a network does not have.
 */
export const MADE: Reading = {
  spread: made,
  arrivals: (given, key, where) =>
    ('batch' in Object(given) ? undefined : gapsOrTimes(given, key, where, made)) ??
    refuse(where, given, 'declare by network(), which reads every kind of arrivals'),
};

function made(given: Spread | Variate, where: string): Variate {
  requireVariate(where, given as Variate);
  return given as Variate;
}
