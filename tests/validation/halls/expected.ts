import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The numbers that are compared: minutes and percent. */
export const COLUMNS = {
  wait: 'wait',
  p90: 'wait P90',
  withinServed: 'in time, of the served',
  withinAll: 'in time, of all at counters',
  balked: 'turned round',
  abandoned: 'left',
  kiosk: 'kiosk',
  busy: 'busy',
} as const;

export type Column = keyof typeof COLUMNS;

export const COLUMN_IDS = Object.keys(COLUMNS) as readonly Column[];

export type Numbers = Readonly<Record<Column, number>>;

/** How a hall is run in one row of the source. */
export interface HallRow {
  readonly hall: string;
  readonly scenario: 'base' | 'peak-roster' | 'elastic' | 'no-greeter' | 'no-kiosks';
  readonly day: 'normal' | 'peak';
}

export interface ExpectedRow extends HallRow {
  readonly customers: number;
  readonly expected: Numbers;
}

/** The rows of `examples/halls/source/plausibility.json`, hall by hall. */
export function expectedRows(root: string): ExpectedRow[] {
  const text = readFileSync(join(root, 'examples/halls/source/plausibility.json'), 'utf8');
  const { halls } = JSON.parse(text) as {
    halls: Record<string, (Omit<HallRow, 'hall'> & Numbers & { customers: number })[]>;
  };
  return Object.entries(halls).flatMap(([hall, rows]) =>
    rows.map(({ scenario, day, customers, ...expected }) => {
      return { hall, scenario, day, customers, expected };
    }),
  );
}
