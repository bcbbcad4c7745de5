import { type StateRecord, stateRecords } from '@hallsim/hall';
import { csvLine } from './csv.js';
import type { DayTable } from './day-table.js';

/** The columns of `--clerks`, in their order. */
const COLUMNS: readonly (keyof StateRecord)[] = [
  'replication',
  'group',
  'clerk',
  'state',
  'rostered',
  'from',
  'to',
];

/** What clerks did, and counters open by the clock too. */
export const CLERKS: DayTable = {
  header: csvLine(COLUMNS),
  told: (model) => ({ ...model, countersTell: true }),
  *lines(model, demand, log) {
    for (const record of stateRecords(model, demand, log)) {
      yield csvLine(COLUMNS.map((key) => (key === 'rostered' ? Number(record[key]) : record[key])));
    }
  },
};
