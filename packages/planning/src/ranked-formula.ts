import type { Bilingual } from '@hallsim/scenario';
import {
  accumulatingPriority,
  erlangC,
  type Law,
  mmc,
  priorityMg1,
  priorityMmc,
} from '@hallsim/theory';
import { everybodyServed, formulaValues, type Known, type QueueFormula } from './formula-values.js';
import { REASONS } from './formula-words.js';
import { mixedLaw } from './mixed-law.js';
import { plainFormula } from './plain-formula.js';
import { arrivalRate, type Queue, type QueueClass } from './queue-spec.js';
import { lawOf, spreadMean } from './time-spread.js';
import { ownTimes, type Traffic, trafficOf } from './traffic.js';

/** Classes of one priority: among themselves they are first come, first served. */
interface Group {
  readonly classes: readonly QueueClass[];
  readonly arrivalRate: number;
  readonly service: Law;
}

/** What a class meets: mean wait for the start of service and mean time inside, min. */
interface Met {
  readonly waitProbability?: number;
  readonly waitMean: number;
  readonly systemTimeMean: number;
}

/** One line with priorities in which everybody waits, and there is room for all. */
export function rankedFormula(queue: Queue): QueueFormula {
  const traffic = trafficOf(queue);
  const { discipline, servers } = queue;
  const { gaps, batch, service } = traffic.against;
  // one server may serve by any law
  const against = [...gaps, ...batch, ...(servers === 1 ? [] : service)];
  switch (discipline) {
    case 'priority':
      return formula(queue, traffic, 'Cobham', against, cobham);
    case 'preemptive-resume':
      return formula(queue, traffic, 'preemptive-resume', against, preemptive, [
        REASONS.firstStart(),
      ]);
    case 'accumulating': {
      if (servers === 1) return formula(queue, traffic, 'Kleinrock', against, accumulating);
      // with one exponential service for all, the mean over all does not depend on who is called
      const { values, name } = plainFormula({ ...queue, discipline: 'random' });
      const means = { ...values, 'wait.variance': null };
      const reasons = traffic.exponential ? against : [...against, REASONS.discipline(discipline)];
      return {
        name,
        kind: reasons.length > 0 ? 'simpler' : 'exact',
        values: means,
        byClass: {},
        reasons: reasons.length > 0 ? reasons : [REASONS.meansOnly(), REASONS.notByClass()],
      };
    }
    case 'fifo':
    case 'lifo':
    case 'random':
      return plainFormula(queue);
  }
}

type Ways = (queue: Queue, traffic: Traffic) => ReadonlyMap<QueueClass, Met>;

function formula(
  queue: Queue,
  traffic: Traffic,
  name: string,
  against: readonly Bilingual[],
  ways: Ways,
  remarks: readonly Bilingual[] = [],
): QueueFormula {
  const { classes, servers } = queue;
  const met = ways(queue, traffic);
  const parts = classes.map((one): [QueueClass, Known] => {
    const { systemTimeMean, ...rest } = met.get(one)!;
    const systemMean = one.ratePerMinute * systemTimeMean;
    const inService = one.ratePerMinute * spreadMean(one.service);
    return [one, { ...rest, systemTimeMean, systemMean, queueMean: systemMean - inService }];
  });
  const mean = (read: (known: Known) => number | undefined): number =>
    parts.reduce((sum, [one, known]) => {
      return sum + (one.ratePerMinute / traffic.rate) * (read(known) ?? NaN);
    }, 0);
  const sum = (read: (known: Known) => number | undefined): number =>
    parts.reduce((total, [, known]) => total + (read(known) ?? NaN), 0);
  const all: Known = {
    utilisation: (traffic.rate * traffic.service.mean) / servers,
    waitProbability: mean((known) => known.waitProbability),
    waitMean: mean((known) => known.waitMean),
    queueMean: sum((known) => known.queueMean),
    systemMean: sum((known) => known.systemMean),
    systemTimeMean: mean((known) => known.systemTimeMean),
  };
  return {
    name,
    kind: against.length > 0 ? 'simpler' : 'exact',
    values: formulaValues(everybodyServed(all), queue),
    byClass: Object.fromEntries(
      parts.map(([one, known]) => [one.id, formulaValues(everybodyServed(known), queue, true)]),
    ),
    reasons: against.length > 0 ? against : [REASONS.meansOnly(), ...remarks],
  };
}

