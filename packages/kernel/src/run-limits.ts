import { checkOptions, refuse } from './refuse.js';

/** How far to run; the first limit that is reached ends the run. Without any: until nothing is pending. */
export interface RunLimits {
  /**
   * Time at which the clock shall stand. Half-open: what is due exactly then has not happened yet
   * and is the first thing of the next run.
   */
  readonly until?: number;
  /** So many events, counted from this call. */
  readonly events?: number;
  /** So many customers gone, counted from this call (see `depart`). */
  readonly customers?: number;
  /** An `AbortSignal`, looked at every 1,024 events. */
  readonly signal?: { readonly aborted: boolean };
}

/** Why a run ended. `empty`: nothing is pending. `stopped`: the model called `stop`. */
export type RunEnd = 'empty' | 'until' | 'events' | 'customers' | 'stopped' | 'aborted';

const LIMITS = ['until', 'events', 'customers', 'signal'];

/** Refuses what is no set of limits, as a bare number would be, which means nothing here. */
export function requireLimits(limits: RunLimits): void {
  if (typeof limits !== 'object' || limits === null) {
    refuse(
      'run',
      limits,
      'say how far with { until: 480 }, { events: 1000 } or { customers: 500 }',
    );
  }
  checkOptions('run', limits, LIMITS);
  checkSignal(limits.signal);
}

/** Refuses what is no signal, as the controller that has one would be; absent is legal. */
export function checkSignal(signal: RunLimits['signal']): void {
  if (signal !== undefined && typeof signal?.aborted !== 'boolean') {
    refuse('run.signal', signal, 'give an AbortSignal, as the signal of an AbortController is');
  }
}

/** A limit counted in whole things; absent means no limit. */
export function count(what: string, limit: number | undefined): number {
  if (limit === undefined) return Infinity;
  if (Number.isInteger(limit) && limit >= 0) return limit;
  throw new RangeError(`run: ${what} is ${limit}; it must be a whole number of at least 0.`);
}
