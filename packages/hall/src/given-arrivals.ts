import type { HallModel, Stretch } from './model.js';

/** Customers as a ticket machine has written them down: columns of one length, one row a customer, in any order. */
export interface ArrivalColumns {
  /** Minutes since midnight. */
  readonly arrivedAt: ArrayLike<number>;
  /** Ids of services and of customer classes. Absent or `null`: drawn as for everybody who comes by the everyday stream. */
  readonly service?: ArrayLike<string | null>;
  readonly customer?: ArrayLike<string | null>;
  /** Minutes at a counter of speed 1, and minutes of patience. Absent or NaN: drawn. */
  readonly counterTime?: ArrayLike<number>;
  readonly patience?: ArrayLike<number>;
}

/** Something that is wrong with given arrivals. */
export type ArrivalFault =
  | { readonly kind: 'length'; readonly column: string; readonly rows: number }
  | {
      readonly kind: 'outside-day' | 'unknown' | 'negative' | 'endless';
      readonly column: keyof ArrivalColumns;
      /** From 0. */
      readonly row: number;
      readonly value: number | string;
    };

/** When the doors of a hall are open. */
export function openStretches({ opens, closes, closures }: HallModel): Stretch[] {
  const ends = [...closures.map(({ from }) => from), closes];
  return [opens, ...closures.map(({ to }) => to)].map((from, i) => ({ from, to: ends[i]! }));
}

/** Everything that is wrong with given arrivals for a hall, row by row. */
export function arrivalFaults(model: HallModel, columns: ArrivalColumns): ArrivalFault[] {
  const { arrivedAt, ...others } = columns;
  const rows = arrivedAt.length;
  const faults: ArrivalFault[] = [];
  for (const [column, values] of Object.entries(others)) {
    if (values.length !== rows) faults.push({ kind: 'length', column, rows: values.length });
  }
  const ids = {
    service: new Set(model.services.map(({ id }) => id)),
    customer: new Set(model.customers.map(({ id }) => id)),
  };
  const open = openStretches(model);
  for (let row = 0; row < rows; row++) {
    const time = arrivedAt[row]!;
    if (!open.some(({ from, to }) => time >= from && time < to)) {
      faults.push({ kind: 'outside-day', column: 'arrivedAt', row, value: time });
    }
    for (const column of ['service', 'customer'] as const) {
      const id = columns[column]?.[row] ?? null;
      if (id !== null && !ids[column].has(id)) {
        faults.push({ kind: 'unknown', column, row, value: id });
      }
    }
    for (const column of ['counterTime', 'patience'] as const) {
      const value = columns[column]?.[row] ?? NaN;
      if (value < 0) faults.push({ kind: 'negative', column, row, value });
      if (value === Infinity && column === 'counterTime') {
        faults.push({ kind: 'endless', column, row, value });
      }
    }
  }
  return faults;
}

/** Arrivals are given that the hall cannot have. */
export class ArrivalsError extends RangeError {
  readonly faults: readonly ArrivalFault[];

  constructor(faults: readonly ArrivalFault[], model: HallModel, rows: number) {
    super(faults.map((fault) => said(fault, model, rows)).join('\n'));
    this.name = 'ArrivalsError';
    this.faults = faults;
  }
}

function said(fault: ArrivalFault, model: HallModel, rows: number): string {
  if (fault.kind === 'length') {
    return `${fault.column} has ${fault.rows} rows, arrivedAt has ${rows}: give as many.`;
  }
  const { kind, column, row, value } = fault;
  const at = `${column} of row ${row + 1} is`;
  switch (kind) {
    case 'outside-day':
      return `${at} ${value}: give minutes since midnight ${openStretches(model)
        .map((period) => `from ${period.from} to before ${period.to}`)
        .join(' or ')}.`;
    case 'unknown': {
      const known = column === 'service' ? model.services : model.customers;
      return `${at} "${value}": there are ${known.map(({ id }) => id).join(', ')}.`;
    }
    case 'negative':
      return `${at} ${value}: give minutes of at least 0, or NaN.`;
    case 'endless':
      return `${at} without end: give a number of minutes.`;
  }
}
