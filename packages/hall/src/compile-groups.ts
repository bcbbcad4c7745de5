import {
  clock,
  type CounterGroup,
  counterGroups,
  isCounterPool,
  minutes,
  type OpeningHours,
  type Scenario,
  share,
  type StaffGroup,
} from '@hallsim/scenario';
import { elasticModel } from './compile-elastic.js';
import type { ClerksModel, ElasticModel, RoomBreaks } from './model.js';
import { type StepFunction, stepFunction, within } from './step-function.js';

/** A group of counters or clerks before its lines are known. */
export interface GroupPlan {
  readonly id: string;
  readonly count: number;
  readonly open: StepFunction;
  readonly clerks: ClerksModel | null;
  readonly speed: number;
  readonly skills: readonly string[];
  /** The only customer classes served; `null` for all. */
  readonly customers: readonly string[] | null;
  readonly helps: HelpPlan | null;
  readonly elastic: ElasticModel | null;
}

/** Counters that clerks share, and what their breaks have to keep to. */
export interface RoomPlan {
  readonly counters: number;
  readonly breaks: RoomBreaks | null;
}

function roomPlan({ breaks, count }: Pick<CounterGroup, 'breaks' | 'count'>): RoomPlan {
  const rule = breaks && { keepOpen: breaks.keepOpen ?? 0, oneAtATime: breaks.oneAtATime ?? false };
  return { counters: count, breaks: rule ?? null };
}

/** Whom a group helps, before its lines are known. */
export interface HelpPlan {
  readonly skills: readonly string[];
  /** The only customer classes helped; `null` for all. */
  readonly customers: readonly string[] | null;
  readonly whenWaiting: number;
  readonly whenWait: number;
}

/** The groups of a hall on a roster (`null`: each group's first), and the rooms that clerks share. */
export function compileGroups(
  scenario: Scenario,
  roster: string | null,
  hours: OpeningHours,
): { readonly plans: readonly GroupPlan[]; readonly rooms: readonly RoomPlan[] } {
  if (isCounterPool(scenario.counters)) {
    const staff = Object.entries(scenario.staff ?? {});
    const plans = staff.map(([id, group]) => clerks(id, group, 0, {}, hours));
    return { plans, rooms: [roomPlan(scenario.counters)] };
  }
  const rooms: RoomPlan[] = [];
  const plans = Object.entries(counterGroups(scenario)).flatMap(([id, group]): GroupPlan[] => {
    if (group.staff) {
      const room = rooms.push(roomPlan(group)) - 1;
      return Object.entries(group.staff).map(([kind, staff]) =>
        clerks(`${id}.${kind}`, staff, room, group, hours),
      );
    }
    const rosters = group.open ?? {};
    const steps = rosters[roster ?? Object.keys(rosters)[0] ?? ''] ?? {};
    const open = stepFunction(Object.entries(steps).map(([time, n]) => [clock(time), n]));
    return [
      {
        id,
        count: group.count,
        open: whileOpen(open, hours),
        clerks: null,
        speed: 1,
        skills: group.skills ?? [],
        customers: group.customers ?? null,
        helps: helpPlan(group, group.skills ?? []),
        elastic: elasticModel(group),
      },
    ];
  });
  return { plans, rooms };
}

/** One group for each kind of clerk. */
function clerks(
  id: string,
  staff: StaffGroup,
  room: number,
  group: Partial<CounterGroup>,
  { closes }: OpeningHours,
): GroupPlan {
  const ends = clock(staff.shift.to);
  return {
    id,
    count: staff.headcount,
    open: stepFunction([]),
    clerks: {
      room,
      // Who is on duty at closing stays until the hall is empty; the time after it is overtime.
      shift: { from: clock(staff.shift.from), to: ends >= closes ? Infinity : ends },
      breaks: Object.values(staff.breaks ?? {}).map((pause) => ({
        from: clock(pause.from),
        length: minutes(pause.length),
        until: pause.until === undefined ? Infinity : clock(pause.until),
        oneAtATime: pause.oneAtATime ?? false,
        keepOpen: pause.keepOpen ?? 0,
      })),
      absent: share(staff.absent ?? '0%'),
      errors: share(staff.errors ?? '0%'),
    },
    speed: share(staff.speed ?? '100%'),
    skills: staff.skills,
    customers: group.customers ?? null,
    helps: helpPlan(group, staff.skills),
    elastic: null,
  };
}

/** Whom a group helps: what is not named is as for its own customers. */
function helpPlan(
  { customers, helps }: Partial<CounterGroup>,
  skills: readonly string[],
): HelpPlan | null {
  if (helps === undefined) return null;
  const { whenWaiting, whenWait } = helps;
  return {
    skills: helps.skills ?? skills,
    customers: helps.customers ?? customers ?? null,
    whenWaiting: whenWaiting ?? (whenWait === undefined ? 1 : Infinity),
    whenWait: whenWait === undefined ? Infinity : minutes(whenWait),
  };
}

/** Nobody starts a service while the hall is closed in between; after the last closing the last level holds. */
function whileOpen(open: StepFunction, { opens, periods }: OpeningHours): StepFunction {
  const last = periods.length - 1;
  return within(
    open,
    periods.map(({ from, to }, i) => ({
      from: i === 0 ? opens : from,
      to: i === last ? Infinity : to,
    })),
  );
}
