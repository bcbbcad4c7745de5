/** What a stationary queue says of the wait and the line; times in the caller's unit. */
export interface Queue {
  /** Share of the servers' time that is busy. */
  readonly utilisation: number;
  /** P(wait > 0) of those who enter. */
  readonly waitProbability: number;
  /** Mean wait of those who enter, those who do not wait included. */
  readonly waitMean: number;
  /** Mean number of people waiting (time average). */
  readonly queueMean: number;
  /** Mean number of people waiting or in service (time average). */
  readonly systemMean: number;
  /** Mean time from arrival to end of service. */
  readonly systemTimeMean: number;
}

/** A queue whose whole law of the wait is known (first come, first served). */
export interface QueueWithWaits extends Queue {
  /** Variance of the wait of those who enter. */
  readonly waitVariance: number;
  /** P(wait > t), t >= 0. */
  readonly waitOver: (t: number) => number;
  /** Smallest t with P(wait <= t) >= p; 0 where fewer than 1 - p wait at all. 0 < p < 1. */
  readonly waitQuantile: (p: number) => number;
}

/** The line and the people inside by Little's law: L = λ W (J. D. C. Little, OR 9 (1961) 383-387). */
export function byLittle(
  arrivalRate: number,
  serviceMean: number,
  waitMean: number,
): Pick<Queue, 'waitMean' | 'queueMean' | 'systemMean' | 'systemTimeMean'> {
  const systemTimeMean = waitMean + serviceMean;
  return {
    waitMean,
    queueMean: arrivalRate * waitMean,
    systemMean: arrivalRate * systemTimeMean,
    systemTimeMean,
  };
}
