import type { Bilingual } from '@hallsim/scenario';
import type { Law } from '@hallsim/theory';
import { REASONS } from './formula-words.js';
import { mixedLaw, sameLaw } from './mixed-law.js';
import { arrivalRate, type Queue, type QueueClass } from './queue-spec.js';
import { isExponential, lawOf, spreadMean, spreadScv } from './time-spread.js';

/** What formulas ask of a queue's customers, all classes together; times in minutes. */
export interface Traffic {
  /** Customers per minute. */
  readonly rate: number;
  /** Service of a customer of any class. */
  readonly service: Law;
  /** Service rate of a busy server. */
  readonly serviceRate: number;
  /** Whether all have the same exponential service. */
  readonly exponential: boolean;
  /** Whether arrivals, or groups of them, are Poisson. */
  readonly poisson: boolean;
  /** Squared cv of the gaps, of several classes the mean weighted by their rates. */
  readonly gapScv: number;
  /** What stands between these customers and Poisson arrivals, arrivals one by one, exponential service. */
  readonly against: Readonly<Record<'gaps' | 'batch' | 'service', readonly Bilingual[]>>;
  /** All of that. */
  readonly notMarkov: readonly Bilingual[];
}

export function trafficOf({ classes, batch }: Pick<Queue, 'classes' | 'batch'>): Traffic {
  const rate = arrivalRate(classes);
  const laws = classes.map(({ service }) => lawOf(service));
  const service = mixedLaw(
    classes.map(({ ratePerMinute }, i) => ({ share: ratePerMinute / rate, law: laws[i]! })),
  );
  const gapScv = classes.reduce((sum, one) => sum + (one.ratePerMinute / rate) * gapScvOf(one), 0);
  const exponential = service.family === 'exponential';
  const poisson = classes.every(
    ({ arrivals }) => !('gaps' in arrivals) || isExponential(arrivals.gaps),
  );
  const alike = laws.every((law) => sameLaw(law, laws[0]!));
  const against = {
    gaps: poisson ? [] : [REASONS.gaps(Math.sqrt(gapScv))],
    batch: batch > 1 ? [REASONS.batch(batch)] : [],
    service: exponential
      ? []
      : [alike ? REASONS.service(Math.sqrt(service.scv)) : REASONS.services()],
  };
  return {
    rate,
    service,
    serviceRate: 1 / service.mean,
    exponential,
    poisson,
    gapScv,
    against,
    notMarkov: [...against.gaps, ...against.batch, ...against.service],
  };
}

/** Squared cv of the gaps between the arrivals of a class. */
function gapScvOf({ arrivals }: QueueClass): number {
  return 'gaps' in arrivals ? spreadScv(arrivals.gaps) : 1;
}

/** What a class meets where all classes are served alike, but for the service time of its own. */
export function ownTimes(
  one: QueueClass,
  waitMean: number,
): {
  readonly queueMean: number;
  readonly systemMean: number;
  readonly systemTimeMean: number;
} {
  const systemTimeMean = waitMean + spreadMean(one.service);
  return {
    queueMean: one.ratePerMinute * waitMean,
    systemMean: one.ratePerMinute * systemTimeMean,
    systemTimeMean,
  };
}
