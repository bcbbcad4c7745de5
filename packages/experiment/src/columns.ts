import { type HallModel, integral } from '@hallsim/hall';
import type { DayRecords } from './day-records.js';
import { GROUP, GROUP_SIZE, HALL, KIND, KIND_SIZE, type TallyLayout } from './day-tally.js';

/** A number that every day has, by name. `KIND`, `GROUP` and `HALL` say what is summed. */
export type Column =
  | Exclude<keyof typeof KIND, 'inside'>
  | 'inside'
  | 'busy'
  | 'overtime'
  | 'waiting'
  | 'mostWaiting'
  | 'lastDeparture'
  | 'kioskBusy'
  /** 1 a day; 1 a day on which anybody came, or was served at a counter, and 0 on the others. */
  | 'days'
  | 'cameDays'
  | 'counterServedDays'
  /** Clerk-minutes on the roster plus overtime. */
  | 'paid'
  /** Minutes from the first measured moment to closing. */
  | 'openMinutes'
  /** Kiosk-minutes in which a kiosk could start. */
  | 'kioskMinutes';

/** One entry a day for each column that makes sense in a scope. */
export type Columns = Partial<Record<Column, Float64Array>>;

function perDay(days: number, value: (day: number) => number): Float64Array {
  return Float64Array.from({ length: days }, (_, day) => value(day));
}

/** 1 for a day on which anything was counted, else 0. */
function daysWith(counts: Float64Array): Float64Array {
  return counts.map((count) => (count > 0 ? 1 : 0));
}

/** The columns of all visits of the given kinds (service × customer class). */
export function kindColumns(
  { rows, days }: DayRecords,
  { size }: TallyLayout,
  kinds: readonly number[],
): Columns {
  const columns: Columns = { days: new Float64Array(days).fill(1) };
  for (const name of Object.keys(KIND) as (keyof typeof KIND)[]) {
    const number = KIND[name];
    const longest = number === KIND.counterLongest;
    const column = new Float64Array(days);
    for (let day = 0; day < days; day++) {
      let sum = 0;
      for (let i = 0; i < kinds.length; i++) {
        const value = rows[day * size + kinds[i]! * KIND_SIZE + number]!;
        if (!longest) sum += value;
        else if (value > sum) sum = value;
      }
      column[day] = sum;
    }
    columns[name] = column;
    if (name === 'came') columns.cameDays = daysWith(column);
    if (name === 'counterServed') columns.counterServedDays = daysWith(column);
  }
  return columns;
}

/** The columns of one counter group: who it served and how it worked. */
export function groupColumns(
  { rows, days }: DayRecords,
  { size, groupAt }: TallyLayout,
  model: HallModel,
  group: number,
): Columns {
  const at = groupAt + group * GROUP_SIZE;
  const read = (number: number): Float64Array =>
    perDay(days, (day) => rows[day * size + at + number]!);
  const rostered = integral(model.groups[group]!.open, model.measuredFrom, model.closes);
  const overtime = read(GROUP.overtime);
  const served = read(GROUP.served);
  return {
    days: new Float64Array(days).fill(1),
    served,
    counterServed: served,
    counterServedDays: daysWith(served),
    counterWait: read(GROUP.wait),
    counterLongest: read(GROUP.longest),
    inTime: read(GROUP.inTime),
    busy: read(GROUP.busy),
    overtime,
    paid: overtime.map((minutes) => rostered + minutes),
  };
}

/** The columns of the whole hall. */
export function hallColumns(records: DayRecords, layout: TallyLayout, model: HallModel): Columns {
  const { rows, days } = records;
  const everyKind = Array.from({ length: layout.kinds }, (_, kind) => kind);
  const groups = model.groups.map((_, group) => groupColumns(records, layout, model, group));
  const read = (number: number): Float64Array =>
    perDay(days, (day) => rows[day * layout.size + layout.hallAt + number]!);
  const sum = (name: 'busy' | 'overtime' | 'paid'): Float64Array =>
    perDay(days, (day) => groups.reduce((total, group) => total + group[name]![day]!, 0));
  const columns: Columns = {
    ...kindColumns(records, layout, everyKind),
    busy: sum('busy'),
    overtime: sum('overtime'),
    paid: sum('paid'),
    waiting: read(HALL.waiting),
    mostWaiting: read(HALL.mostWaiting),
    openMinutes: new Float64Array(days).fill(model.closes - model.measuredFrom),
    lastDeparture: read(HALL.lastDeparture),
    kioskBusy: read(HALL.kioskBusy),
    kioskMinutes: new Float64Array(days).fill(
      model.kiosks ? integral(model.kiosks.open, model.measuredFrom, model.closes) : 0,
    ),
  };
  return columns;
}
