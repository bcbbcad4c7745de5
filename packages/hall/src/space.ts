import type { Floor } from './floor.js';

/** Whether a customer, with company, can wait in the hall. Those who are served take no place, nor do the numbers of those who have gone. */
export function hasRoom(floor: Floor, row: number): boolean {
  const { space } = floor.model;
  return space === null || fit(floor, row, space.places);
}

/** Factor on the patience of somebody who begins to wait now, before being counted: 1 where the whole party finds seats. */
export function comfort(floor: Floor, row: number): number {
  const { space } = floor.model;
  return space === null || fit(floor, row, space.seats) ? 1 : space.standingPatience;
}

/** The company of a customer who begins to wait takes places too, as long as the customer waits. */
export function bringCompany(floor: Floor, row: number): void {
  if (floor.companions !== null) floor.company += floor.companions[row]!;
}

export function takeCompanyAlong(floor: Floor, row: number): void {
  if (floor.companions !== null) floor.company -= floor.companions[row]!;
}

/** Whether so many places hold everybody who waits, and a customer with company. */
function fit(
  { companions, company, kiosks, waiting }: Floor,
  row: number,
  places: number,
): boolean {
  const own = companions === null ? 0 : companions[row]!;
  return waiting + kiosks.waiting + company + own < places;
}
