import type { Floor } from './floor.js';

/** Whether one more can wait in the hall. Those who are served take no place, nor do the numbers of those who have gone. */
export function hasRoom({ kiosks, model, waiting }: Floor): boolean {
  return model.space === null || waiting + kiosks.waiting < model.space.places;
}

/** Factor on the patience of somebody who begins to wait now, before being counted: 1 with a seat. */
export function comfort({ kiosks, model, waiting }: Floor): number {
  const { space } = model;
  if (space === null || waiting + kiosks.waiting < space.seats) return 1;
  return space.standingPatience;
}
