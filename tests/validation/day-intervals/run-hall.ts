import {
  DayRecorder,
  DayRecords,
  estimate,
  estimateChange,
  hallScope,
  type MeasureValues,
  type Scope,
  scopesOf,
  summariseIntervals,
  tallyLayout,
  UntilPrecise,
} from '@hallsim/experiment';
import { compile, type HallModel } from '@hallsim/hall';
import { minutes, type Scenario } from '@hallsim/scenario';
import type { CountedHall } from './halls.js';

/** Days after which intervals are counted. */
export const DAYS = [10, 20, 50, 200] as const;
export const CONFIDENCES = [0.9, 0.95, 0.99] as const;
/** Days at most until then. */
const MOST = 2000;

/** The true value of a number of a hall, from many days, with its standard error. */
export interface Truth {
  /** Id of a measure; with `change ` in front its change. */
  readonly id: string;
  readonly value: number;
  readonly error: number;
}

/** How often intervals of one number held the true value. */
export interface Count {
  readonly id: string;
  /** Days; 0 for days until it is precise. */
  readonly days: number;
  readonly confidence: number;
  readonly intervals: number;
  readonly held: number;
  readonly below: number;
  readonly above: number;
  /** Sum of the half-widths, and of the days. */
  readonly halves: number;
  readonly allDays: number;
}

/** One hall of the two, and its days so far. */
class Side {
  readonly records: DayRecords;
  readonly #model: HallModel;
  readonly #recorder: DayRecorder;

