import { Counters } from './counters.js';
import { Deadlines } from './deadlines.js';
import type { Demand } from './demand.js';
import { Ends } from './ends.js';
import type { Asker } from './host-rules.js';
import { KioskBank } from './kiosk-bank.js';
import { Lines } from './lines.js';
import type { HallModel } from './model.js';

import { clearVisitLog, emptyVisitLog, type VisitLog } from './visit-log.js';

/**
 * The hall at one moment of a day: who waits where, who serves whom, and what will happen when. It
 * knows no rules; those are functions over it, one idea a file (`reception.ts`, `waiting.ts`,
 * `service.ts`, `kiosks.ts`, `closing.ts`), and `day.ts` is the clock.
 *
 * Hot path: numbers and typed arrays; names live in the model and the summary. A floor is used again
 * for the next day, so a day allocates next to nothing.
 */
export class Floor {
  readonly model: HallModel;
  /** The moment it is, minutes since midnight. */
  now = 0;
  /** Whether the hall has closed. */
  closed = false;
  /** Today's customers, and what has happened to them so far. */
  demand!: Demand;
  log!: VisitLog;

  readonly lines: Lines;
  /** Line a customer waits in; -1 = in none. */
  lineOf: Int32Array = new Int32Array(0);
  /** People in counter lines. */
  waiting = 0;
  readonly deadlines: Deadlines = new Deadlines();

  readonly counters: readonly Counters[];
  /** Group of each counter of the hall. */
  readonly groupOf: Int32Array;
  /** Customer at each counter of the hall. */
  readonly customerAt: Int32Array;
  readonly counterEnds: Ends;

  readonly kiosks: KioskBank;

  /** Asks the host's rules; `null` where the scenario names none. */
  asking: Asker | null = null;

  constructor(model: HallModel) {
    this.model = model;
    let offset = 0;
    this.counters = model.groups.map((group) => {
      const counters = new Counters(group, offset, model.measuredFrom);
      offset += group.count;
      return counters;
    });
    this.groupOf = new Int32Array(offset);
    this.counters.forEach((counters, group) => {
      this.groupOf.fill(group, counters.offset, counters.offset + model.groups[group]!.count);
    });
    this.customerAt = new Int32Array(offset);
    this.counterEnds = new Ends(offset);
    this.kiosks = new KioskBank(model.kiosks?.count ?? 0);
    this.lines = new Lines(model.lines.length);
  }

  /** Empties the hall for a day of these customers. */
  begin(demand: Demand, reuse: VisitLog | undefined): void {
    const rows = demand.length;
    this.demand = demand;
    this.log =
      reuse && reuse.left.length >= rows
        ? reuse
        : emptyVisitLog(demand.arrivedAt.length, this.counters.length);
    clearVisitLog(this.log, rows);
    if (this.lineOf.length < rows) this.lineOf = new Int32Array(demand.arrivedAt.length);
    this.lineOf.fill(-1, 0, rows);
    this.lines.clear(this.log.waitFrom);
    this.deadlines.clear(rows);
    this.kiosks.clear(rows);
    for (const counters of this.counters) counters.clear();
    this.counterEnds.clear();
    this.waiting = 0;
    this.closed = false;
  }

  /** Everybody has left: what happened. */
  end(): VisitLog {
    this.counters.forEach(({ overtime }, group) => {
      this.log.overtime[group] = overtime;
    });
    return this.log;
  }
}

/** A customer leaves the hall. */
export function leave(floor: Floor, row: number, outcome: number, reason: number): void {
  floor.log.left[row] = floor.now;
  floor.log.outcome[row] = outcome;
  floor.log.reason[row] = reason;
}
