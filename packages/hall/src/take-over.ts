import type { Floor } from './floor.js';

/** The first of those who were handed over and would wait in one of these lines; -1 when there is none. */
export function takeOver(floor: Floor, lines: Int32Array): number {
  const { handedOver } = floor;
  const at = handedOver.findIndex((row) => lines.includes(lineFor(floor, row)));
  return at < 0 ? -1 : handedOver.splice(at, 1)[0]!;
}

/** The line in which a customer would wait; -1 when no group serves them. */
export function lineFor({ demand, model }: Floor, row: number): number {
  return model.lineOf[demand.service[row]! * model.customers.length + demand.customer[row]!]!;
}
