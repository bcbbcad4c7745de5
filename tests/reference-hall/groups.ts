import {
  clock,
  counterGroups,
  isCounterPool,
  openingHours,
  type Scenario,
  share,
  type StaffGroup,
} from '@hallsim/scenario';

/** A group of counters, or of clerks, as the file describes it. */
export interface Group {
  readonly id: string;
  readonly serves: (service: string, customer: string) => boolean;
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

/** Counters that clerks sit at. */
export interface Room {
  readonly counters: number;
}

/** The groups of a scenario, read from the file. */
export function groupsOf(scenario: Scenario, dayType: string | null): Group[] {
  if (isCounterPool(scenario.counters)) {
    const room = { counters: scenario.counters.count };
    return Object.entries(scenario.staff ?? {}).map(([id, staff]) => clerks(id, staff, room));
  }
  return Object.entries(counterGroups(scenario)).flatMap(([id, group]) => {
    if (group.staff === undefined) return [byClock(scenario, dayType, id)];
    const room = { counters: group.count };
    return Object.entries(group.staff).map(([kind, staff]) =>
      clerks(`${id}.${kind}`, staff, room, group.customers),
    );
  });
}

function clerks(id: string, staff: StaffGroup, room: Room, customers?: readonly string[]): Group {
  return {
    id,
    serves: (service, customer) =>
      staff.skills.includes(service) && (customers?.includes(customer) ?? true),
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
  const { count, customers, open, skills } = counterGroups(scenario)[id]!;
  const roster = scenario.demand.dayTypes?.[dayType ?? '']?.roster;
  const steps = Object.entries(open![roster ?? Object.keys(open!)[0]!]!)
    .map(([time, counters]) => ({ time: clock(time), counters }))
    .filter(({ time }) => time < closes)
    .sort((a, b) => a.time - b.time);
  return {
    id,
    serves: (service, customer) =>
      skills!.includes(service) && (customers?.includes(customer) ?? true),
    count,
    speed: 1,
    open: (time) =>
      indoors(time) ? (steps.findLast((step) => step.time <= time)?.counters ?? 0) : 0,
    changes: [...doors, ...steps.map(({ time }) => time)],
    clerks: null,
  };
}

/** Positions of the groups that may serve somebody. */
export const groupsFor = (
  groups: readonly Group[],
  { service, customer }: { readonly service: string; readonly customer: string },
): number[] => groups.flatMap((group, g) => (group.serves(service, customer) ? [g] : []));

/** The rooms in which clerks share counters, in the order of the file. */
export const roomsOf = (groups: readonly Group[]): Room[] => [
  ...new Set(groups.flatMap(({ clerks }) => (clerks ? [clerks.room] : []))),
];
