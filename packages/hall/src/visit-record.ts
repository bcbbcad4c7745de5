import { clerkId } from './clerk-id.js';
import type { Demand } from './demand.js';
import { demandId, sourceId } from './demand-id.js';
import type { HallModel } from './model.js';
import { countOvertaking } from './overtaking.js';
import {
  type Channel,
  CHANNELS,
  type Outcome,
  OUTCOME,
  OUTCOMES,
  REASON,
  type Reason,
  REASONS,
  type VisitLog,
} from './visit-log.js';

/**
 * What happened to one customer on one day, with names instead of positions. Times are minutes since
 * midnight; `null` = did not happen.
 */
export interface VisitRecord {
  /** Number of the day, from 0. */
  readonly replication: number;
  /** `REPLICATION/DEMAND`: unique over days, and the same visit in every variant. */
  readonly visit: string;
  /** The customer's address, see `demandId`. */
  readonly demand: string;
  /** Who it is: one person comes once, so the same text as `demand`. */
  readonly person: string;
  /** Number of the ticket on its day, from 1. Who turned round at the line or was refused at the door has none. */
  readonly ticket: number | null;
  /** `base`, `early`, `waiting`, `class:ID`, `rush:ID`; `row` of customers who were given. */
  readonly source: string;
  readonly service: string;
  readonly customer: string;
  readonly arrived: number;
  /** When the ticket was taken: on arrival. */
  readonly ticketed: number | null;
  readonly kioskStart: number | null;
  readonly kioskEnd: number | null;
  /** When a counter line was joined; with a counter free, the moment of going there. */
  readonly joined: number | null;
  /** When a counter called; the same moment as `start` where calling and walking take no time. */
  readonly called: number | null;
  readonly start: number | null;
  readonly end: number | null;
  /** When the customer left the hall; `null` for one who is still inside. */
  readonly left: number | null;
  /** Where the customer was served. */
  readonly channel: Exclude<Channel, 'none'> | null;
  readonly group: string | null;
  /** The counter that served: `GROUP-1`, `GROUP-2`, … */
  readonly clerk: string | null;
  readonly outcome: Outcome;
  /** Why the customer left without service. */
  readonly reason: Exclude<Reason, 'none'> | null;
  /** People who waited for the same counters on joining. */
  readonly ahead: number | null;
  /** Customers who joined a counter line later and were called while this one waited, by a group that could have served this one. */
  readonly overtaken: number | null;
  /** The mirror of it: customers who had joined earlier and still waited when this one was called, by a group that could have served them. */
  readonly overtook: number | null;
}

/**
 * The visits of one day in order of arrival. Those that come before `model.measuredFrom` are among
 * them, though no measure counts them.
 * @param log what `runDay` gave for this very model and demand
 */
export function* visitRecords(
  model: HallModel,
  demand: Demand,
  log: VisitLog,
): Generator<VisitRecord, void, undefined> {
  const { overtaken, overtook } = countOvertaking(model, demand, log);
  const { replication } = demand;
  let tickets = 0;
  for (let row = 0; row < log.length; row++) {
    const id = demandId(model, demand, row);
    const joined = happened(log.joined[row]!);
    const called = happened(log.called[row]!);
    const arrived = demand.arrivedAt[row]!;
    const hasTicket = tookTicket(log, row) || balkedOnNumbers(model, demand, log, row);
    const group = log.group[row]! < 0 ? null : model.groups[log.group[row]!]!.id;
    const channel = CHANNELS[log.channel[row]!]!;
    const reason = REASONS[log.reason[row]!]!;
    yield {
      replication,
      visit: `${replication}/${id}`,
      demand: id,
      person: id,
      ticket: hasTicket ? ++tickets : null,
      source: sourceId(model, demand, row),
      service: model.services[demand.service[row]!]!.id,
      customer: model.customers[demand.customer[row]!]!.id,
      arrived,
      ticketed: hasTicket ? arrived : null,
      kioskStart: happened(log.kioskStart[row]!),
      kioskEnd: happened(log.kioskEnd[row]!),
      joined,
      called,
      start: happened(log.start[row]!),
      end: happened(log.end[row]!),
      left: happened(log.left[row]!),
      channel: channel === 'none' ? null : channel,
      group,
      clerk: group === null ? null : clerkId(group, log.counter[row]!),
      outcome: OUTCOMES[log.outcome[row]!]!,
      reason: reason === 'none' ? null : reason,
      ahead: joined === null ? null : log.ahead[row]!,
      overtaken: joined === null ? null : overtaken[row]!,
      overtook: called === null ? null : overtook[row]!,
    };
  }
}

function happened(time: number): number | null {
  return Number.isNaN(time) ? null : time;
}

/** Who turns round at the sight of the own number has taken it. */
function balkedOnNumbers(model: HallModel, demand: Demand, log: VisitLog, row: number): boolean {
  const rule = model.customers[demand.customer[row]!]!.balks;
  return log.reason[row] === REASON.line && rule?.by === 'numbers';
}

/** Everybody takes a ticket at the door but those who turn round there and those who are refused there. */
function tookTicket(log: VisitLog, row: number): boolean {
  if (log.outcome[row] === OUTCOME.balked || log.reason[row] === REASON.lastTicket) return false;
  const wentIn = !Number.isNaN(log.joined[row]!) || !Number.isNaN(log.kioskStart[row]!);
  return wentIn || log.reason[row] !== REASON.noCounter;
}
