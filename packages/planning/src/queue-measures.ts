import type { Bilingual } from '@hallsim/scenario';
import { type Estimate, type IntervalScale, type NoIntervalReason, ratio } from '@hallsim/stats';
import type { Queue, QueueClass } from './queue-spec.js';
import type { QueueRow, QueueSample } from './simulate-queue.js';

/** `share` is a fraction of 1; `min²` the unit of a variance. */
export type QueueUnit = 'min' | 'min²' | 'share' | 'people';

/** A value with its interval of confidence. `null`: nothing was observed, or `reason` says why there is no interval. */
export interface QueueValue {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: QueueUnit;
  readonly reason?: NoIntervalReason;
}

/** Values by id, in the order of {@link queueMeasures}. */
export type QueueValues = Readonly<Record<string, QueueValue>>;

/** A number of an answer. */
export interface QueueMeasure {
  readonly id: string;
  readonly unit: QueueUnit;
  readonly label: Bilingual;
  readonly estimate: (sample: QueueSample, confidence: number) => Estimate;
}

type Read = (row: QueueRow) => number;

const joined: Read = ({ served, abandoned }) => served + abandoned;
const came: Read = ({ served, abandoned, blocked }) => served + abandoned + blocked;

/**
 * The ratio of two sums over all replications; its interval comes from what each replication adds to
 * both (jackknife, Student's t), on a scale that keeps it inside what is possible. All replications
 * of a queue are equally long, so that it is nearly the mean of replications; but where few are
 * served, or abandon, in some of them, these count for less, as they should.
 */
function ratioOf(top: Read, bottom: Read, scale: IntervalScale): QueueMeasure['estimate'] {
  return ({ rows }, confidence) =>
    ratio(Float64Array.from(rows, top), Float64Array.from(rows, bottom), confidence, scale);
}

/** What cannot happen is no estimate. */
const never: QueueMeasure['estimate'] = () => ({ value: 0, low: 0, high: 0 });

const measure = (
  id: string,
  unit: QueueUnit,
  en: string,
  zh: string,
  estimate: QueueMeasure['estimate'],
): QueueMeasure => ({ id, unit, label: { en, zh }, estimate });

/** Variance of the wait of everybody served, about the mean of all replications: the squares of each about that mean, pooled. */
function waitVariance({ rows }: QueueSample, confidence: number): Estimate {
  const served = rows.reduce((sum, row) => sum + row.served, 0);
  const mean = rows.reduce((sum, row) => sum + row.waitSum, 0) / served;
  const about: Read = (row) =>
    Math.max(0, row.waitSquares - mean * (2 * row.waitSum - mean * row.served));
  return ratioOf(
    served > 0 ? about : () => 0,
    (row) => row.served,
    'positive',
  )({ rows } as QueueSample, confidence);
}

/** Every measure of an answer, in its order; quantiles and thresholds are those asked for. */
export function queueMeasures({ classes, capacity, quantiles, over }: Queue): QueueMeasure[] {
  const leaves = classes.some(({ patience }) => patience !== null);
  const before = [
    measure(
      'utilisation',
      'share',
      'servers busy',
      '服务强度（窗口利用率）',
      ratioOf(
        ({ busy }) => busy,
        ({ there }) => there,
        'share',
      ),
    ),
    measure(
      'wait.probability',
      'share',
      'has to wait',
      '需要等候的比例',
      ratioOf(({ waited }) => waited, joined, 'share'),
    ),
    measure(
      'wait.mean',
      'min',
      'wait, mean, of those served',
      '平均等候时长（已办理）',
      ratioOf(
        ({ waitSum }) => waitSum,
        ({ served }) => served,
        'positive',
      ),
    ),
    measure(
      'wait.all.mean',
      'min',
      'time in line, mean, of everyone',
      '平均排队时长（全部）',
      ratioOf(({ waitSum, lostSum }) => waitSum + lostSum, joined, 'positive'),
    ),
    measure(
      'wait.abandoned.mean',
      'min',
      'time in line, mean, of those who left',
      '平均排队时长（中途离队）',
      ratioOf(
        ({ lostSum }) => lostSum,
        ({ abandoned }) => abandoned,
        'positive',
      ),
    ),
    measure('wait.variance', 'min²', 'wait, variance', '等候时长的方差', waitVariance),
  ];
  const after = [
    measure(
      'abandoned',
      'share',
      'left while waiting, of all who came',
      '中途离队（占全部到达）',
      leaves ? ratioOf(({ abandoned }) => abandoned, came, 'share') : never,
    ),
    measure(
      'blocked',
      'share',
      'found no place, of all who came',
      '无位离开（占全部到达）',
      capacity < Infinity ? ratioOf(({ blocked }) => blocked, came, 'share') : never,
    ),
    measure(
      'queue.mean',
      'people',
      'people waiting, mean',
      '平均排队人数',
      ratioOf(
        ({ waiting }) => waiting,
        ({ span }) => span,
        'positive',
      ),
    ),
    measure(
      'system.mean',
      'people',
      'people inside, mean',
      '平均在厅人数',
      ratioOf(
        ({ present }) => present,
        ({ span }) => span,
        'positive',
      ),
    ),
    measure(
      'system.time.mean',
      'min',
      'time inside, mean, of those served',
      '平均逗留时长（已办理）',
      ratioOf(
        ({ timeSum }) => timeSum,
        ({ served }) => served,
        'positive',
      ),
    ),
  ];
  return [
    ...before,
    ...quantiles.map(({ percent, p }) =>
      measure(
        `wait.p${percent}`,
        'min',
        `wait, P${percent}`,
        `等候时长 P${percent}`,
        ({ waits }, confidence) => waits.estimates([p], confidence)[0]!,
      ),
    ),
    ...overIds(over).map(({ id, index }) =>
      measure(
        id,
        'share',
        `in line longer than ${over[index]!.text}`,
        `排队超过 ${over[index]!.text}`,
        ratioOf((row) => row.over[index]!, joined, 'share'),
      ),
    ),
    ...after,
  ];
}

/**
 * Ids of thresholds: `wait.over` is the first; where there are several, each has an id with its
 * time besides, such as `wait.over.5min`.
 */
export function overIds(over: Queue['over']): { readonly id: string; readonly index: number }[] {
  const named = over.map(({ text }, index) => ({
    id: `wait.over.${text.replaceAll(' ', '')}`,
    index,
  }));
  const first = over.length > 0 ? [{ id: 'wait.over', index: 0 }] : [];
  return over.length > 1 ? [...first, ...named] : first;
}

/** The values of a sample; of a class without `utilisation`, since servers belong to all. */
export function queueValues(sample: QueueSample, queue: Queue, one?: QueueClass): QueueValues {
  return Object.fromEntries(
    queueMeasures(one === undefined ? queue : { ...queue, classes: [one] })
      .filter(({ id }) => one === undefined || id !== 'utilisation')
      .map(({ id, unit, estimate }) => [id, withUnit(estimate(sample, queue.confidence), unit)]),
  );
}

function withUnit({ value, low, high, reason }: Estimate, unit: QueueUnit): QueueValue {
  return { value, low, high, unit, ...(reason !== undefined && { reason }) };
}