  constructor(scenario: Scenario, day: string | undefined, seed: string, variant: string) {
    this.#model = compile(scenario, day === undefined ? {} : { day });
    const layout = tallyLayout(this.#model, 60);
    const target = minutes(scenario.targets?.['service-level']?.within ?? '10 min');
    this.records = new DayRecords(layout);
    this.#recorder = new DayRecorder(this.#model, layout, { seed, variant }, target);
  }

  runTo(days: number): void {
    while (this.records.days < days) {
      const { days: done } = this.records;
      this.records.add(this.#recorder.run(done, Math.min(20, days - done)));
    }
  }

  scope(confidence: number): Scope {
    return hallScope(this.records, this.#model, confidence);
  }

  /** The waits by time of day, by id. */
  byTime(confidence: number): [string, Interval][] {
    const { longWaits } = scopesOf(this.records, this.#model, confidence);
    const intervals = summariseIntervals(this.#model, this.records, longWaits, confidence);
    return intervals.flatMap(({ from, wait }) => {
      const { mean, low, high, p90, p90Low, p90High } = wait;
      return [
        [`${from} wait.mean`, { value: mean, low, high }],
        [`${from} wait.p90`, { value: p90, low: p90Low, high: p90High }],
      ];
    });
  }
}

type Interval = Pick<MeasureValues[string], 'value' | 'low' | 'high'>;

const sides = ({ base, variant, day }: CountedHall, seed: string): [Side, Side] => [
  new Side(base, day, seed, 'base'),
  new Side(variant, day, seed, 'variant'),
];

/** All numbers of two halls, by id. */
function numbersOf(base: Side, variant: Side, confidence: number): Map<string, Interval> {
  const before = base.scope(confidence);
  const changes = Object.entries(estimateChange(before, variant.scope(confidence), confidence));
  return new Map<string, Interval>([
    ...Object.entries(estimate(before, confidence)),
    ...changes.map(([id, value]) => [`change ${id}`, value] as const),
    ...base.byTime(confidence),
  ]);
}

/** The true values, from so many days of a seed of their own. */
export function truthsOf(hall: CountedHall, days: number): Truth[] {
  const pair = sides(hall, `${hall.id}/truth`);
  for (const side of pair) side.runTo(days);
  // one standard error to each side
  const confidence = 0.6826894921370859;
  return [...numbersOf(...pair, confidence)].flatMap(([id, { value, low, high }]) => {
    // what is the same every day needs no interval; a quantile may be 0 almost for certain
    const certain = low === high && !/\.p\d\d$/.test(id);
    if (value === null || low === null || high === null || certain) return [];
    return [{ id, value, error: Number(((high - low) / 2).toPrecision(3)) }];
  });
}

class Counts {
  readonly #counts = new Map<string, { -readonly [K in keyof Count]: Count[K] }>();
  readonly #truths: ReadonlyMap<string, number>;

  constructor(truths: readonly Truth[]) {
    this.#truths = new Map(truths.map(({ id, value }) => [id, value]));
  }

  add(id: string, days: number, confidence: number, { low, high }: Interval, took = days): void {
    const truth = this.#truths.get(id);
    if (truth === undefined) return;
    const key = `${id}/${days}/${confidence}`;
    const none = { intervals: 0, held: 0, below: 0, above: 0, halves: 0, allDays: 0 };
    const count = this.#counts.get(key) ?? { id, days, confidence, ...none };
    this.#counts.set(key, count);
    if (low === null || high === null) return;
    count.intervals++;
    if (high < truth) count.below++;
    else if (low > truth) count.above++;
    else count.held++;
    count.halves += (high - low) / 2;
    count.allDays += took;
  }

  list(): Count[] {
    return [...this.#counts.values()];
  }
}

/** What is counted of a run. */
export interface Wanted {
  /** Days after which intervals are looked at. */
  readonly days: readonly number[];
  readonly confidences: readonly number[];
  /** Measures that days are run for until they are precise, of those of the hall. */
  readonly goals: readonly string[];
}

/** Counts the intervals of the runs from one number to another, the last not included; absent: all that a table has. */
export function countIntervals(
  hall: CountedHall,
  truths: readonly Truth[],
  from: number,
  to: number,
  wanted: Wanted = { days: DAYS, confidences: CONFIDENCES, goals: Object.keys(hall.goals) },
): Count[] {
  const { days, confidences } = wanted;
  const goals = Object.entries(hall.goals).filter(([measure]) => wanted.goals.includes(measure));
  const counts = new Counts(truths);
  const width = (id: string, part: number): number =>
    part * Math.abs(truths.find((truth) => truth.id === id)!.value);
  for (let run = from; run < to; run++) {
    const [base, variant] = sides(hall, `${hall.id}/${run}`);
    const stops = goals.map(([measure, part]) => ({
      measure,
      until: new UntilPrecise([{ measure, halfWidth: width(measure, part) }], MOST),
      open: true,
    }));
    const look = (): void => {
      const { days: done } = base.records;
      const due = stops.filter(({ open, until }) => open && until.nextLook === done);
      if (due.length === 0) return;
      const values = estimate(base.scope(0.95), 0.95);
      for (const stop of due) {
        stop.until.look(done, values);
        if (stop.until.nextLook > done) continue;
        stop.open = false;
        counts.add(stop.measure, 0, 0.95, values[stop.measure]!, done);
      }
    };
    for (;;) {
      const looks = stops.flatMap(({ open, until }) => (open ? [until.nextLook] : []));
      const next = Math.min(...looks, ...days.filter((count) => count > base.records.days));
      if (next === Infinity) break;
      base.runTo(next);
      look();
      if (!days.includes(next)) continue;
      variant.runTo(next);
      for (const confidence of confidences) {
        const numbers = numbersOf(base, variant, confidence);
        for (const [id, value] of numbers) counts.add(id, next, confidence, value);
      }
    }
  }
  return counts.list();
}

/** An interval as it is checked in. */
export type FirstInterval = readonly [id: string, low: number | null, high: number | null];

/** The intervals at 95 % of the first run after 20 days: what `npm test` repeats to the last bit. */
export function firstIntervals(hall: CountedHall): FirstInterval[] {
  const pair = sides(hall, `${hall.id}/0`);
  for (const side of pair) side.runTo(20);
  return [...numbersOf(...pair, 0.95)].map(([id, { low, high }]) => [id, low, high]);
}
