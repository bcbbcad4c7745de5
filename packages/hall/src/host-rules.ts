import { clockText, type Scenario } from '@hallsim/scenario';

/**
 * A customer as a rule sees them. One object that is moved from customer to customer: keep what it
 * says, not the object.
 */
export interface RuleCustomer {
  /** The customer's address in words, the same in every variant: `base/10:00/3/17`. */
  readonly demand: string;
  /** Id of the service the customer has come for. */
  readonly service: string;
  /** Id of the customer class. */
  readonly customer: string;
  /** Minutes since midnight. */
  readonly arrivedAt: number;
  /** Minutes since the place in the counter line counts; 0 for one who stands in none. */
  readonly waited: number;
  /**
   * Chance of the customer's own, above 0 and below 1: the same for this customer and name in every
   * variant, whatever else happens. The only chance a rule may use.
   */
  draw(name: string): number;
}

/** The hall as a rule sees it, at the moment it is asked. */
export interface RuleHall {
  /** Minutes since midnight. */
  readonly now: number;
  /** People in counter lines. */
  readonly waiting: number;
  /** People in the line of the kiosks. */
  readonly waitingForKiosk: number;
  /** Kiosks that could begin at once. */
  readonly freeKiosks: number;
  /** Counters of a group that are open, busy ones among them; 0 for a group there is not. */
  openCounters(group: string): number;
}

/** Rank of somebody who waits, asked when a clerk of `group` is free: the smallest is called, of equal ranks the earlier row of the day. */
export type DisciplineRule = (customer: RuleCustomer, group: string, hall: RuleHall) => number;

/**
 * Whom a free clerk of `group` calls among those who are first in their lines: a position in `offers`.
 * The offers are copies and may be kept.
 */
export type CallingRule = (
  offers: readonly Omit<RuleCustomer, 'draw'>[],
  group: string,
  hall: RuleHall,
) => number;

/** Whether a newcomer whose business a kiosk can do goes there; asked instead of `willing` and `lineUpTo`. */
export type DiversionRule = (customer: RuleCustomer, hall: RuleHall) => boolean;

/** Minutes that a service takes instead of the drawn `minutes`: at least 0. */
export type ServiceTimeRule = (
  minutes: number,
  customer: RuleCustomer,
  group: string,
  hall: RuleHall,
) => number;

/**
 * Rules that a scenario names by id under `rules.custom` and the host provides: plain functions of what
 * they are given, without memory and without chance but `customer.draw`, so that a day stays a function
 * of scenario and seed. A module that exports these four names fits.
 */
export interface HostRules {
  readonly discipline?: Readonly<Record<string, DisciplineRule>>;
  readonly calling?: Readonly<Record<string, CallingRule>>;
  readonly diversion?: Readonly<Record<string, DiversionRule>>;
  readonly serviceTime?: Readonly<Record<string, ServiceTimeRule>>;
}

/** What a rule decides. */
export type RuleKind = keyof HostRules;

/** A rule with its id. */
export interface NamedRule<F> {
  readonly id: string;
  readonly rule: F;
}

/** The rules of one scenario; `null` where it names none. */
export interface CustomRules {
  readonly discipline: NamedRule<DisciplineRule> | null;
  readonly calling: NamedRule<CallingRule> | null;
  readonly diversion: NamedRule<DiversionRule> | null;
  readonly serviceTime: NamedRule<ServiceTimeRule> | null;
}

/** Asks the rules of one scenario about rows of a day; `Asking` is one. */
export interface Asker {
  /** Whether the scenario has a rule of its own for what is decided. */
  has(kind: RuleKind): boolean;
  /** Rank of a waiting customer for a free clerk of the group. */
  rank(row: number, group: number): number;
  /** Which of those who are first in their lines is called; at least one. */
  call(rows: readonly number[], group: number): number;
  /** Whether a newcomer goes to a kiosk. */
  divert(row: number): boolean;
  /** Minutes that a service takes which was drawn to take so many. */
  serviceTime(minutes: number, row: number, group: number): number;
}

/** A rule that a scenario names and the host does not provide. */
export interface UnknownRule {
  /** Where the scenario names it: `rules.custom.discipline`. */
  readonly path: string;
  readonly id: string;
  /** Rules of that kind that there are. */
  readonly known: readonly string[];
}

/** A scenario names rules that the host does not provide: all of them. */
export class UnknownRuleError extends RangeError {
  readonly rules: readonly UnknownRule[];

  constructor(rules: readonly UnknownRule[]) {
    super(rules.map(said).join('\n'));
    this.name = 'UnknownRuleError';
    this.rules = rules;
  }
}

function said({ path, id, known }: UnknownRule): string {
  const there =
    known.length > 0
      ? `There are: ${known.join(', ')}.`
      : 'None is provided: give the module that exports it.';
  return `${path}: there is no rule "${id}". ${there}`;
}

/** A rule of the host gave an answer that a hall cannot follow, or failed. Its day ends there. */
export class RuleError extends Error {
  readonly kind: RuleKind;
  readonly id: string;
  /** Minutes since midnight. */
  readonly time: number;
  /** Address of the customer it was asked about. */
  readonly customer: string;

  constructor(
    at: { kind: RuleKind; id: string; time: number; customer: string },
    wrong: string,
    options?: ErrorOptions,
  ) {
    super(
      `The ${at.kind} rule "${at.id}" ${wrong}, asked about customer ${at.customer} at minute ${at.time} (${clockText(Math.floor(at.time))}).`,
      options,
    );
    this.name = 'RuleError';
    this.kind = at.kind;
    this.id = at.id;
    this.time = at.time;
    this.customer = at.customer;
  }
}

/**
 * Finds the rules that a scenario names; `null` when it names none.
 * @throws UnknownRuleError
 */
export function customRules(scenario: Scenario, host: HostRules): CustomRules | null {
  const named = scenario.rules?.custom;
  if (!named || Object.keys(named).length === 0) return null;
  const unknown: UnknownRule[] = [];
  const find = <K extends RuleKind>(
    kind: K,
  ): NamedRule<NonNullable<HostRules[K]>[string]> | null => {
    const id = named[kind];
    if (id === undefined) return null;
    const rules = (host[kind] ?? {}) as NonNullable<HostRules[K]>;
    const rule = Object.hasOwn(rules, id) ? rules[id] : undefined;
    if (typeof rule === 'function') return { id, rule: rule as NonNullable<HostRules[K]>[string] };
    unknown.push({ path: `rules.custom.${kind}`, id, known: Object.keys(rules) });
    return null;
  };
  const found = {
    discipline: find('discipline'),
    calling: find('calling'),
    diversion: find('diversion'),
    serviceTime: find('serviceTime'),
  };
  if (unknown.length > 0) throw new UnknownRuleError(unknown);
  return found;
}
