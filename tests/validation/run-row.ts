import { deviate, estimated } from './judge.js';
import type { ExactRow, Row } from './row.js';
import { REPLICATIONS } from './steady.js';

/** What was simulated for one row. */
export interface RowResult {
  readonly id: string;
  readonly value: number;
  readonly mean: number;
  /** Half of the 99.9 % interval. */
  readonly half: number;
  readonly z: number;
  /** Units in each of the replications, and customers in all of them without the warm-up. */
  readonly size: number;
  readonly customers: number;
}

/** What was played for one exact row. */
export interface ExactResult {
  readonly id: string;
  readonly compared: number;
  readonly different: number;
}

/** The seed of a row: its id, and the salt behind it if there is one. Nobody chooses it. */
export const seedOf = (id: string, salt: string): string => (salt === '' ? id : `${id}/${salt}`);

/** Simulates one row. */
export function runRow(row: Row, size: number, salt: string): RowResult {
  const { id, value, measurement } = row;
  const { estimate, customersPerUnit } = measurement;
  const seed = seedOf(id, salt);
  const values = Array.from({ length: REPLICATIONS }, (_, replication) =>
    estimate(seed, replication, size),
  );
  const found = estimated(values);
  return {
    id,
    value,
    mean: found.mean,
    half: found.half,
    z: deviate(found, value, REPLICATIONS),
    size,
    customers: Math.round(size * customersPerUnit * REPLICATIONS),
  };
}

/** Plays one exact row. */
export function runExact({ id, check }: ExactRow): ExactResult {
  return { id, ...check.compare() };
}

/**
 * Whether a value has no spread to speak of, so that there is nothing to be off by chance: such a row
 * is compared directly and does not count among the deviates.
 */
export const isConstant = ({ half, value }: RowResult): boolean => half <= 1e-9 * Math.abs(value);

/** A size with two digits, at least `atLeast` and of at most `atMost` customers in all. */
export function sizeFor(row: Row, pilot: RowResult): number {
  const { aim, atLeast, atMost, customersPerUnit } = row.measurement;
  const most = atMost / REPLICATIONS / customersPerUnit;
  // a pilot that saw nothing knows nothing of the error
  const relative = pilot.mean === 0 ? Infinity : pilot.half / Math.abs(pilot.value);
  // the pilot knows the error to a tenth or so
  const wanted = pilot.size * (relative / (0.8 * aim)) ** 2;
  const size = Math.max(atLeast, Math.min(wanted, most), 2);
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(size)) - 1);
  return Math.ceil(size / digits) * digits;
}

/** The size of a pilot run, from which the size of the real one is estimated. */
export function pilotSize({ measurement }: Row): number {
  const { atLeast, customersPerUnit, atMost } = measurement;
  const size = (0.05 * atMost) / REPLICATIONS / customersPerUnit;
  return Math.max(2, Math.min(atLeast, Math.ceil(size)));
}
