import type { HallModel } from '@hallsim/hall';

/**
 * What one day leaves behind: one row of numbers, each of which is added up over days. The row has a
 * block of visits for the hall, for each service and for each customer class, one for each counter
 * group, one for each interval of the day, and one for the hall. `TallyLayout` says where they stand.
 */
export const VISITS = {
  came: 0,
  served: 1,
  abandoned: 2,
  balked: 3,
  unserved: 4,
  inside: 5,
  /** Served within the target, kiosk line and counter line together. */
  inTime: 6,
  joined: 7,
  /** Served at a counter: how many, their waits, how many within the target, the longest wait. */
  counterServed: 8,
  counterWait: 9,
  counterInTime: 10,
  counterLongest: 11,
  kioskFinished: 12,
  kioskStarted: 13,
  kioskWait: 14,
  kioskFailed: 15,
  /** 1 on a day on which anybody came, or was served at a counter. */
  cameDays: 16,
  counterServedDays: 17,
} as const;
export const VISITS_SIZE = 18;

/**
 * `inTime`: served within the target, kiosk line and counter line together, as for visits. `staffed`:
 * minutes of clerks at counters on their roster; for counters open by the clock those beyond the roster.
 */
export const GROUP = {
  served: 0,
  wait: 1,
  longest: 2,
  inTime: 3,
  busy: 4,
  overtime: 5,
  servedDays: 6,
  staffed: 7,
} as const;
export const GROUP_SIZE = 8;

export const INTERVAL = {
  arrivals: 0,
  /** Person-minutes in counter lines within the interval. */
  waiting: 1,
  /** Served at a counter, by the interval of their ticket, and the sum of their waits. */
  served: 2,
  wait: 3,
  /** Clerk-minutes with a customer within the interval. */
  busy: 4,
  /** Minutes of clerks at counters on their roster, and of counters beyond the roster. */
  staffed: 5,
  /** Of those who came in the interval: served within the target, kiosk line and counter line together. */
  inTime: 6,
} as const;
export const INTERVAL_SIZE = 7;

export const HALL = {
  /** Person-minutes in counter lines from the first measured moment to closing. */
  waiting: 0,
  mostWaiting: 1,
  /** Minutes after opening; 0 where nobody came. */
  lastDeparture: 2,
  /** Kiosk-minutes in use while kiosks work. */
  kioskBusy: 3,
  /** Kiosk-minutes broken down while kiosks work. */
  kiosksDown: 4,
} as const;
export const HALL_SIZE = 5;

/** One clerk, by group and number in the group. */
export interface ClerkPlace {
  readonly group: number;
  readonly number: number;
  /** Number over the hall, as the state log has it. */
  readonly unit: number;
  /** Code in the column of waits that says who served. */
  readonly code: number;
}

/** Where the numbers of a day stand in its row, and the intervals the day is cut into. */
export interface TallyLayout {
  readonly services: number;
  readonly customers: number;
  readonly groups: number;
  /** Ends of the intervals, minutes since midnight; none lies in the warm-up. Interval i runs from `edges[i]` to `edges[i + 1]`. */
  readonly edges: Float64Array;
  /** Visits to the hall; those by service and by customer class follow. */
  readonly visitsAt: number;
  readonly servicesAt: number;
  readonly customersAt: number;
  /** Every clerk of the hall; counters open by the clock have no names. */
  readonly clerks: readonly ClerkPlace[];
  /** Code of each group in the column of waits that says who served; its clerks follow one another from there. */
  readonly codeOf: Uint16Array;
  /** How many codes there are. */
  readonly codes: number;
  readonly groupsAt: number;
  /** A block of `GROUP` numbers for each clerk. */
  readonly clerksAt: number;
  readonly intervalsAt: number;
  readonly hallAt: number;
  readonly size: number;
}

/**
 * @param bucket length of the intervals, minutes; the first begins at opening or after the warm-up, the
 *   last one ends at closing and may be shorter
 */
export function tallyLayout(model: HallModel, bucket: number): TallyLayout {
  const services = model.services.length;
  const customers = model.customers.length;
  const groups = model.groups.length;
  const { measuredFrom, closes } = model;
  const intervals = Math.max(1, Math.ceil((closes - measuredFrom) / bucket));
  const edges = Float64Array.from({ length: intervals + 1 }, (_, i) =>
    Math.min(closes, measuredFrom + i * bucket),
  );
  const servicesAt = VISITS_SIZE;
  const customersAt = servicesAt + services * VISITS_SIZE;
  const groupsAt = customersAt + customers * VISITS_SIZE;
  const { clerks, codeOf, codes } = whoServes(model);
  const clerksAt = groupsAt + groups * GROUP_SIZE;
  const intervalsAt = clerksAt + clerks.length * GROUP_SIZE;
  const hallAt = intervalsAt + intervals * INTERVAL_SIZE;
  return {
    services,
    customers,
    groups,
    edges,
    visitsAt: 0,
    servicesAt,
    customersAt,
    clerks,
    codeOf,
    codes,
    groupsAt,
    clerksAt,
    intervalsAt,
    hallAt,
    size: hallAt + HALL_SIZE,
  };
}

/** A code for each group of counters without names, and one for each clerk. */
function whoServes({ groups }: HallModel): Pick<TallyLayout, 'clerks' | 'codeOf' | 'codes'> {
  const clerks: ClerkPlace[] = [];
  const codeOf = new Uint16Array(groups.length);
  let unit = 0;
  let code = 0;
  groups.forEach((model, group) => {
    codeOf[group] = code;
    for (let number = 0; model.clerks !== null && number < model.count; number++) {
      clerks.push({ group, number, unit: unit + number, code: code + number });
    }
    unit += model.count;
    code += model.clerks === null ? 1 : model.count;
  });
  return { clerks, codeOf, codes: code };
}
