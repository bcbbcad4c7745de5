import type { Bilingual } from '@hallsim/scenario';
import { birthDeath, erlangLoss, mmck } from '@hallsim/theory';
import { formulaValues, type Known, type QueueFormula, withoutLaw } from './formula-values.js';
import { REASONS } from './formula-words.js';
import { mixedLaw } from './mixed-law.js';
import type { Queue } from './queue-spec.js';
import { lawOf } from './time-spread.js';
import { type Traffic, trafficOf } from './traffic.js';

/** A hall with a limited number of places. */
export function limitedFormula(queue: Queue): QueueFormula {
  const { servers, capacity } = queue;
  const traffic = trafficOf(queue);
  if (capacity === servers) return lossFormula(queue, traffic);
  const patience = patienceOf(queue);
  if (patience === 'some') return waitingRoom(queue, traffic, [REASONS.someLeave()]);
  if (patience === null) return waitingRoom(queue, traffic, []);
  const reasons = [
    ...traffic.notMarkov,
    ...(patience.family === 'exponential' ? [] : [REASONS.patience(Math.sqrt(patience.scv))]),
  ];
  return together(queue, 'M/M/c/K+M', placesAndPatience(queue, traffic, patience.mean), reasons, [
    REASONS.meansOnly(),
  ]);
}

/** Nobody can wait: only the mean of the service counts, and whose turn it is never comes up. */
function lossFormula(queue: Queue, { rate, service, against }: Traffic): QueueFormula {
  const { blocked, busyMean, utilisation } = erlangLoss(rate, service.mean, queue.servers);
  const known = {
    utilisation,
    blocked,
    waitProbability: 0,
    waitMean: 0,
    waitAllMean: 0,
    waitVariance: 0,
    waitOver: () => 0,
    waitQuantile: () => 0,
    abandoned: 0,
    queueMean: 0,
    systemMean: busyMean,
    systemTimeMean: service.mean,
  };
  return together(queue, 'Erlang B', known, [...against.gaps, ...against.batch], []);
}

/** M/M/c/K: how many are inside does not depend on the order of service; the law of the wait does. */
function waitingRoom(queue: Queue, traffic: Traffic, more: readonly Bilingual[]): QueueFormula {
  const { servers, capacity, discipline } = queue;
  const { rate, serviceRate, notMarkov } = traffic;
  const known = mmck({ arrivalRate: rate, serviceRate, servers, capacity });
  const all = { ...known, waitAllMean: known.waitMean, abandoned: 0 };
  if (discipline === 'fifo') {
    return together(queue, 'M/M/c/K', all, [...notMarkov, ...more], []);
  }
  const rest: Known = withoutLaw(all);
  if (discipline !== 'preemptive-resume') {
    return together(queue, 'M/M/c/K', rest, [...notMarkov, ...more], [REASONS.noLaw(discipline)]);
  }
  // where services are interrupted, the wait for the first start is not the whole wait
  const { waitMean: _, waitAllMean: _all, waitProbability: _waits, ...numbers } = rest;
  return together(queue, 'M/M/c/K', numbers, [...notMarkov, ...more], [REASONS.firstStart()]);
}

/** Numbers of people of M/M/c/K with exponential patience, a birth-death process. */
function placesAndPatience(
  { servers, capacity, discipline }: Queue,
  { rate, serviceRate }: Traffic,
  patienceMean: number,
): Known {
  const births = Array.from({ length: capacity }, () => rate);
  const deaths = births.map((_, n) => {
    const inside = n + 1;
    return Math.min(inside, servers) * serviceRate + Math.max(0, inside - servers) / patienceMean;
  });
  const p = birthDeath(births, deaths);
  let [queueMean, busyMean, waits] = [0, 0, 0];
  p.forEach((one, n) => {
    queueMean += one * Math.max(0, n - servers);
    busyMean += one * Math.min(n, servers);
    if (n >= servers && n < capacity) waits += one;
  });
  const blocked = p[capacity]!;
  const numbers = {
    utilisation: busyMean / servers,
    blocked,
    abandoned: queueMean / patienceMean / rate,
    queueMean,
    systemMean: queueMean + busyMean,
  };
  if (discipline === 'preemptive-resume') return numbers;
  return {
    ...numbers,
    waitProbability: waits / (1 - blocked),
    waitAllMean: queueMean / (rate * (1 - blocked)),
  };
}

function together(
  queue: Queue,
  name: string,
  known: Known,
  against: readonly Bilingual[],
  remarks: readonly Bilingual[],
): QueueFormula {
  const notByClass = queue.byClass ? [REASONS.notByClass()] : [];
  return {
    name,
    kind: against.length > 0 ? 'simpler' : 'exact',
    values: formulaValues(known, queue),
    byClass: {},
    reasons: against.length > 0 ? against : [...remarks, ...notByClass],
  };
}

/** The patience of all customers; null where nobody leaves. */
export function patienceOf({ classes }: Queue): ReturnType<typeof lawOf> | null | 'some' {
  const leaving = classes.filter(({ patience }) => patience !== null);
  if (leaving.length === 0) return null;
  if (leaving.length < classes.length) return 'some';
  const rate = leaving.reduce((sum, one) => sum + one.ratePerMinute, 0);
  return mixedLaw(
    leaving.map(({ ratePerMinute, patience }) => ({
      share: ratePerMinute / rate,
      law: lawOf(patience!),
    })),
  );
}
