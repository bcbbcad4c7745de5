import type { ArrivalColumns } from '@hallsim/hall';

/** Columns of the file, and what they are called in the library. */
export const ARRIVAL_COLUMNS = {
  arrived: 'arrivedAt',
  service: 'service',
  customer: 'customer',
  counter_time: 'counterTime',
  patience: 'patience',
} as const satisfies Readonly<Record<string, keyof ArrivalColumns>>;

/** A column as the file names it. */
export type ArrivalColumn = keyof typeof ARRIVAL_COLUMNS;
