import type { Scenario } from '@hallsim/scenario';
import type { Choice } from './choice.js';
import type { CustomRules } from './host-rules.js';
import type { SpreadTable } from './spread-table.js';
import type { RateCurve } from './rate-curve.js';
import type { StepFunction } from './step-function.js';

/**
 * A hall as a day reads it: names have become positions, clock texts minutes since midnight, shares
 * numbers. `compile` makes it; nothing changes it. Names come back once, in the visit log and the summary.
 */
export interface HallModel {
  /** The day type the model was compiled for; `null` when the scenario has none. */
  readonly dayType: string | null;
  readonly opens: number;
  readonly closes: number;
  /** From this moment on whoever comes is refused. */
  readonly lastTicket: number;
  /** What happens to those who wait when the hall closes. */
  readonly waitingAtClose: 'serve' | 'turn-away';
  /** Visits that begin earlier than this are not measured (teaching queues); otherwise `opens`. */
  readonly measuredFrom: number;
  readonly sources: readonly ArrivalSource[];
  /** Coefficient of variation of the busy-day factor, 0 for none. */
  readonly busyDayCv: number;
  readonly services: readonly ServiceModel[];
  readonly customers: readonly CustomerModel[];
  readonly groups: readonly GroupModel[];
  /** Counters of each room that clerks share. */
  readonly rooms: readonly number[];
  /** What breaks of all clerks of each room have to keep to; `null` for nothing. */
  readonly roomBreaks: readonly (RoomBreaks | null)[];
  /** What breaks down: counters in the order of the file, then kiosks. */
  readonly failures: readonly FailureModel[];
  /** Stretches between two opening periods of the day. */
  readonly closures: readonly Stretch[];
  readonly discipline: Discipline;
  /** Which of several free counters takes a customer; but for `longest-idle` it is the order of a line's `groups`. */
  readonly freeCounter: FreeCounter;
  /** A line at each counter; `null` where free counters look at all lines of their skills. */
  readonly counterLines: CounterLinesModel | null;
  /** Whether numbers may be called whose owners have gone. */
  readonly numbersStay: boolean;
  /** Whether anybody looks at the numbers of tickets. */
  readonly numbersCount: boolean;
  /** What the call of such a number costs the clerk, minutes. */
  readonly absentTime: number;
  readonly lines: readonly LineModel[];
  /** The line of service s and customer class c at `s * customers.length + c`; -1 when no group serves them. */
  readonly lineOf: Int32Array;
  readonly work: WorkModel;
  /** Whether counters without names tell too what they do: where there is more to it than services. */
  readonly countersTell: boolean;
  /** Places for those who wait; `null` for seats for all. */
  readonly space: SpaceModel | null;
  /** `null` for a hall without kiosks. */
  readonly kiosks: KiosksModel | null;
  /** Rules that come from the host; `null` where the scenario names none. */
  readonly rules: CustomRules | null;
}

/** What there is to the work at counters besides services. */
export interface WorkModel {
  /** Minutes from the call to the start of a service; `null` where that takes no time. */
  readonly calling: { readonly call: SpreadTable | null; readonly walk: SpreadTable | null } | null;
  /** What happens to a customer when the counter closes or the clerk's shift ends. */
  readonly atShiftEnd: 'finish-customer' | 'hand-over' | 'stop';
}

/** People who come for one reason: the everyday stream, a class with a curve of its own, a rush, those at the door before opening or waiting already. */
export interface ArrivalSource {
  /** First part of a demand id: `base`, `early`, `waiting`, `class:ID`, `rush:ID`. */
  readonly id: string;
  /** Expected arrivals per half hour, day type and volume applied. */
  readonly rate: RateCurve;
  /** When set, all of them stand at the door at this moment; `rate` then only says how many. */
  readonly at: number | null;
  /** Customers an arrival brings on average: fewer than 1 where a class comes elsewhere, more where parties take a ticket each. */
  readonly customersEach: number;
  /** When set, exactly so many come, whatever `rate` says. */
  readonly people: number | null;
  /** Minutes they have waited already when they come. */
  readonly waited: number;
  /** Whether the busy-day factor multiplies it. */
  readonly busy: boolean;
  /** Which class somebody is of, positions in `customers`. */
  readonly customers: Choice;
  /** 1 for a class that comes by a source of its own, and so not by this one; `null` when there is none. */
  readonly elsewhere: Uint8Array | null;
  /** Which service somebody comes for, positions in `services`, by class. */
  readonly services: readonly Choice[];
  /** `null` when everybody comes alone. */
  readonly parties: Parties | null;
}

