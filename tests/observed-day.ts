import {
  CHANNELS,
  compile,
  type Demand,
  drawDemand,
  type HallModel,
  OUTCOMES,
  REASONS,
  runDay,
  type VisitLog,
} from '@hallsim/hall';
import type { Scenario } from '@hallsim/scenario';

/** One customer's day as an outsider would write it down: ids instead of positions, `NaN` = did not happen. */
export interface Visit {
  readonly row: number;
  readonly service: string;
  readonly customer: string;
  readonly arrived: number;
  readonly kioskStart: number;
  readonly kioskEnd: number;
  readonly joined: number;
  readonly waitFrom: number;
  readonly start: number;
  readonly end: number;
  readonly left: number;
  /** When the customer left the counter line: called to a counter, or away. */
  readonly called: number;
  readonly outcome: (typeof OUTCOMES)[number];
  readonly channel: (typeof CHANNELS)[number];
  readonly reason: (typeof REASONS)[number];
  readonly group: number;
  readonly counter: number;
  readonly ahead: number;
}

/** A finished day of a scenario, and what the scenario says about it in the words of the file. */
export interface ObservedDay {
  readonly scenario: Scenario;
  readonly model: HallModel;
  readonly demand: Demand;
  readonly log: VisitLog;
  readonly visits: readonly Visit[];
}

/** Runs replication 0 of a scenario and writes it down. */
export function observeDay(scenario: Scenario, seed: string): ObservedDay {
  const model = compile(scenario);
  const demand = drawDemand(model, { seed, replication: 0 });
  const log = runDay(model, demand);
  return { scenario, model, demand, log, visits: visitsOf(model, demand, log) };
}

export function visitsOf(model: HallModel, demand: Demand, log: VisitLog): Visit[] {
  return Array.from({ length: log.length }, (_, row) => {
    const called = log.called[row]!;
    const left = log.left[row]!;
    return {
      row,
      service: model.services[demand.service[row]!]!.id,
      customer: model.customers[demand.customer[row]!]!.id,
      arrived: demand.arrivedAt[row]!,
      kioskStart: log.kioskStart[row]!,
      kioskEnd: log.kioskEnd[row]!,
      joined: log.joined[row]!,
      waitFrom: log.waitFrom[row]!,
      start: log.start[row]!,
      end: log.end[row]!,
      left,
      called: happened(called) ? called : left,
      outcome: OUTCOMES[log.outcome[row]!]!,
      channel: CHANNELS[log.channel[row]!]!,
      reason: REASONS[log.reason[row]!]!,
      group: log.group[row]!,
      counter: log.counter[row]!,
      ahead: log.ahead[row]!,
    };
  });
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export const happened = (time: number): boolean => !Number.isNaN(time);
/** Did not go straight to a free counter. */
export const waited = (visit: Visit): boolean => visit.called > visit.joined;
export const inLine = (visit: Visit): Span => ({
  from: visit.joined,
  to: visit.called,
});
export const atCounter = (visit: Visit): Span => ({
  from: visit.start,
  to: visit.end,
});

/** In line for good at a moment: joined before it, called or gone after it. */
export const waitsAcross = (visit: Visit, time: number): boolean =>
  visit.joined < time && time < visit.called;

/** People in the kiosk line: until a kiosk is free, or until they are sent home from it. */
export function inKioskLine({ arrived, kioskStart, joined, left, reason }: Visit): Span[] {
  if (happened(kioskStart)) return [{ from: arrived, to: kioskStart }];
  return reason === 'closing' && !happened(joined) ? [{ from: arrived, to: left }] : [];
}

/** How many spans cover a moment, ends not counted in. */
export function covering(spans: readonly Span[], time: number): number {
  return spans.filter(({ from, to }) => from <= time && time < to).length;
}

/** Most spans at any one moment. */
export function mostAtOnce(spans: readonly Span[]): number {
  return spans.reduce((most, { from }) => Math.max(most, covering(spans, from)), 0);
}

/** ∫ f over [from, to] for a level f that changes only at the given moments. */
export function area(
  f: (time: number) => number,
  moments: readonly number[],
  from: number,
  to: number,
): number {
  const cuts = [...new Set([from, ...moments, to])]
    .filter((time) => time >= from && time <= to)
    .sort((a, b) => a - b);
  return cuts.slice(1).reduce((sum, cut, i) => sum + f(cuts[i]!) * (cut - cuts[i]!), 0);
}
