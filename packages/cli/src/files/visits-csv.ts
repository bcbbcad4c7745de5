import { type VisitRecord, visitRecords } from '@hallsim/hall';
import { csvLine } from './csv.js';
import type { DayTable } from './day-table.js';

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

/** Every visit. */
export const VISITS: DayTable = {
  header: csvLine(COLUMNS.map(([name]) => name)),
  *lines(model, demand, log) {
    for (const visit of visitRecords(model, demand, log)) {
      yield csvLine(COLUMNS.map(([, key]) => visit[key]));
    }
  },
};
