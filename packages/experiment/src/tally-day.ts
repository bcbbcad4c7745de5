import { CHANNEL, type Demand, type HallModel, OUTCOME, type VisitLog } from '@hallsim/hall';
import {
  GROUP,
  GROUP_SIZE,
  HALL,
  INTERVAL,
  INTERVAL_SIZE,
  KIND,
  KIND_SIZE,
  type TallyLayout,
} from './day-tally.js';
import type { WaitColumns } from './wait-columns.js';

/**
 * Reads one day's visit log into its row of numbers, and its counter waits into their columns.
 * Visits that came before `model.measuredFrom` are left out, times before it are cut off.
 *
 * Hot path: one pass over typed arrays.
 * @param row zeroed, `layout.size` long
 * @param target minutes a wait may last to count as in time
 */
export function tallyDay(
  model: HallModel,
  demand: Demand,
  log: VisitLog,
  layout: TallyLayout,
  target: number,
  row: Float64Array,
  waits: WaitColumns,
): void {
  const { edges, groupAt, intervalAt, hallAt } = layout;
  const from = model.measuredFrom;
  const classes = model.customers.length;
  const last = edges.length - 2;
  const perMinute = 1 / (edges[1]! - from);
  const intervalOf = (time: number): number => {
    const i = Math.floor((time - from) * perMinute);
    if (i > last) return last;
    // Rounding may put a time at an edge on the wrong side of it.
    if (i < last && time >= edges[i + 1]!) return i + 1;
    return time < edges[i]! ? i - 1 : i;
  };
  /** Adds the part of [start, end) that lies in each interval to one of the interval's numbers; returns the part before closing. */
  const spread = (start: number, end: number, number: number): number => {
    const begin = start < from ? from : start;
    const stop = end < model.closes ? end : model.closes;
    if (!(stop > begin)) return 0;
    let i = intervalOf(begin);
    let at = begin;
    while (i < last && edges[i + 1]! < stop) {
      row[intervalAt + i * INTERVAL_SIZE + number]! += edges[i + 1]! - at;
      at = edges[++i]!;
    }
    row[intervalAt + i * INTERVAL_SIZE + number]! += stop - at;
    return stop - begin;
  };

  /** Minutes of [start, end) until closing in which kiosks work: a try may outlast the morning of a hall that closes at midday. */
  const working = (start: number, end: number): number => {
    const { times, values } = model.kiosks!.open;
    let sum = 0;
    for (let i = 0; i < times.length; i++) {
      if (values[i] === 0) continue;
      const until = Math.min(end, times[i + 1] ?? model.closes, model.closes);
      sum += Math.max(0, until - Math.max(start, times[i]!, from));
    }
    return sum;
  };

  let leftLast = 0;
  for (let visit = 0; visit < log.length; visit++) {
    const arrived = demand.arrivedAt[visit]!;
    const left = log.left[visit]!;
    const start = log.start[visit]!;
    const joined = log.joined[visit]!;
    const kioskStart = log.kioskStart[visit]!;
    const group = log.group[visit]!;
    const end = log.end[visit]!;
    if (group >= 0) {
      spread(start, end, INTERVAL.busy);
      if (end > from)
        row[groupAt + group * GROUP_SIZE + GROUP.busy]! += end - (start < from ? from : start);
    }
    if (kioskStart === kioskStart) {
      row[hallAt + HALL.kioskBusy]! += working(kioskStart, log.kioskEnd[visit]!);
    }
    if (joined === joined) {
      const stop = group >= 0 ? start : left;
      if (stop > joined) row[hallAt + HALL.waiting]! += spread(joined, stop, INTERVAL.waiting);
    }
    if (arrived < from) continue;

    if (left > leftLast) leftLast = left;
    const kind = demand.service[visit]! * classes + demand.customer[visit]!;
    const at = kind * KIND_SIZE;
    const interval = intervalOf(arrived);
    const intervalRow = intervalAt + interval * INTERVAL_SIZE;
    row[at + KIND.came]!++;
    row[intervalRow + INTERVAL.arrivals]!++;
    let kioskWait = 0;
    if (kioskStart === kioskStart) {
      kioskWait = kioskStart - arrived;
      row[at + KIND.kioskStarted]!++;
      row[at + KIND.kioskWait]! += kioskWait;
      if (log.channel[visit]! === CHANNEL.kiosk) row[at + KIND.kioskFinished]!++;
      else row[at + KIND.kioskFailed]!++;
    }
    if (joined === joined) row[at + KIND.joined]!++;
    if (group >= 0) {
      const wait = start - log.waitFrom[visit]!;
      const groupRow = groupAt + group * GROUP_SIZE;
      row[at + KIND.counterServed]!++;
      row[at + KIND.counterWait]! += wait;
      row[groupRow + GROUP.served]!++;
      row[groupRow + GROUP.wait]! += wait;
      row[intervalRow + INTERVAL.served]!++;
      row[intervalRow + INTERVAL.wait]! += wait;
      if (wait > row[at + KIND.counterLongest]!) row[at + KIND.counterLongest] = wait;
      if (wait > row[groupRow + GROUP.longest]!) row[groupRow + GROUP.longest] = wait;
      if (wait <= target) row[at + KIND.counterInTime]!++;
      waits.add(wait, kind, group, interval);
      kioskWait += start - joined;
    }
    switch (log.outcome[visit]!) {
      case OUTCOME.served:
        row[at + KIND.served]!++;
        if (kioskWait <= target) {
          row[at + KIND.inTime]!++;
          if (group >= 0) row[groupAt + group * GROUP_SIZE + GROUP.inTime]!++;
        }
        break;
      case OUTCOME.abandoned:
        row[at + KIND.abandoned]!++;
        break;
      case OUTCOME.balked:
        row[at + KIND.balked]!++;
        break;
      case OUTCOME.unserved:
        row[at + KIND.unserved]!++;
        break;
      default:
        row[at + KIND.inside]!++;
    }
  }
  row[hallAt + HALL.mostWaiting] = log.mostWaiting;
  row[hallAt + HALL.lastDeparture] = leftLast > 0 ? leftLast - model.opens : 0;
  for (let g = 0; g < layout.groups; g++) {
    row[groupAt + g * GROUP_SIZE + GROUP.overtime] = log.overtime[g]!;
  }
}
