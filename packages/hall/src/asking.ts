import { childKey, draw, type Key } from '@hallsim/kernel/chance';
import { demandId } from './demand-id.js';
import type { Floor } from './floor.js';
import {
  type Asker,
  type CustomRules,
  type NamedRule,
  type RuleCustomer,
  RuleError,
  type RuleHall,
  type RuleKind,
} from './host-rules.js';

/** Asks the host's rules: shows them customer and hall, and refuses answers that no hall can follow. */
export class Asking implements Asker {
  readonly #floor: Floor;
  readonly #rules: CustomRules;
  readonly #customer: CustomerCursor;
  readonly #hall: RuleHall;

  constructor(floor: Floor, rules: CustomRules) {
    this.#floor = floor;
    this.#rules = rules;
    this.#customer = new CustomerCursor(floor);
    this.#hall = hallView(floor);
  }

  has(kind: RuleKind): boolean {
    return this.#rules[kind] !== null;
  }

  rank(row: number, group: number): number {
    const own = this.#rules.discipline!;
    const rank = this.#ask('discipline', own, row, (rule) =>
      rule(this.#customer, this.#groupId(group), this.#hall),
    );
    if (typeof rank === 'number' && rank === rank) return rank;
    throw this.#refused(
      'discipline',
      own.id,
      row,
      `gave ${String(rank)} for a rank; a rank is a number`,
    );
  }

  call(rows: readonly number[], group: number): number {
    const own = this.#rules.calling!;
    const offers = rows.map((row) => this.#customer.at(row).copy());
    const choice = this.#ask('calling', own, rows[0]!, (rule) =>
      rule(offers, this.#groupId(group), this.#hall),
    );
    const row = Number.isInteger(choice) ? rows[choice] : undefined;
    if (row !== undefined) return row;
    const wrong = `chose ${String(choice)} of ${rows.length} offers, numbered from 0`;
    throw this.#refused('calling', own.id, rows[0]!, wrong);
  }

  divert(row: number): boolean {
    const own = this.#rules.diversion!;
    const goes = this.#ask('diversion', own, row, (rule) => rule(this.#customer, this.#hall));
    if (typeof goes === 'boolean') return goes;
    throw this.#refused('diversion', own.id, row, `gave ${String(goes)} instead of true or false`);
  }

  serviceTime(minutes: number, row: number, group: number): number {
    const own = this.#rules.serviceTime!;
    const time = this.#ask('serviceTime', own, row, (rule) =>
      rule(minutes, this.#customer, this.#groupId(group), this.#hall),
    );
    if (typeof time === 'number' && time >= 0 && time < Infinity) return time;
    const wrong = `gave ${String(time)} for a service; its minutes are at least 0`;
    throw this.#refused('serviceTime', own.id, row, wrong);
  }

  #ask<F, R>(kind: RuleKind, { id, rule }: NamedRule<F>, row: number, ask: (rule: F) => R): R {
    this.#customer.at(row);
    try {
      return ask(rule);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      throw this.#refused(kind, id, row, `failed (${said})`, error);
    }
  }

  #refused(kind: RuleKind, id: string, row: number, wrong: string, cause?: unknown): RuleError {
    const customer = this.#customer.at(row).demand;
    return new RuleError({ kind, id, time: this.#floor.now, customer }, wrong, { cause });
  }

  #groupId(group: number): string {
    return this.#floor.model.groups[group]!.id;
  }
}

class CustomerCursor implements RuleCustomer {
  readonly #floor: Floor;
  #row = 0;

  constructor(floor: Floor) {
    this.#floor = floor;
  }

  at(row: number): this {
    this.#row = row;
    return this;
  }

  get demand(): string {
    return demandId(this.#floor.model, this.#floor.demand, this.#row);
  }

  get service(): string {
    return this.#floor.model.services[this.#floor.demand.service[this.#row]!]!.id;
  }

  get customer(): string {
    return this.#floor.model.customers[this.#floor.demand.customer[this.#row]!]!.id;
  }

  get arrivedAt(): number {
    return this.#floor.demand.arrivedAt[this.#row]!;
  }

  get waited(): number {
    const { lineOf, log, now } = this.#floor;
    return lineOf[this.#row]! < 0 ? 0 : now - log.waitFrom[this.#row]!;
  }

  draw(name: string): number {
    const { keyLow, keyHigh } = this.#floor.demand;
    const own: Key = { low: keyLow[this.#row]!, high: keyHigh[this.#row]! };
    const key = childKey(childKey(own, 'rule'), name);
    return draw(key.low, key.high, 0);
  }

  copy(): Omit<RuleCustomer, 'draw'> {
    const { demand, service, customer, arrivedAt, waited } = this;
    return { demand, service, customer, arrivedAt, waited };
  }
}

function hallView(floor: Floor): RuleHall {
  return {
    get now() {
      return floor.now;
    },
    get waiting() {
      return floor.waiting;
    },
    get waitingForKiosk() {
      return floor.kiosks.waiting;
    },
    get freeKiosks() {
      return floor.kiosks.free;
    },
    openCounters(group) {
      const at = floor.model.groups.findIndex(({ id }) => id === group);
      return at < 0 ? 0 : floor.counters[at]!.open;
    },
  };
}
