import { type HallModel, integral } from '@hallsim/hall';
import type { DayRecords } from './day-records.js';
import { GROUP, GROUP_SIZE, HALL, type TallyLayout, VISITS, VISITS_SIZE } from './day-tally.js';
import type { SectionRows } from './section-rows.js';

/** A number that every day has, by name. `VISITS`, `GROUP` and `HALL` say what is summed. */
export type Column =
  | keyof typeof VISITS
  | 'busy'
  | 'overtime'
  | 'waiting'
  | 'mostWaiting'
  | 'lastDeparture'
  | 'kioskBusy'
  /** 1 a day. */
  | 'days'
  /** Clerk-minutes at counters on the roster, and of counters beyond the roster. */
  | 'staffed'
  /** The same plus overtime. */
  | 'paid'
  /** Minutes from the first measured moment to closing. */
  | 'openMinutes'
  /** Kiosk-minutes in which a kiosk could start: not those in which it has broken down. */
  | 'kioskMinutes';

/** One entry a section of days, which is a day up to 2,048 days, for each column that makes sense in a scope. */
export type Columns = Partial<Record<Column, Float64Array>>;

/** Where the numbers of everybody stand in a row. */
export type HallLayout = Pick<TallyLayout, 'visitsAt' | 'groupsAt' | 'hallAt'>;

/** Rows of numbers, and where each number stands. */
interface LaidRows<Layout = HallLayout> {
  readonly rows: Pick<SectionRows, 'column' | 'lengths'>;
  readonly layout: Layout;
}

/** The columns of a block of visits. */
function visitColumns({ rows }: Pick<LaidRows, 'rows'>, at: number): Columns {
  const columns: Columns = { days: rows.lengths() };
  for (const name of Object.keys(VISITS) as (keyof typeof VISITS)[]) {
    columns[name] = rows.column(at + VISITS[name]);
  }
  return columns;
}

/** The columns of the visits for one service. */
export function serviceColumns(records: DayRecords, service: number): Columns {
  return visitColumns(records, records.layout.servicesAt + service * VISITS_SIZE);
}

/** The columns of the visits of one customer class. */
export function customerColumns(records: DayRecords, customer: number): Columns {
  return visitColumns(records, records.layout.customersAt + customer * VISITS_SIZE);
}

/** The columns of one counter group: who it served and how it worked. */
export function groupColumns(records: LaidRows, model: HallModel, group: number): Columns {
  const rostered = integral(model.groups[group]!.open, model.measuredFrom, model.closes);
  return workColumns(records, records.layout.groupsAt + group * GROUP_SIZE, rostered);
}

/** The columns of one clerk. */
export function clerkColumns(records: LaidRows<TallyLayout>, clerk: number): Columns {
  return workColumns(records, records.layout.clerksAt + clerk * GROUP_SIZE, 0);
}

/** @param rostered minutes a day that counters are open by the clock */
function workColumns({ rows }: Pick<LaidRows, 'rows'>, at: number, rostered: number): Columns {
  const days = rows.lengths();
  const overtime = rows.column(at + GROUP.overtime);
  const served = rows.column(at + GROUP.served);
  const staffed = rows
    .column(at + GROUP.staffed)
    .map((minutes, i) => rostered * days[i]! + minutes);
  return {
    days,
    served,
    counterServed: served,
    counterServedDays: rows.column(at + GROUP.servedDays),
    counterWait: rows.column(at + GROUP.wait),
    counterLongest: rows.column(at + GROUP.longest),
    inTime: rows.column(at + GROUP.inTime),
    busy: rows.column(at + GROUP.busy),
    overtime,
    staffed,
    paid: staffed.map((minutes, i) => minutes + overtime[i]!),
  };
}

/** The columns of the whole hall. */
export function hallColumns(records: LaidRows, model: HallModel): Columns {
  const { rows, layout } = records;
  const days = rows.lengths();
  const groups = model.groups.map((_, group) => groupColumns(records, model, group));
  const sum = (name: 'busy' | 'overtime' | 'staffed' | 'paid'): Float64Array =>
    days.map((_, i) => groups.reduce((total, group) => total + group[name]![i]!, 0));
  const kioskMinutes = model.kiosks
    ? integral(model.kiosks.open, model.measuredFrom, model.closes)
    : 0;
  return {
    ...visitColumns(records, layout.visitsAt),
    busy: sum('busy'),
    overtime: sum('overtime'),
    staffed: sum('staffed'),
    paid: sum('paid'),
    waiting: rows.column(layout.hallAt + HALL.waiting),
    mostWaiting: rows.column(layout.hallAt + HALL.mostWaiting),
    openMinutes: days.map((count) => count * (model.closes - model.measuredFrom)),
    lastDeparture: rows.column(layout.hallAt + HALL.lastDeparture),
    kioskBusy: rows.column(layout.hallAt + HALL.kioskBusy),
    kioskMinutes: rows
      .column(layout.hallAt + HALL.kiosksDown)
      .map((down, i) => days[i]! * kioskMinutes - down),
  };
}
