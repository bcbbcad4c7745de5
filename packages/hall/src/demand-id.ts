import { clockText } from '@hallsim/scenario';
import { type Demand, GIVEN, pointText } from './demand.js';
import { HALF_HOUR, type HallModel } from './model.js';

/**
 * A customer's address in words, stable across variants: `base/10:00/3/17` is point 17 of strip 3 of
 * the everyday stream in the half hour from ten o'clock, `base/10:00/3/17/2` the second of the party
 * that came there, `row/17` the 17th of customers who were given.
 */
export function demandId(model: HallModel, demand: Demand, row: number): string {
  const source = sourceId(model, demand, row);
  const point = demand.point[row]!;
  if (demand.source[row] === GIVEN) return `${source}/${point}`;
  const halfHour = clockText(Math.floor(demand.arrivedAt[row]! / HALF_HOUR) * HALF_HOUR);
  const member = demand.member?.[row] ?? 0;
  const place = member > 0 ? `/${member + 1}` : '';
  return `${source}/${halfHour}/${pointText(point)}${place}`;
}

/** Where a customer comes from: the id of the source, `row` for customers who were given. */
export function sourceId(model: HallModel, demand: Demand, row: number): string {
  const source = demand.source[row]!;
  return source === GIVEN ? 'row' : model.sources[source]!.id;
}
