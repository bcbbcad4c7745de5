import {
  CHANNEL,
  type Demand,
  type HallModel,
  isBusy,
  isOnFloor,
  type VisitLog,
} from '@hallsim/hall';
import { GROUP, GROUP_SIZE, INTERVAL, INTERVAL_SIZE, type TallyLayout } from './day-tally.js';

/**
 * Reads what the clerks of a day did into its row: the minutes at counters on their roster, of each
 * group and in each interval. Where there is more to a counter's work than services, the busy minutes too.
 * @param row as `DayTally` has written it
 */
export function tallyClerks(
  model: HallModel,
  demand: Demand,
  log: VisitLog,
  layout: TallyLayout,
  target: number,
  row: Float64Array,
): void {
  const { edges, groups, groupsAt, intervalsAt, clerks, clerksAt } = layout;
  const { countersTell, measuredFrom, closes } = model;
  const { unit, state, rostered, from, length } = log.states;
  const intervals = edges.length - 1;
  const groupOf = model.groups.flatMap(({ count }, g) => new Array<number>(count).fill(g));
  const ends = new Float64Array(groupOf.length);
  const blockOf = new Int32Array(groupOf.length).fill(-1);
  clerks.forEach(({ unit: own }, i) => {
    blockOf[own] = clerksAt + i * GROUP_SIZE;
  });
  for (let g = 0; g < groups; g++) {
    row[groupsAt + g * GROUP_SIZE + GROUP.staffed] = log.staffed[g]!;
    if (countersTell) row[groupsAt + g * GROUP_SIZE + GROUP.busy] = 0;
  }
  for (let i = 0; countersTell && i < intervals; i++) {
    row[intervalsAt + i * INTERVAL_SIZE + INTERVAL.busy] = 0;
  }
  const spread = (start: number, end: number, number: number): void => {
    let at = start;
    for (let i = 0; i < intervals && at < end; i++) {
      const to = Math.min(edges[i + 1]!, end);
      if (to <= at) continue;
      row[intervalsAt + i * INTERVAL_SIZE + number]! += to - at;
      at = to;
    }
  };
  // from the last to the first: what a unit did ends when it began the next
  for (let entry = length - 1; entry >= 0; entry--) {
    const own = unit[entry]!;
    const group = groupOf[own]!;
    const begin = Math.max(from[entry]!, measuredFrom);
    const end = ends[own]!;
    ends[own] = from[entry]!;
    if (end <= begin) continue;
    const isStaffed = model.groups[group]!.clerks !== null && rostered[entry] === 1;
    const block = blockOf[own]!;
    if (block >= 0 && isOnFloor(state[entry]!)) {
      row[block + (rostered[entry] === 1 ? GROUP.staffed : GROUP.overtime)]! += end - begin;
      if (isBusy(state[entry]!)) row[block + GROUP.busy]! += end - begin;
    }
    if (isStaffed && isOnFloor(state[entry]!)) {
      spread(begin, Math.min(end, closes), INTERVAL.staffed);
    }
    if (countersTell && isBusy(state[entry]!)) {
      row[groupsAt + group * GROUP_SIZE + GROUP.busy]! += end - begin;
      spread(begin, Math.min(end, closes), INTERVAL.busy);
    }
  }
  if (clerks.length > 0) tallyServed(model, demand, log, layout, target, row);
}

/** Whom each clerk served, and how long they had waited. */
function tallyServed(
  { groups, measuredFrom }: HallModel,
  { arrivedAt }: Demand,
  log: VisitLog,
  { clerks, clerksAt }: TallyLayout,
  target: number,
  row: Float64Array,
): void {
  const first = groups.map((_, group) => clerks.findIndex((clerk) => clerk.group === group));
  for (let visit = 0; visit < log.length; visit++) {
    const group = log.group[visit]!;
    if (log.channel[visit] !== CHANNEL.counter || first[group]! < 0) continue;
    if (arrivedAt[visit]! < measuredFrom) continue;
    const at = clerksAt + (first[group]! + log.counter[visit]!) * GROUP_SIZE;
    const start = log.start[visit]!;
    const wait = start - log.waitFrom[visit]!;
    const kioskStart = log.kioskStart[visit]!;
    const atKiosk = kioskStart === kioskStart ? kioskStart - arrivedAt[visit]! : 0;
    row[at + GROUP.served]!++;
    row[at + GROUP.servedDays] = 1;
    row[at + GROUP.wait]! += wait;
    if (wait > row[at + GROUP.longest]!) row[at + GROUP.longest] = wait;
    if (atKiosk + (start - log.joined[visit]!) <= target) row[at + GROUP.inTime]!++;
  }
}
