import type { Customer } from './network-customers.js';
import type { NetworkPlan } from './network-plan.js';
import type { Station } from './network-station.js';
import type { VisitOutcome, VisitRecord } from './network-visit.js';

/** Tells a listener of visits, by name. One record serves all calls. */
export class VisitReport {
  readonly #plan: NetworkPlan;
  readonly #listener: (visit: VisitRecord) => void;
  readonly #record: { -readonly [Key in keyof VisitRecord]: VisitRecord[Key] } = {
    source: '',
    number: 0,
    class: '',
    station: '',
    visit: 0,
    joined: 0,
    began: 0,
    started: 0,
    ended: 0,
    work: 0,
    outcome: 'served',
    counted: false,
  };

  constructor(plan: NetworkPlan, listener: (visit: VisitRecord) => void) {
    this.#plan = plan;
    this.#listener = listener;
  }

  /** A visit has ended now. */
  tell(customer: Customer, station: Station, outcome: VisitOutcome, now: number): void {
    const record = this.#record;
    const abandoned = outcome === 'abandoned';
    record.source = this.#plan.sources[customer.source]!.id;
    record.number = customer.number;
    record.class = this.#plan.classes[customer.class]!;
    record.station = station.plan.id;
    record.visit = customer.visit;
    record.joined = customer.joined;
    record.began = abandoned ? NaN : customer.began;
    record.started = abandoned ? NaN : customer.started;
    record.ended = now;
    record.work = abandoned ? NaN : customer.work;
    record.outcome = outcome;
    record.counted = customer.counted;
    this.#listener(record);
  }
}