/** People who come together. */
export interface Parties {
  /** Share of the arrivals that are parties. */
  readonly share: number;
  /** Numbers of people, and which of them a party has. */
  readonly sizes: readonly number[];
  readonly size: Choice;
  /** Whether each takes a ticket; otherwise the first does, and the others keep company. */
  readonly each: boolean;
}

export interface ServiceModel {
  readonly id: string;
  /** Time at a counter, minutes. */
  readonly time: SpreadTable;
  /** Time with each group: `time`, where the file names no other. */
  readonly times: readonly SpreadTable[];
  /** Minutes a clerk works on when the customer has gone; `null` for none. */
  readonly afterWork: SpreadTable | null;
  readonly kiosk: KioskService | null;
}

/** What kiosks can do for one service. */
export interface KioskService {
  /** Share of these customers whose business a kiosk can do. */
  readonly eligible: number;
  readonly time: SpreadTable;
  /** Share of the tries that succeed. */
  readonly succeeds: number;
  /** Share of each customer class willing to use a kiosk for it, by the clock (a greeter raises it). */
  readonly willing: readonly StepFunction[];
}

export interface CustomerModel {
  readonly id: string;
  /** Minutes of waiting at a counter line before leaving; `null` for ever patient. */
  readonly patience: SpreadTable | null;
  readonly balks: BalkRule | null;
  /** Share of those who lose patience who leave in silence and keep their number. */
  readonly keepsTicket: number;
}

/** Leaving on what is seen, before joining a counter line. */
export type BalkRule =
  | { readonly by: 'numbers'; readonly whenAhead: number; readonly chance: number }
  | { readonly by: 'length'; readonly whenWaiting: number; readonly chance: number }
  | { readonly by: 'guess'; readonly half: number; readonly scale: number; readonly floor: number };

export interface GroupModel {
  readonly id: string;
  /** Counters there are, or clerks. */
  readonly count: number;
  /** Counters open by the clock, none of clerks; the level before closing holds until the hall is empty. */
  readonly open: StepFunction;
  /** The clerks of the group; `null` for counters that are open by the clock. */
  readonly clerks: ClerksModel | null;
  /** 1 for the stated service times, 0.7 for 1/0.7 times as long. */
  readonly speed: number;
  /** Lines this group takes customers from, file order of the kinds. */
  readonly lines: Int32Array;
  /** Mean service time at a counter of those who may wait for it, by their shares, minutes. */
  readonly meanService: number;
  /** Whom it serves too when nobody of its own waits; `null` for nobody. */
  readonly helps: HelpModel | null;
  /** Counters that open beyond the roster when people wait; `null` for none. */
  readonly elastic: ElasticModel | null;
}

/** Equal counters or kiosks that break down, each by itself. */
export interface FailureModel {
  /** `counters` are those of a group without clerks, `of` its position in `groups`; `room` those that clerks share, by its position in `rooms`. */
  readonly what: 'counters' | 'room' | 'kiosks';
  readonly of: number;
  /** Address of their chance under the day's: what they are, then the id in the file. */
  readonly address: readonly string[];
  readonly count: number;
  /** Minutes of open hall from the end of a repair to the next breakdown. */
  readonly every: SpreadTable;
  /** Minutes of a repair. */
  readonly lasts: SpreadTable;
}

/** When counters open beyond the roster, and close again. What is not asked is `Infinity`. */
export interface ElasticModel {
  /** Most of them at once. */
  readonly more: number;
  /** One more opens when so many wait, so many for each open counter, or the first has waited so many minutes. */
  readonly opens: { readonly waiting: number; readonly perCounter: number; readonly wait: number };
  /** One of them closes when at most so many wait, and at most so many for each open counter. */
  readonly closes: { readonly waiting: number; readonly perCounter: number };
  /** Minutes from the decision until the counter calls. */
  readonly setUp: number;
  /** Minutes that one stays open at least. */
  readonly stays: number;
  /** Minutes between two looks; `Infinity`: whenever somebody joins the line, and at every end of a service. */
  readonly every: number;
}

/** People stand at the counters, and may change over. */
export interface CounterLinesModel {
  /** People by which another line must be longer; `Infinity` where nobody changes. */
  readonly difference: number;
  /** Share of the customers who change over when they can. */
  readonly chance: number;
}

