import type { Bilingual } from '@hallsim/scenario';
import { log } from '@hallsim/stats';
import {
  allenCunneen,
  batchArrivals,
  gimc,
  kraemerLangenbachBelz,
  type Law,
  mdc,
  mg1,
  mmc,
  mphc,
} from '@hallsim/theory';
import {
  costlyQuantile,
  everybodyServed,
  formulaValues,
  type Known,
  type QueueFormula,
  withoutLaw,
} from './formula-values.js';
import { REASONS } from './formula-words.js';
import type { Queue } from './queue-spec.js';
import { isFixed, lawOf } from './time-spread.js';
import { ownTimes, type Traffic, trafficOf } from './traffic.js';

/** Most states of busy servers by phase for which matrices are solved while somebody waits. */
const MOST_STATES = 130;
/** Most servers of GI/M/c, whose work grows with their third power. */
const MOST_GIMC = 300;

/** A formula before it is spread over the ids of an answer. */
interface Found {
  readonly name: string;
  readonly kind: QueueFormula['kind'];
  readonly known: Known;
  readonly reasons: readonly Bilingual[];
}

/** One line in which all classes are served alike, everybody waits, and there is room for all. */
export function plainFormula(queue: Queue): QueueFormula {
  const { name, kind, known, reasons } = found(queue, trafficOf(queue));
  const { utilisation, ...values } = formulaValues(everybodyServed(known), queue);
  const { waitMean = 0 } = known;
  return {
    name,
    kind,
    values: { utilisation: utilisation ?? null, ...values },
    // all classes wait alike
    byClass: Object.fromEntries(
      (queue.byClass ? queue.classes : []).map((one) => {
        const { queueMean, systemMean, systemTimeMean } = ownTimes(one, waitMean);
        const own = {
          'queue.mean': queueMean,
          'system.mean': systemMean,
          'system.time.mean': systemTimeMean,
        };
        return [one.id, { ...values, ...own }];
      }),
    ),
    reasons,
  };
}

function found(queue: Queue, traffic: Traffic): Found {
  const { servers, batch, classes } = queue;
  const { rate, service, serviceRate, exponential, poisson, against } = traffic;
  const [first, ...others] = classes;
  if (batch > 1) {
    const sizes = Array.from({ length: batch }, (_, i) => (i === batch - 1 ? 1 : 0));
    const known = batchArrivals({ batchRate: rate / batch, sizes, serviceRate, servers });
    const reasons = [...against.gaps, ...against.service];
    return reasons.length === 0
      ? { name: 'M^X/M/c', kind: 'exact', known, reasons: [REASONS.meansOnly()] }
      : { name: 'M^X/M/c', kind: 'simpler', known, reasons };
  }
  if (poisson) return ofPoisson(queue, traffic);
  if (others.length === 0 && 'gaps' in first!.arrivals) {
    const { gaps } = first!.arrivals;
    if (isFixed(gaps) && isFixed(first!.service)) return clockwork(traffic, servers);
    if (exponential && servers <= MOST_GIMC) {
      const known = gimc({ gap: lawOf(gaps), serviceRate, servers });
      return byDiscipline(queue, `GI/M/${servers > 1 ? 'c' : '1'}`, known);
    }
  }
  const input = moments(queue, traffic);
  return {
    name: 'Krämer-Langenbach-Belz',
    kind: 'approximate',
    known: byWait(kraemerLangenbachBelz(input), rate, service.mean, servers),
    reasons: [
      REASONS.twoMoments(Math.sqrt(traffic.gapScv), Math.sqrt(service.scv)),
      ...(others.length > 0 ? [REASONS.merged()] : []),
    ],
  };
}

function ofPoisson(queue: Queue, traffic: Traffic): Found {
  const { servers, discipline } = queue;
  const { rate, service, serviceRate, exponential } = traffic;
  if (exponential) {
    const like = discipline === 'lifo' || discipline === 'random' ? discipline : 'fifo';
    const known = mmc({ arrivalRate: rate, serviceRate, servers, discipline: like });
    const name = servers === 1 ? 'M/M/1' : 'Erlang C';
    return byDiscipline(queue, name, known, known.waitVariance);
  }
  if (servers === 1) {
    const last = discipline === 'lifo';
    const known = mg1({ arrivalRate: rate, service, discipline: last ? 'lifo' : 'fifo' });
    const costly = service.phases === undefined && service.scv > 0;
    const { waitOver, utilisation } = known;
    return byDiscipline(
      queue,
      'Pollaczek-Khinchine (M/G/1)',
      {
        ...known,
        ...(costly && {
          // if those who wait did so exponentially
          waitQuantile: (p) =>
            costlyQuantile(
              waitOver,
              p,
              (known.waitMean / utilisation) * log(Math.max(2, utilisation / (1 - p))),
            ),
        }),
      },
      last ? known.waitVariance : undefined,
    );
  }
  if (service.scv === 0) {
    const known = mdc({ arrivalRate: rate, serviceTime: service.mean, servers });
    return byDiscipline(queue, 'M/D/c', servers <= 500 ? known : withoutSpread(known));
  }
  if (service.phases !== undefined && spreads(servers, service) <= MOST_STATES) {
    return byDiscipline(queue, 'M/PH/c', mphc({ arrivalRate: rate, service, servers }));
  }
  const waitMean = allenCunneen(moments(queue, traffic));
  return {
    name: 'Allen-Cunneen',
    kind: 'approximate',
    known: {
      ...byWait(waitMean, rate, service.mean, servers),
      waitProbability: mmc({ arrivalRate: rate, serviceRate, servers }).waitProbability,
    },
    reasons: [REASONS.scaled(Math.sqrt(service.scv), (1 + service.scv) / 2)],
  };
}

/** Under another order than the first come the mean holds, the law of the wait does not. */
function byDiscipline({ discipline }: Queue, name: string, known: Known, variance?: number): Found {
  if (discipline === 'lifo' || discipline === 'random') {
    const rest = {
      ...withoutLaw(known),
      ...(variance !== undefined && { waitVariance: variance }),
    };
    return { name, kind: 'exact', known: rest, reasons: [REASONS.noLaw(discipline)] };
  }
  return { name, kind: 'exact', known, reasons: [] };
}

function withoutSpread(known: Known): Known {
  const { waitOver: _over, waitQuantile: _quantile, ...rest } = known;
  return rest;
}

/** Everybody comes and is served by the clock. */
function clockwork({ rate, service }: Traffic, servers: number): Found {
  const known = {
    ...byWait(0, rate, service.mean, servers),
    waitProbability: 0,
    waitVariance: 0,
    waitOver: () => 0,
    waitQuantile: () => 0,
  };
  return { name: 'D/D/c', kind: 'exact', known, reasons: [] };
}

/** What follows from a mean wait by Little's law. */
function byWait(waitMean: number, rate: number, serviceMean: number, servers: number): Known {
  return {
    utilisation: (rate * serviceMean) / servers,
    waitMean,
    queueMean: rate * waitMean,
    systemMean: rate * (waitMean + serviceMean),
    systemTimeMean: waitMean + serviceMean,
  };
}

function moments({ servers }: Queue, { rate, service, gapScv }: Traffic) {
  return {
    arrivalRate: rate,
    serviceMean: service.mean,
    servers,
    gapScv,
    serviceScv: service.scv,
  };
}

/** Ways to spread the busy servers over the phases of a service. */
function spreads(servers: number, { phases }: Law): number {
  let ways = 1;
  for (let i = 1; i < (phases?.start.length ?? 1); i++) ways *= (servers + i) / i;
  return ways;
}
