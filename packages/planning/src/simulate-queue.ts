import { Breath, type StopSignal } from '@hallsim/experiment';
import { network, type Network, type NetworkSpec } from '@hallsim/kernel';
import { LineTally } from './line-tally.js';
import { type Queue, type QueueClass } from './queue-spec.js';
import { WaitQuantiles } from './wait-quantiles.js';

/** What is counted in each replication; times in minutes. */
export interface QueueRow {
  readonly served: number;
  readonly abandoned: number;
  /** Found no place. */
  readonly blocked: number;
  readonly waited: number;
  readonly waitSum: number;
  readonly waitSquares: number;
  readonly lostSum: number;
  readonly timeSum: number;
  readonly over: readonly number[];
  /** Length of the span over which people were counted, and people × minutes in it: waiting, inside. */
  readonly span: number;
  readonly waiting: number;
  readonly present: number;
  /** Server minutes: at work, there. NaN for a class. */
  readonly busy: number;
  readonly there: number;
}

/** The replications of some customers: those of a class, or all. */
export interface QueueSample {
  readonly rows: readonly QueueRow[];
  readonly waits: WaitQuantiles;
}

/** A queue that was run. */
export interface SimulatedQueue {
  readonly all: QueueSample;
  readonly classes: Readonly<Record<string, QueueSample>>;
  /** Replications finished. */
  readonly replications: number;
}

export interface SimulateQueueOptions {
  /** Looked at between replications; what is finished then is the result. */
  readonly signal?: StopSignal;
  readonly onReplications?: (done: number) => void;
}

/** The queue as a network of one station. */
function queueNetwork(queue: Queue): NetworkSpec {
  const { classes, batch, servers, capacity, discipline } = queue;
  const map = <Value>(read: (one: QueueClass) => Value): Record<string, Value> =>
    Object.fromEntries(classes.map((one) => [one.id, read(one)]));
  const impatient = classes.filter(({ patience }) => patience !== null);
  return {
    sources: map(({ arrivals }) => ({
      arrivals: {
        every:
          'gaps' in arrivals
            ? arrivals.gaps
            : ({ family: 'exponential', mean: 1 / arrivals.perMinute } as const),
        ...(batch > 1 && { batch: { family: 'fixed', value: batch } as const }),
      },
      to: 'line',
    })),
    stations: {
      line: {
        servers,
        service: { byClass: map(({ service }) => service) },
        discipline,
        priority: map(({ priority, rate }) => (discipline === 'accumulating' ? rate : priority)),
        ...(impatient.length > 0 && {
          patience: {
            byClass: Object.fromEntries(impatient.map((one) => [one.id, one.patience!])),
          },
        }),
        ...(capacity < Infinity && { places: capacity }),
      },
    },
  };
}

/**
 * Runs the replications of a queue by events. Every number of the answer is counted in one and the
 * same run: waits customer by customer, numbers of people and busy servers as integrals over time
 * from the end of the warm-up to the last arrival. Stops between replications at the signal.
 */
export async function simulateQueue(
  queue: Queue,
  { signal, onReplications }: SimulateQueueOptions = {},
): Promise<SimulatedQueue> {
  const net: Network = network(queueNetwork(queue));
  const { customers, replications } = queue;
  const ids = queue.byClass ? queue.classes.map(({ id }) => id) : [];
  const sample = () => ({
    rows: [] as QueueRow[],
    waits: new WaitQuantiles(replications, replications * customers),
  });
  const thresholds = queue.over.map(({ minutes }) => minutes);
  const all = { ...sample(), tally: new LineTally(thresholds) };
  const parts = new Map(ids.map((id) => [id, { ...sample(), tally: new LineTally(thresholds) }]));
  const breath = new Breath();
  let done = 0;
  try {
    while (done < replications && signal?.aborted !== true) {
      for (const { tally } of [all, ...parts.values()]) tally.clear();
      const { stations, span } = net.run({
        seed: queue.seed,
        replication: done,
        customers,
        warmUp: queue.warmUp,
        observe: ['levels'],
        onVisit: (visit) => {
          if (!visit.counted) return;
          all.tally.add(visit);
          parts.get(visit.class)?.tally.add(visit);
        },
      });
      const { level, rejected, byClass } = stations['line']!;
      all.rows.push({
        ...rowOf(all.tally, rejected, span),
        waiting: level.waiting * span,
        present: level.present * span,
        busy: level.busy * span,
        there: queue.servers * span,
      });
      all.waits.add(all.tally.waits, all.tally.served);
      for (const [id, { rows, waits, tally }] of parts) {
        rows.push(rowOf(tally, byClass[id]!.rejected, span));
        waits.add(tally.waits, tally.served);
      }
      done++;
      onReplications?.(done);
      await breath.take();
    }
  } finally {
    breath.end();
  }
  return { all, classes: Object.fromEntries(parts), replications: done };
}

/**
 * A row without servers. Levels of people follow from their times, each minute of each person counted
 * (J. D. C. Little, OR 9 (1961) 383-387): the counted customers' minutes over the span in which they came.
 */
function rowOf(tally: LineTally, blocked: number, span: number): QueueRow {
  const { served, abandoned, waited, waitSum, waitSquares, lostSum, timeSum, workSum } = tally;
  return {
    served,
    abandoned,
    blocked,
    waited,
    waitSum,
    waitSquares,
    lostSum,
    timeSum,
    over: [...tally.over],
    span,
    // who is interrupted is back in line, after the wait for the first start
    waiting: timeSum - workSum + lostSum,
    present: timeSum + lostSum,
    busy: NaN,
    there: NaN,
  };
}
