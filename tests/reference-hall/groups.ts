import {
  clock,
  type CounterGroup,
  counterGroups,
  isCounterPool,
  minutes,
  openingHours,
  type Scenario,
  share,
  type StaffGroup,
} from '@hallsim/scenario';

/** A group of counters, or of clerks, as the file describes it. */
export interface Group {
  readonly id: string;
  readonly serves: (service: string, customer: string) => boolean;
  /** Whom it serves too when nobody of its own waits; `null` for nobody. */
  readonly helps: Help | null;
  /** Counters there are, or clerks. */
  readonly count: number;
  readonly speed: number;
  /** Counters that may start a service at a moment; after closing, those of the last moment before. `null` of clerks. */
  readonly open: ((time: number) => number) | null;
  /** Moments at which `open` may change. */
  readonly changes: readonly number[];
  /** The clerks, and the room in which they share counters; `null` for counters open by the clock. */
  readonly clerks: { readonly staff: StaffGroup; readonly room: Room } | null;
}

/** Whom a group helps, and from when on. */
export interface Help {
  readonly serves: (service: string, customer: string) => boolean;
  /** When so many wait together, or somebody has waited so many minutes. */
  readonly whenWaiting: number;
  readonly whenWait: number;
}

type Helping = Pick<CounterGroup, 'customers' | 'helps'>;

/** Counters that clerks sit at, and what the breaks of all of them keep to. */
export interface Room {
  readonly counters: number;
  readonly breaks: CounterGroup['breaks'];
}

/** The groups of a scenario, read from the file. */
export function groupsOf(scenario: Scenario, dayType: string | null): Group[] {
  if (isCounterPool(scenario.counters)) {
    const { breaks, count } = scenario.counters;
    const room = { counters: count, breaks };
    return Object.entries(scenario.staff ?? {}).map(([id, staff]) => clerks(id, staff, room));
  }
  return Object.entries(counterGroups(scenario)).flatMap(([id, group]) => {
    if (group.staff === undefined) return [byClock(scenario, dayType, id)];
    const room = { counters: group.count, breaks: group.breaks };
    return Object.entries(group.staff).map(([kind, staff]) =>
      clerks(`${id}.${kind}`, staff, room, group),
    );
  });
}

function clerks(id: string, staff: StaffGroup, room: Room, group: Helping = {}): Group {
  return {
    id,
    helps: helpOf(group, staff.skills),
    serves: (service, customer) =>
      staff.skills.includes(service) && (group.customers?.includes(customer) ?? true),
    count: staff.headcount,
    speed: share(staff.speed ?? '100%'),
    open: null,
    changes: [],
    clerks: { staff, room },
  };
}

function byClock(scenario: Scenario, dayType: string | null, id: string): Group {
  const { periods, closes } = openingHours(scenario.day);
  const doors = periods.flatMap(({ from, to }) => [from, to]);
  const indoors = (time: number): boolean =>
    time >= closes || periods.some(({ from, to }) => time >= from && time < to);
  const own = counterGroups(scenario)[id]!;
  const { count, customers, open, skills } = own;
  const roster = scenario.demand.dayTypes?.[dayType ?? '']?.roster;
  const steps = Object.entries(open![roster ?? Object.keys(open!)[0]!]!)
    .map(([time, counters]) => ({ time: clock(time), counters }))
    .filter(({ time }) => time < closes)
    .sort((a, b) => a.time - b.time);
  return {
    id,
    helps: helpOf(own, skills!),
    serves: (service, customer) =>
      skills!.includes(service) && (customers?.includes(customer) ?? true),
    count,
    speed: 1,
    open: (time) =>
      indoors(time) ? (steps.findLast((step) => step.time <= time)?.counters ?? 0) : 0,
    // at closing nobody looks anew: the level of the last moment before stays
    changes: [...doors, ...steps.map(({ time }) => time)].filter((time) => time < closes),
    clerks: null,
  };
}

/** What is not named is as for the own customers of the group. */
function helpOf({ customers, helps }: Helping, skills: readonly string[]): Help | null {
  if (helps === undefined) return null;
  const only = helps.customers ?? customers;
  const can = helps.skills ?? skills;
  const { whenWait } = helps;
  return {
    serves: (service, customer) => can.includes(service) && (only?.includes(customer) ?? true),
    whenWaiting: helps.whenWaiting ?? (whenWait === undefined ? 1 : Infinity),
    whenWait: whenWait === undefined ? Infinity : minutes(whenWait),
  };
}

/** Positions of the groups that may help somebody whom they do not serve anyway. */
export const helpersFor = (
  groups: readonly Group[],
  { service, customer }: { readonly service: string; readonly customer: string },
): number[] =>
  groups.flatMap(({ helps, serves }, g) =>
    helps?.serves(service, customer) && !serves(service, customer) ? [g] : [],
  );

/** Positions of the groups that may serve somebody. */
export const groupsFor = (
  groups: readonly Group[],
  { service, customer }: { readonly service: string; readonly customer: string },
): number[] => groups.flatMap((group, g) => (group.serves(service, customer) ? [g] : []));

/** The rooms in which clerks share counters, in the order of the file. */
export const roomsOf = (groups: readonly Group[]): Room[] => [
  ...new Set(groups.flatMap(({ clerks }) => (clerks ? [clerks.room] : []))),
];

/** Whether somebody has a counter to go to. */
export const anyGroup = (
  groups: readonly Group[],
  who: { readonly service: string; readonly customer: string },
): boolean => groupsFor(groups, who).length + helpersFor(groups, who).length > 0;
