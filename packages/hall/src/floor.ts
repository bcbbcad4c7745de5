import { childKey, type Key } from '@hallsim/kernel/chance';
import { emptyAgenda, TURN } from './agenda.js';
import { Brought } from './brought.js';
import { CounterLines } from './counter-lines.js';
import { Counters } from './counters.js';
import { Crew, NOBODY } from './crew.js';
import { Deadlines } from './deadlines.js';
import type { Demand } from './demand.js';
import { Ends } from './ends.js';
import type { Asker } from './host-rules.js';
import { KioskBank } from './kiosk-bank.js';
import { KioskWishes } from './kiosk-wishes.js';
import { Lines } from './lines.js';
import type { HallModel, LineModel } from './model.js';
import { Looks } from './looks.js';
import { Outages } from './outages.js';
import type { Extras } from './extras.js';
import { sumExtra } from './sum-extra.js';
import { StateSums } from './state-sums.js';
import { TicketNumbers } from './ticket-numbers.js';
import { Upkeep } from './upkeep.js';
import { readyVisitLog, type VisitLog } from './visit-log.js';

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

  /** When what comes next. */
  readonly agenda: Float64Array = emptyAgenda();

  readonly lines: Lines;
  /** What the model says of the people in each of them. */
  readonly lineModels: readonly LineModel[];
  /** Lines by counter; `null` where there are none. */
  readonly counterLines: CounterLines | null;
  /** Line a customer waits in; -1 = in none. */
  lineOf: Int32Array = new Int32Array(0);
  /** What the place of each customer in a line goes by: from when it counts, or the service time where the shortest is first. */
  ranks: Float64Array = new Float64Array(0);
  /** Address under which each call of the day has its chance, and the calls so far; only where anybody may be called. */
  callChance: Key = { low: 0, high: 0 };
  calls = 0;
  /** From when the wait of whoever has waited longest for each elastic group counts, at the earliest. */
  readonly waitsSince: Float64Array;
  /** Customers in counter lines. */
  waiting = 0;
  /** How many come along with each row, and how many of them wait now; `null` where there is room for all, or everybody is alone. */
  companions: Uint8Array | null = null;
  company = 0;
  readonly deadlines: Deadlines = new Deadlines(this.agenda);
  /** Numbers given out and called; `null` where nobody looks at them. */
  readonly numbers: TicketNumbers | null;

  readonly counters: readonly Counters[];
  /** Group of each unit (counter or clerk) of the hall. */
  readonly groupOf: Int32Array;
  /** Customer at each unit of the hall, `NOBODY` or `AFTER_CUSTOMER`. */
  readonly customerAt: Int32Array;
  readonly counterEnds: Ends;
  readonly crew: Crew;
  /** Customers whose service a shift's end broke off, in the order of that, until somebody takes over. */
  readonly handedOver: number[] = [];
  /** Those of them whose service is being done over. */
  readonly redone: Set<number> = new Set();
  /** Minutes of work at speed 1 that are left of such a service, by row. */
  rest: Float64Array = new Float64Array(0);
  readonly upkeep: Upkeep;
  /** What has broken down; `null` where nothing does. */
  readonly outages: Outages | null;
  /** Counters beyond the roster of each group. */
  readonly extras: readonly Extras[];
  /** What groups look at after everything else of an instant. */
  readonly looks: Looks;

  readonly kiosks: KioskBank;
  /** Who of today's customers wants to use a kiosk; `null` where there is none. */
  readonly kioskWishes: KioskWishes | null;

  /** What today's customers bring to the counters. */
  readonly brought: Brought;

  readonly #stateSums: StateSums;

  /** Asks the host's rules; `null` where the scenario names none. */
  asking: Asker | null = null;

  constructor(model: HallModel) {
    this.model = model;
    let offset = 0;
    this.counters = model.groups.map((group) => {
      const counters = new Counters(group, offset, model.measuredFrom, {
        longestIdle: model.freeCounter === 'longest-idle',
        apart: model.counterLines !== null,
      });
      offset += group.count;
      return counters;
    });
    this.groupOf = new Int32Array(offset);
    this.counters.forEach((counters, group) => {
      this.groupOf.fill(group, counters.offset, counters.offset + model.groups[group]!.count);
    });
    this.#stateSums = new StateSums(model, this.groupOf);
    this.customerAt = new Int32Array(offset);
    this.counterEnds = new Ends(offset, this.agenda, TURN.counterEnd);
    this.crew = new Crew(model, offset);
    this.upkeep = new Upkeep(model, offset, this.agenda);
    this.outages = model.failures.length > 0 ? new Outages(model, offset) : null;
    this.extras = model.groups.map(() => ({ since: [], settingUp: [] }));
    this.looks = new Looks(model.groups.length, this.agenda);
    this.waitsSince = new Float64Array(model.groups.length);
    this.kiosks = new KioskBank(model.kiosks?.count ?? 0, this.agenda);
    this.kioskWishes =
      model.kiosks !== null && model.kiosks.count > 0 ? new KioskWishes(model) : null;
    this.brought = new Brought(model);
    this.counterLines = model.counterLines && new CounterLines(model, this.groupOf);
    this.lines = new Lines(this.counterLines?.lists ?? model.lines.length);
    this.lineModels = this.#lineModels();
    this.numbers = model.numbersCount ? new TicketNumbers(model.lines.length) : null;
  }

  /** Empties the hall for a day of these customers. */
  begin(demand: Demand, reuse: VisitLog | undefined): void {
    const rows = demand.length;
    this.demand = demand;
    this.log = readyVisitLog(rows, demand.arrivedAt.length, this.model, reuse);
    if (this.lineOf.length < rows) this.lineOf = new Int32Array(demand.arrivedAt.length);
    this.lineOf.fill(-1, 0, rows);
    this.counterLines?.clear(demand.arrivedAt.length);
    this.ranks = this.#ranksOfDay();
    this.lines.clear(this.ranks);
    if (this.model.discipline === 'random') {
      this.callChance = childKey({ low: demand.dayLow, high: demand.dayHigh }, 'call');
    }
    this.calls = 0;
    this.deadlines.clear(rows);
    this.numbers?.clear(rows);
    this.kiosks.clear(rows);
    this.kioskWishes?.read(demand);
    this.brought.read(demand);
    for (const counters of this.counters) counters.clear();
    this.customerAt.fill(NOBODY);
    this.counterEnds.clear();
    this.crew.clear();
    this.handedOver.length = 0;
    this.redone.clear();
    if (this.model.work.atShiftEnd === 'hand-over') {
      if (this.rest.length < rows) this.rest = new Float64Array(demand.arrivedAt.length);
      this.rest.fill(NaN);
    }
    this.upkeep.clear();
    this.outages?.begin(demand);
    for (const { since, settingUp } of this.extras) since.length = settingUp.length = 0;
    this.looks.clear();
    this.waitsSince.fill(Infinity);
    this.waiting = 0;
    this.companions = this.model.space === null ? null : demand.companions;
    this.company = 0;
    this.closed = false;
  }

  #ranksOfDay(): Float64Array {
    const { counterLines, log, model, ranks } = this;
    if (model.discipline !== 'shortest-job') return counterLines?.since ?? log.waitFrom;
    return ranks.length < log.waitFrom.length ? new Float64Array(log.waitFrom.length) : ranks;
  }

  #lineModels(): readonly LineModel[] {
    const { counterLines, model } = this;
    if (counterLines === null) return model.lines;
    const places = Array.from({ length: counterLines.units + 1 }, () => model.lines);
    return places.flat();
  }

  /** Everybody has left: what happened. */
  end(): VisitLog {
    this.counters.forEach(({ overtime }, group) => {
      this.log.overtime[group] = overtime;
    });
    this.#stateSums.add(this.log);
    sumExtra(this.model, this.log);
    return this.log;
  }
}

/** A customer leaves the hall. */
export function leave(floor: Floor, row: number, outcome: number, reason: number): void {
  floor.log.left[row] = floor.now;
  floor.log.outcome[row] = outcome;
  floor.log.reason[row] = reason;
}
