import type { VisitResult } from '@hallsim/kernel';
import type { Case } from '../cases.js';
import { DAYS, HallDay, runsOf } from '../hall-day.js';
import { withProbe } from '../probes.js';
import type { Answer, Estimate, Measurement } from '../row.js';
import type { World } from '../world.js';
import { playedClearing } from './closing.js';

/** A look just before a half hour ends sees the staff of the half hour that ends. */
const JUST_BEFORE = 1e-9;

/** A number of one half hour of the day. */
export function halfHour(one: Case, world: World): Answer {
  const day = new HallDay(one, world);
  return one.metric === 'probWaitAverage(interval)'
    ? (i) => waitedShare(day, i)
    : (i) => seenAtEnd(day, i, one.metric);
}

function seenAtEnd(day: HallDay, i: number, metric: string): Measurement {
  const times = Array.from(
    { length: DAYS },
    (_, nth) => nth * day.period + (i + 1) * day.step - JUST_BEFORE,
  );
  const counters = day.staff[i] ?? 0;
  let sum = 0;
  const net = day.world.network(
    withProbe(day.spec(i + 1), times, (hall) => {
      if (metric === 'meanNumberInSystem(t)') sum += hall.present('hall');
      else if (metric === 'meanQueueLength(t)') sum += hall.waiting('hall');
      else sum += hall.present('hall') >= counters ? 1 : 0;
    }),
  );
  return day.measurePoint(i + 1, (seed, replication, size) => {
    sum = 0;
    for (const nth of runsOf(size, replication)) {
      net.run({ seed, replication: nth, until: DAYS * day.period, observe: [] });
    }
    return sum / (size * DAYS);
  });
}

/** Of those who come in a half hour, the share that waits: they are a class of their own. */
function waitedShare(day: HallDay, i: number): Measurement {
  const net = day.world.network({
    ...day.spec(i + 1),
    sources: {
      ...(i === 0 ? {} : { before: { arrivals: day.arrivals(0, i), to: 'hall' } }),
      then: { arrivals: day.arrivals(i, i + 1), to: 'hall' },
    },
  });
  return day.measurePoint(i + 1, (seed, replication, size) => {
    let counted = 0;
    let joined = 0;
    for (const nth of runsOf(size, replication)) {
      const until = DAYS * day.period;
      const { stations } = net.run({ seed, replication: nth, until, observe: [] });
      const then = (stations['hall']?.byClass as Record<string, VisitResult>)['then'];
      if (then === undefined) throw new Error('there is no class "then"');
      counted += waited(then);
      joined += then.joined;
    }
    return counted / joined;
  });
}

/** Who waited: of those served, and all who gave up. */
const waited = ({ wait, served, abandoned }: VisitResult): number =>
  (served > 0 ? wait.probability * served : 0) + abandoned;

/** A number of the whole day, or of what comes after closing. */
export function wholeDay(one: Case, world: World): Answer {
  const day = new HallDay(one, world);
  return day.measure(day.rates.length, estimateOf(day, one));
}

function estimateOf(day: HallDay, one: Case): Estimate {
  const limits = typeof one.params['t_min'] === 'number' ? [one.params['t_min']] : [];
  switch (one.metric) {
    case 'meanBusyCounterMinutes':
      return busyMinutes(day);
    case 'meanClearTime':
      return clearing(day, (minutes) => minutes);
    case 'probClear15':
      return clearing(day, (minutes) => (minutes <= 15 ? 1 : 0));
    case 'meanTimeInQueue(day)':
      return perCustomer(day, ({ wait, joined }) => wait.allMean * joined);
    case 'fractionAbandoned(day)':
      return perCustomer(day, ({ abandoned }) => abandoned);
    case 'probWait(day)':
      return perCustomer(day, waited);
    case 'serviceLevel(day)':
      return perCustomer(day, ({ wait, served }) => (1 - (wait.over[0] ?? NaN)) * served, limits);
    default:
      throw new Error(`${one.id}: no measurement of ${one.metric}`);
  }
}

/** Busy counter-minutes up to closing. */
function busyMinutes(day: HallDay): Estimate {
  const net = day.world.network(day.spec(day.rates.length, 1));
  return (seed, replication, size) => {
    let sum = 0;
    for (const nth of runsOf(size * DAYS, replication)) {
      const { stations } = net.run({ seed, replication: nth, until: day.closes });
      sum += (stations['hall']?.level.busy ?? NaN) * day.closes;
    }
    return sum / (size * DAYS);
  };
}

/** A function of the minutes from closing until the hall is empty. */
function clearing(day: HallDay, of: (minutes: number) => number): Estimate {
  if (day.world.plays) return playedClearing(day, of);
  const net = day.world.network(day.spec(day.rates.length));
  const lastEnds = new Float64Array(DAYS);
  return (seed, replication, size) => {
    let sum = 0;
    for (const nth of runsOf(size, replication)) {
      lastEnds.fill(0);
      net.run({
        seed,
        replication: nth,
        until: DAYS * day.period,
        observe: [],
        onVisit: ({ ended }) => {
          const today = Math.floor(ended / day.period);
          lastEnds[today] = ended - today * day.period;
        },
      });
      for (const ended of lastEnds) sum += of(Math.max(0, ended - day.closes));
    }
    return sum / (size * DAYS);
  };
}

/** Something of everybody who comes in a day, for each of them. */
function perCustomer(
  day: HallDay,
  of: (hall: VisitResult) => number,
  over: readonly number[] = [],
): Estimate {
  const net = day.world.network(day.spec(day.rates.length));
  return (seed, replication, size) => {
    let counted = 0;
    let came = 0;
    for (const nth of runsOf(size, replication)) {
      const until = DAYS * day.period;
      const { stations } = net.run({ seed, replication: nth, until, observe: [], over });
      const hall = stations['hall'];
      if (hall === undefined) throw new Error('there is no hall');
      counted += of(hall);
      came += hall.joined;
    }
    return counted / came;
  };
}
