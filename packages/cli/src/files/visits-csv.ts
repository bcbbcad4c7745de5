import {
  DemandField,
  HallFloor,
  type HallModel,
  type VisitRecord,
  visitRecords,
} from '@hallsim/hall';
import { csvLine } from './csv.js';

/** The columns of `--visits`, in their order. */
const COLUMNS: readonly (readonly [string, keyof VisitRecord])[] = [
  ['replication', 'replication'],
  ['visit', 'visit'],
  ['demand', 'demand'],
  ['person', 'person'],
  ['ticket', 'ticket'],
  ['source', 'source'],
  ['service', 'service'],
  ['customer', 'customer'],
  ['arrived', 'arrived'],
  ['ticketed', 'ticketed'],
  ['kiosk_start', 'kioskStart'],
  ['kiosk_end', 'kioskEnd'],
  ['joined', 'joined'],
  ['called', 'called'],
  ['start', 'start'],
  ['end', 'end'],
  ['left', 'left'],
  ['channel', 'channel'],
  ['group', 'group'],
  ['clerk', 'clerk'],
  ['outcome', 'outcome'],
  ['reason', 'reason'],
  ['ahead', 'ahead'],
  ['overtaken', 'overtaken'],
  ['overtook', 'overtook'],
];

export const VISITS_HEADER: string = csvLine(COLUMNS.map(([name]) => name));

/**
 * The visits of the first days as CSV, one piece of text a day. They are the days that `simulate` runs
 * with the same scenario, day type and seed: a day is a function of these and its number.
 */
export function* visitsByDay(
  model: HallModel,
  seed: string,
  days: number,
): Generator<string, void, undefined> {
  const field = new DemandField(model, seed);
  const floor = new HallFloor(model);
  for (let day = 0; day < days; day++) {
    const demand = field.draw(day);
    let text = '';
    for (const visit of visitRecords(model, demand, floor.run(demand))) {
      text += csvLine(COLUMNS.map(([, key]) => visit[key]));
    }
    yield text;
  }
}
