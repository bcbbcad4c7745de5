import {
  type Demand,
  DayRunner,
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

/** Visits in one piece of text: some megabytes, where a day of millions would be longer than a text can be. */
const PIECE = 20_000;

/**
 * The visits of one day after the other as CSV, each day as an iterable of pieces of text. They are the
 * days that `simulate` runs with the same scenario, day type and seed: a day is a function of these and
 * its number.
 * @param field whose customers come
 */
export function* visitsByDay(
  model: HallModel,
  field: { draw(replication: number): Demand },
  days: number,
): Generator<Iterable<string>, void, undefined> {
  const runner = new DayRunner(model);
  for (let day = 0; day < days; day++) {
    const demand = field.draw(day);
    yield inPieces(visitRecords(model, demand, runner.run(demand)));
  }
}

function* inPieces(visits: Iterable<VisitRecord>): Generator<string, void, undefined> {
  let text = '';
  let size = 0;
  for (const visit of visits) {
    text += csvLine(COLUMNS.map(([, key]) => visit[key]));
    if (++size < PIECE) continue;
    yield text;
    text = '';
    size = 0;
  }
  if (size > 0) yield text;
}