/** Non-preemptive: A. Cobham, Oper. Res. 2 (1954); several servers with one exponential service. */
function cobham({ classes, servers }: Queue, traffic: Traffic): Map<QueueClass, Met> {
  const groups = groupsOf(classes);
  const results =
    servers === 1
      ? priorityMg1(groups)
      : priorityMmc({
          arrivalRates: groups.map((group) => group.arrivalRate),
          serviceRate: traffic.serviceRate,
          servers,
        });
  const waitProbability = erlangC(servers, traffic.rate * traffic.service.mean);
  return new Map(
    groups.flatMap((group, i) =>
      group.classes.map((one): [QueueClass, Met] => {
        const { waitMean } = results[i]!;
        return [one, { ...ownTimes(one, waitMean), waitMean, waitProbability }];
      }),
    ),
  );
}

/**
 * Preemptive-resume. A class sees only those up to its own: its first start is Cobham's wait among
 * these. On one server each minute of service is stretched by 1 / (1 - σ) for those before (H. White
 * & L. S. Christie, Oper. Res. 6 (1958)); with several servers and one exponential service the first
 * classes are an M/M/c of their own, and the time inside follows from the differences.
 */
function preemptive({ classes, servers }: Queue, traffic: Traffic): Map<QueueClass, Met> {
  const groups = groupsOf(classes);
  const { serviceRate } = traffic;
  const inside = (upTo: number): number => {
    const rate = arrivalRate(groups.slice(0, upTo).flatMap((group) => group.classes));
    return rate > 0 ? mmc({ arrivalRate: rate, serviceRate, servers }).systemMean : 0;
  };
  let before = 0;
  return new Map(
    groups.flatMap((group, i) => {
      const first = groups.slice(0, i + 1);
      const load = first.reduce((sum, one) => sum + one.arrivalRate * one.service.mean, 0);
      const waitMean =
        servers === 1
          ? priorityMg1(first)[i]!.waitMean
          : priorityMmc({
              arrivalRates: first.map((one) => one.arrivalRate),
              serviceRate,
              servers,
            })[i]!.waitMean;
      const stretch = 1 / (1 - before);
      before = load;
      const waitProbability = erlangC(servers, load);
      const alike = (inside(i + 1) - inside(i)) / group.arrivalRate;
      return group.classes.map((one): [QueueClass, Met] => {
        const time = servers === 1 ? waitMean + spreadMean(one.service) * stretch : alike;
        return [one, { waitMean, waitProbability, systemTimeMean: time }];
      });
    }),
  );
}

/** L. Kleinrock, Naval Res. Logist. Quart. 11 (1964), one server. */
function accumulating({ classes }: Queue, traffic: Traffic): Map<QueueClass, Met> {
  const results = accumulatingPriority(
    classes.map((one) => ({
      arrivalRate: one.ratePerMinute,
      service: lawOf(one.service),
      slope: one.rate,
    })),
  );
  const waitProbability = traffic.rate * traffic.service.mean;
  return new Map(
    classes.map((one, i): [QueueClass, Met] => {
      const { waitMean } = results[i]!;
      return [one, { ...ownTimes(one, waitMean), waitMean, waitProbability }];
    }),
  );
}

/** Classes by priority, the first called first. */
function groupsOf(classes: readonly QueueClass[]): Group[] {
  const levels = [...new Set(classes.map(({ priority }) => priority))].sort((a, b) => a - b);
  return levels.map((level) => {
    const some = classes.filter(({ priority }) => priority === level);
    const rate = arrivalRate(some);
    return {
      classes: some,
      arrivalRate: rate,
      service: mixedLaw(
        some.map((one) => ({ share: one.ratePerMinute / rate, law: lawOf(one.service) })),
      ),
    };
  });
}
