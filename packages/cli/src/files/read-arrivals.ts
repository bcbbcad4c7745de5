import { createHash } from 'node:crypto';
import { csvParseRows } from 'd3-dsv';
import type { GivenArrivals } from '@hallsim/experiment';
import { type ArrivalColumns, arrivalFaults, type HallModel } from '@hallsim/hall';
import { decode, type Issue } from '@hallsim/scenario';
import type { Context } from '../context.js';
import { InputError } from '../errors.js';
import { ARRIVAL_COLUMNS, type ArrivalColumn } from './arrival-columns.js';
import { cellIssue, faultIssue, headingIssue, noText } from './arrival-issues.js';
import { readSource } from './read-scenario.js';

const isColumn = (name: string): name is ArrivalColumn => Object.hasOwn(ARRIVAL_COLUMNS, name);

/** A line of the file that holds a customer. */
interface Row {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The arrivals that `--arrivals` names: CSV with a line of names first. `arrived` is needed, a time of day (`09:05`,
 * `09:05:30`) or minutes since midnight; `service` and `customer` are ids, `counter_time` and `patience` minutes. An
 * empty cell is drawn.
 * @param models the halls that are to have them
 * @throws InputError with everything that is wrong with the file
 */
export async function readArrivals(
  file: string,
  models: readonly HallModel[],
  context: Context,
): Promise<GivenArrivals> {
  const { name, bytes } = await readSource(file, 'arrivals', context);
  const text = decode(bytes);
  if (text === null) throw new InputError([noText()], name);
  const [heading, ...rows] = linesOf(text);
  const issues = headingIssues(heading);
  if (issues.length > 0) throw new InputError(issues, name);
  const names = heading!.cells.map((cell) => cell.trim() as ArrivalColumn);
  const columns = columnsOf(names, rows, issues);
  const bad = new Set(issues.map(({ line, path }) => `${line}/${path}`));
  for (const model of models) {
    for (const fault of arrivalFaults(model, columns)) {
      if (fault.kind === 'length') continue;
      const column = names.find((one) => ARRIVAL_COLUMNS[one] === fault.column)!;
      const { line } = rows[fault.row]!;
      const place = `${line}/${column}`;
      if (bad.has(place)) continue;
      bad.add(place);
      issues.push(faultIssue(fault, column, line, model));
    }
  }
  if (issues.length > 0) throw new InputError(byLine(issues), name);
  return { columns, hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}` };
}

/** Lines that hold something, with their numbers in the file. */
function linesOf(text: string): Row[] {
  let next = 1;
  return csvParseRows(text)
    .map((cells): Row => {
      const line = next;
      next += 1 + cells.join('').split('\n').length - 1;
      return { line, cells };
    })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function headingIssues(heading: Row | undefined): Issue[] {
  const names = heading?.cells.map((cell) => cell.trim()) ?? [];
  const line = heading?.line ?? 1;
  const issues = names
    .filter((name) => !isColumn(name))
    .map((name) => headingIssue('unknown', name, line));
  const twice = names.filter((name, i) => isColumn(name) && names.indexOf(name) !== i);
  issues.push(...twice.map((name) => headingIssue('twice', name, line)));
  if (!names.includes('arrived') && !names.some((name) => name.includes(';')))
    issues.push(headingIssue('missing', 'arrived', line));
  return issues;
}

/** The cells as the library reads them; what cannot be read is reported and left out. */
function columnsOf(
  names: readonly ArrivalColumn[],
  rows: readonly Row[],
  issues: Issue[],
): ArrivalColumns {
  const cellsOf = <T>(column: ArrivalColumn, read: (cell: string) => T, none: T): T[] => {
    const at = names.indexOf(column);
    return rows.map(({ cells, line }) => {
      const cell = cells[at]?.trim() ?? '';
      if (cell === '' && column !== 'arrived') return none;
      const value = read(cell);
      if (value === undefined || value !== value) {
        issues.push(cellIssue(cell, column, line));
        return none;
      }
      return value;
    });
  };
  for (const { cells, line } of rows) {
    if (cells.length > names.length)
      issues.push(cellIssue(cells.slice(names.length).join(), null, line));
  }
  return {
    arrivedAt: cellsOf('arrived', timeOf, NaN),
    ...(names.includes('service') && { service: cellsOf<string | null>('service', String, null) }),
    ...(names.includes('customer') && {
      customer: cellsOf<string | null>('customer', String, null),
    }),
    ...(names.includes('counter_time') && { counterTime: cellsOf('counter_time', numberOf, NaN) }),
    ...(names.includes('patience') && { patience: cellsOf('patience', numberOf, NaN) }),
  };
}

function byLine(issues: readonly Issue[]): Issue[] {
  return issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Minutes since midnight; NaN for what is no time. */
function timeOf(cell: string): number {
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?$/.exec(cell);
  if (clock === null) return numberOf(cell);
  const [, hours, minutes, seconds = '0'] = clock;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return NaN;
  return 60 * Number(hours) + Number(minutes) + Number(seconds) / 60;
}

function numberOf(cell: string): number {
  return /^-?\d{1,9}(\.\d{1,20})?$/.test(cell) ? Number(cell) : NaN;
}