/** Places for those who wait, at kiosks and for counters. */
export interface SpaceModel {
  readonly seats: number;
  /** Seats and standing room together; `Infinity` for room for all. */
  readonly places: number;
  /** Factor on the patience of those who find no seat. */
  readonly standingPatience: number;
}

/** Whom a group serves too when nobody waits in its own lines. */
export interface HelpModel {
  readonly lines: Int32Array;
  /** The same by the counters their people wait for: this is what people call a line. */
  readonly crowds: readonly CrowdModel[];
  /** Only when so many wait together; 1 where anybody is helped, `Infinity` where only the wait counts. */
  readonly whenWaiting: number;
  /** Or when somebody there has waited so many minutes; `Infinity` where only the number counts. */
  readonly whenWait: number;
}

/** People who wait for the same counters, as a group sees them that helps some of them. */
export interface CrowdModel {
  /** Their lines, and those of them that are helped. */
  readonly lines: Int32Array;
  readonly helped: Int32Array;
}

/** Clerks who come, rest and go by themselves. */
export interface ClerksModel {
  /** Position in `rooms` of the counters they sit at. */
  readonly room: number;
  /** When they are on duty; who is so at closing stays until the hall is empty (`to` is Infinity). */
  readonly shift: Stretch;
  readonly breaks: readonly BreakModel[];
  /** Chance that one of them does not come on a day. */
  readonly absent: number;
  /** Share of their services that they do over. */
  readonly errors: number;
}

/** What the breaks of all clerks of a room have to keep to. */
export interface RoomBreaks {
  readonly oneAtATime: boolean;
  /** Clerks of the room who stay on duty at least. */
  readonly keepOpen: number;
}

export interface BreakModel {
  /** From when on a clerk goes who is free. */
  readonly from: number;
  readonly length: number;
  /** Who has not begun by then goes without. */
  readonly until: number;
  readonly oneAtATime: boolean;
  /** Clerks of the group who stay on duty at least. */
  readonly keepOpen: number;
}

/** Minutes since midnight. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Whom a free counter calls, of those who are not behind somebody of strict priority: the earliest
 * place, head starts counted in (`by-place`); the most credit, where waiting counts more for some or a
 * head start grows (`by-credit`); the latest place; anybody; the shortest service.
 */
export type Discipline = 'by-place' | 'by-credit' | 'last-come' | 'random' | 'shortest-job';

/** Which of several free counters takes a customer: `rules.freeCounter` of the scenario. */
export type FreeCounter = NonNullable<NonNullable<Scenario['rules']>['freeCounter']>;

/** Customers who stand in one line: the same groups may serve them and they rank alike. */
export interface LineModel {
  /** Groups that may serve this line, in the order in which they take customers when several are free. */
  readonly groups: Int32Array;
  /** Groups that may help this line. */
  readonly helpers: Int32Array;
  /** Groups that look, whenever somebody joins, whether to help: those that may help any line that waits for the same groups. */
  readonly onlookers: Int32Array;
  /** Of its groups those that open counters beyond the roster. */
  readonly elastic: Int32Array;
  /** Lines (this one included) whose people wait for the same groups. */
  readonly together: Int32Array;
  /** Lines (this one included) that compete for any of these groups. */
  readonly rivals: Int32Array;
  /** Strict priority goes first: 0 before 1. */
  readonly priority: 0 | 1;
  /** Minutes by which these customers rank as if they had come earlier; 0 where `growingStart` says it. */
  readonly headStart: number;
  /** The head start by the time waited; `null` where it is the same all the time. */
  readonly growingStart: StepFunction | null;
  /** As how many minutes a minute of waiting counts. */
  readonly waitingCounts: number;
  /** Mean service time at a counter of those who wait in the rival lines, by their shares, minutes. */
  readonly meanService: number;
}

export interface KiosksModel {
  readonly count: number;
  /** Kiosks that may start by the clock: none while the hall is closed in between. */
  readonly open: StepFunction;
  /** A customer joins the kiosk line only while fewer people wait there. */
  readonly lineUpTo: number;
  /** Whether a failed try keeps the place of the first ticket in the counter line. */
  readonly keepsPlace: boolean;
}

/** Length of the cells of the demand and the unit of `ArrivalSource.rate`, minutes. */
export const HALF_HOUR = 30;
