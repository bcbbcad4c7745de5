import {
  type ArrivalBar,
  type ArrivalLabels,
  type ChartLabels,
  clockText,
  type FanLabels,
  type FanPoint,
  type LegendLabels,
  type StaffingLabels,
} from '@hallsim/elements';
import { counterHours, type Openings } from '../document/openings.js';
import type { Words } from '../words/words.js';

/** Words for the charts of the day. `legend.base` is there when something stands beside the base. */
export function arrivalLabels(
  words: Words,
  bars: readonly ArrivalBar[],
  legend: LegendLabels,
): ArrivalLabels {
  const { say, write } = words;
  const total = bars.reduce((sum, bar) => sum + bar.customers, 0);
  const most = bars.reduce<ArrivalBar | undefined>(
    (best, bar) => (best && best.customers >= bar.customers ? best : bar),
    undefined,
  );
  const common = chartLabels(words);
  return {
    ...common,
    title: say.arrivals.title,
    finding:
      most && total > 0
        ? say.arrivals.finding(
            write.whole(total),
            clockText(most.from),
            clockText(most.to),
            write.whole(most.customers),
          )
        : say.arrivals.none,
    columns: [say.day.time, say.arrivals.column, ...baseColumn(words, legend)],
    number: write.one,
    readout: (bar, base) =>
      join(
        words,
        say.arrivals.readout(common.slot(bar.from, bar.to), people(words, bar.customers)),
        base ? say.arrivals.against(people(words, base.customers)) : '',
      ),
  };
}

export function staffingLabels(
  words: Words,
  { group, several, elastic }: { group: string; several: boolean; elastic: number },
  openings: Openings,
  legend: LegendLabels,
): StaffingLabels {
  const { say, write } = words;
  const { staffing } = say;
  const common = chartLabels(words);
  const least = Math.min(...openings.values);
  const most = Math.max(...openings.values);
  const hours = write.one(counterHours([openings]));
  return {
    ...common,
    ...legend,
    title: several ? staffing.title : staffing.titleOf(group),
    hint: staffing.hint,
    finding: join(
      words,
      least === most
        ? staffing.same(write.whole(most), write.whole(openings.count), hours)
        : staffing.finding(
            write.whole(least),
            write.whole(most),
            write.whole(openings.count),
            hours,
          ),
      elastic > 0 ? staffing.elastic(write.whole(elastic)) : '',
    ),
    columns: [say.day.time, staffing.column, ...baseColumn(words, legend)],
    number: write.whole,
    counters: staffing.counters,
    readout: (slot, count, base) =>
      join(
        words,
        staffing.readout(common.slot(slot.from, slot.to), staffing.counters(count)),
        base === undefined ? '' : staffing.against(write.whole(base)),
      ),
    earlier: staffing.earlier,
    later: staffing.later,
    fewer: staffing.fewer,
    more: staffing.more,
  };
}

export function fanLabels(
  words: Words,
  points: readonly FanPoint[],
  days: number,
  legend: LegendLabels,
): FanLabels {
  const { say, write } = words;
  const { queue } = say;
  const common = chartLabels(words);
  const n = (value: number): string => people(words, value);
  const longest = points.reduce<FanPoint | undefined>(
    (best, point) => (best && longer(best, point) >= 0 ? best : point),
    undefined,
  );
  return {
    ...common,
    ...legend,
    title: queue.title,
    finding: longest ? mostWaiting(words, points, longest, days) : queue.pending,
    columns: [say.day.time, ...queue.columns, ...(legend.base ? [queue.baseColumn] : [])],
    number: write.one,
    readout: (point, base) =>
      join(
        words,
        queue.readout(
          common.slot(point.from, point.to),
          n(point.p50),
          n(point.p25),
          n(point.p75),
          n(point.p05),
          n(point.p95),
        ),
        base ? queue.against(n(base.p50)) : '',
      ),
  };
}

/** By the middling day; days on which hardly anyone waits, by their crowded ones. */
function longer(a: FanPoint, b: FanPoint): number {
  return Math.round(a.p50) - Math.round(b.p50) || a.p95 - b.p95;
}

function mostWaiting(
  { say, write }: Words,
  points: readonly FanPoint[],
  { from, to, p05, p50, p95 }: FanPoint,
  days: number,
): string {
  const [start, end] = [clockText(from), clockText(to)];
  if (points.every((point) => point.p95 < 1)) return say.queue.none;
  if (days === 1) return say.queue.oneDay(start, end, write.one(p50));
  return say.queue.finding(start, end, write.whole(p50), write.whole(p05), write.whole(p95));
}

/** What the marks of the fan are, and over how many days. */
export function fanCaption(words: Words, days: number, compared: boolean): string {
  const { queue } = words.say;
  return join(
    words,
    days === 1 ? queue.captionOneDay : queue.caption(words.write.whole(days)),
    compared ? queue.captionBase : '',
  );
}

function chartLabels({
  say,
  write,
}: Words): Pick<ChartLabels, 'showTable' | 'hideTable' | 'slot' | 'tick'> {
  return {
    showTable: say.day.showTable,
    hideTable: say.day.hideTable,
    tick: write.whole,
    slot: (from, to) => say.day.slot(clockText(from), clockText(to)),
  };
}

function baseColumn({ say }: Words, legend: LegendLabels): string[] {
  return legend.base ? [say.day.baseColumn(legend.base.name)] : [];
}

/** People to one decimal while few, whole from ten on. */
function people({ write }: Words, value: number): string {
  return value >= 9.95 || Number.isInteger(value) ? write.whole(value) : write.one(value);
}

function join({ language }: Words, ...sentences: string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(language === 'zh' ? '' : ' ');
}
