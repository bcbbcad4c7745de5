import { erlangA, mmcg, type MmcgQueue, twoClassAbandonment } from '@hallsim/theory';
import { formulaValues, type Known, type QueueFormula } from './formula-values.js';
import { REASONS } from './formula-words.js';
import { patienceOf } from './limited-formula.js';
import type { Queue } from './queue-spec.js';
import { isExponential, spreadMean } from './time-spread.js';
import { type Traffic, trafficOf } from './traffic.js';

/** Most servers of the chain of two classes. */
const MOST_TWO_CLASS = 50;

/** One line that customers leave. */
export function leavingFormula(queue: Queue): QueueFormula | null {
  const { servers, discipline, classes } = queue;
  const traffic = trafficOf(queue);
  const { rate, serviceRate, service, notMarkov } = traffic;
  const two = twoClasses(queue, traffic);
  if (two !== null) return two;
  const patience = patienceOf(queue);
  if (patience === null || patience === 'some') return null;
  const exponential = patience.family === 'exponential';
  const input = { arrivalRate: rate, serviceRate, servers };
  const found = exponential
    ? erlangA({ ...input, patienceMean: patience.mean })
    : mmcg({ ...input, patience });
  const known: Known = {
    ...found,
    blocked: 0,
    systemTimeMean: found.waitMean + service.mean,
  };
  const name = exponential ? 'Erlang A' : 'M/M/c+G';
  const byName = queue.byClass ? [REASONS.notByClass()] : [];
  if (discipline === 'fifo' || (classes.length === 1 && !['lifo', 'random'].includes(discipline))) {
    return {
      name,
      kind: notMarkov.length > 0 ? 'simpler' : 'exact',
      values: formulaValues(known, queue),
      byClass: {},
      reasons: notMarkov.length > 0 ? notMarkov : byName,
    };
  }
  // whoever is called, as many leave: the number inside is one and the same birth-death process
  const counted = exponential && discipline !== 'preemptive-resume';
  const reasons = counted ? notMarkov : [...notMarkov, REASONS.discipline(discipline)];
  return {
    name,
    kind: reasons.length > 0 ? 'simpler' : 'exact',
    values: formulaValues(counted ? numbersOnly(found) : known, queue),
    byClass: {},
    reasons: reasons.length > 0 ? reasons : [REASONS.noLaw(discipline), ...byName],
  };
}

/** What does not depend on who is called. */
function numbersOnly(found: MmcgQueue): Known {
  const { utilisation, waitProbability, abandoned, waitAllMean, queueMean, systemMean } = found;
  return {
    utilisation,
    waitProbability,
    abandoned,
    waitAllMean,
    queueMean,
    systemMean,
    blocked: 0,
  };
}

/** Two classes of one exponential service and exponential patience each, one called before the other. */
function twoClasses(queue: Queue, traffic: Traffic): QueueFormula | null {
  const { classes, servers, discipline } = queue;
  const { notMarkov, serviceRate, service } = traffic;
  const [first, second, ...others] = classes.toSorted((a, b) => a.priority - b.priority);
  if (
    discipline !== 'priority' ||
    first === undefined ||
    second === undefined ||
    others.length > 0 ||
    first.priority === second.priority ||
    servers > MOST_TWO_CLASS ||
    notMarkov.length > 0 ||
    classes.some(({ patience }) => patience === null || !isExponential(patience))
  ) {
    return null;
  }
  const leaving = [first, second].map(({ ratePerMinute, patience }) => ({
    arrivalRate: ratePerMinute,
    abandonRate: 1 / spreadMean(patience!),
  }));
  const found = twoClassAbandonment({
    first: leaving[0]!,
    second: leaving[1]!,
    serviceRate,
    servers,
  });
  const parts = [first, second].map((one, i): [string, Known & { queueMean: number }] => {
    const result = i === 0 ? found.first : found.second;
    const queueMean = one.ratePerMinute * result.waitAllMean;
    const served = one.ratePerMinute * (1 - result.abandoned);
    return [
      one.id,
      { ...result, blocked: 0, queueMean, systemMean: queueMean + served * service.mean },
    ];
  });
  const sum = (read: (known: Known) => number): number =>
    parts.reduce((total, [, known]) => total + read(known), 0);
  const weighted = (read: (known: Known) => number): number =>
    [first, second].reduce((total, one, i) => {
      return total + (one.ratePerMinute / traffic.rate) * read(parts[i]![1]);
    }, 0);
  const queueMean = sum((known) => known.queueMean ?? 0);
  const systemMean = sum((known) => known.systemMean ?? 0);
  const all: Known = {
    utilisation: (systemMean - queueMean) / servers,
    waitProbability: found.first.waitProbability,
    abandoned: weighted((known) => known.abandoned ?? 0),
    waitAllMean: queueMean / traffic.rate,
    blocked: 0,
    queueMean,
    systemMean,
  };
  return {
    name: 'M/M/c+M with two priorities',
    kind: 'exact',
    values: formulaValues(all, queue),
    byClass: Object.fromEntries(
      parts.map(([id, known]) => [id, formulaValues(known, queue, true)]),
    ),
    reasons: [REASONS.meansOnly()],
  };
}
