import { clockText, type DaySlot } from '@hallsim/elements';
import {
  type CounterGroup,
  clock,
  counterGroups,
  type DayType,
  type OpeningHours,
  openingHours,
  type Scenario,
} from '@hallsim/scenario';

/** A counter group with its open counters by the clock, as the staffing chart shows it. */
export interface Openings {
  readonly group: string;
  readonly roster: string;
  /** Counters the group has. */
  readonly count: number;
  readonly slots: readonly DaySlot[];
  /** Open counters in each slot. */
  readonly values: readonly number[];
}

type GroupWithOpen = CounterGroup & { readonly open: NonNullable<CounterGroup['open']> };

/**
 * The groups that open counters by the clock, on the roster of a day type. Slots are the half
 * hours of opening; where the file changes in between, the slot is cut there.
 */
export function openings(scenario: Scenario, day: string | null): Openings[] {
  const { periods } = openingHours(scenario.day);
  return groupsByTheClock(scenario).map(([group, { count, open }]) => {
    const roster = rosterOf(open, day === null ? undefined : scenario.demand.dayTypes?.[day]);
    const levels = Object.entries(open[roster] ?? {})
      .map(([time, counters]): [number, number] => [clock(time), counters])
      .sort(([a], [b]) => a - b);
    const slots = halfHours(
      periods,
      levels.map(([minute]) => minute),
    );
    const values = slots.map(
      (slot) => levels.findLast(([minute]) => minute <= slot.from)?.[1] ?? 0,
    );
    return { group, roster, count, slots, values };
  });
}

/** The scenario with other open counters in one group, written with as few steps as possible. */
export function withOpenings(
  scenario: Scenario,
  openings: Openings,
  values: readonly number[],
): Scenario {
  const group = groupsByTheClock(scenario).find(([id]) => id === openings.group)?.[1];
  if (!group) return scenario;
  const steps: Record<string, number> = {};
  openings.slots.forEach((slot, i) => {
    const value = values[i] ?? 0;
    if (i === 0 || value !== values[i - 1]) steps[clockText(slot.from)] = value;
  });
  const open = { ...group.open, [openings.roster]: steps };
  const counters = { ...scenario.counters, [openings.group]: { ...group, open } };
  return { ...scenario, counters };
}

/** Counter hours of groups together, while the hall is open: what the staffing costs in time. */
export function counterHours(all: readonly Openings[]): number {
  const minutes = all.flatMap(({ slots, values }) =>
    slots.map((slot, i) => (slot.to - slot.from) * (values[i] ?? 0)),
  );
  return minutes.reduce((sum, m) => sum + m, 0) / 60;
}

function rosterOf(open: GroupWithOpen['open'], type: DayType | undefined): string {
  const named = type?.roster;
  return named !== undefined && named in open ? named : (Object.keys(open)[0] ?? '');
}

function groupsByTheClock(scenario: Scenario): [string, GroupWithOpen][] {
  return Object.entries(counterGroups(scenario)).filter(
    (entry): entry is [string, GroupWithOpen] => entry[1].open !== undefined,
  );
}

/** Half hours from the start of each opening period, cut again at other times of change. */
export function halfHours(
  periods: OpeningHours['periods'],
  cuts: readonly number[] = [],
): DaySlot[] {
  return periods.flatMap(({ from: start, to: end }) => {
    const edges = new Set([start, end, ...cuts.filter((cut) => cut > start && cut < end)]);
    for (let minute = start; minute < end; minute += 30) edges.add(minute);
    const sorted = [...edges].sort((a, b) => a - b);
    return sorted.slice(1).map((to, i) => ({ from: sorted[i] ?? start, to }));
  });
}
