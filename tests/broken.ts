import { Draws } from './reference-hall/draws.js';
import { Outages, type Place } from './reference-hall/outages.js';
import { covering, type ObservedDay } from './observed-day.js';

/** What broke down on a day, and when: told from the file and the day's chance alone, whatever happened in the hall. */
export function placesOfDay({ scenario, model, demand }: ObservedDay): readonly Place[] {
  return new Outages(scenario, new Draws(model, demand)).places;
}

/** Whether a counter or kiosk has broken down at a moment. */
export const isDown = ({ down }: Place, time: number): boolean => covering(down, time) > 0;

/** The places of one kind: counters of a group, of a room, kiosks. */
export const placesAt = (places: readonly Place[], what: Place['what'], of: number): Place[] =>
  places.filter((place) => place.what === what && place.of === of);
