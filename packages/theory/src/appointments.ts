import { checkList, checkNotNegative, checkPositive, checkShare } from './check.js';
import { poissonProbability } from './gamma.js';

/** A session of appointments. */
export interface AppointmentInput {
  /** Times of the slots, rising (equal ones allowed), from 0. */
  readonly slots: readonly number[];
  /** P(a customer shows up), in [0, 1]. */
  readonly shows: number;
  /** μ, services per time unit, above 0. */
  readonly serviceRate: number;
}

/** Waits of those with an appointment. */
export interface AppointmentSession {
  /** Mean wait of each slot's customer, if there. */
  readonly waits: readonly number[];
  /** Mean over the slots. */
  readonly waitMean: number;
  /** Mean work left just after the last slot. */
  readonly workAfterLast: number;
}

/**
 * One server with exponential service and punctual customers, slot by slot: services that could end
 * between two slots are Poisson (N. T. J. Bailey, J. R. Statist. Soc. B 14 (1952) 185-199; C. D.
 * Pegden & M. Rosenshine, Comput. Oper. Res. 17 (1990) 343-348).
 *
 * @throws RangeError naming the value
 */
export function appointments({ slots, shows, serviceRate }: AppointmentInput): AppointmentSession {
  checkPositive('serviceRate', serviceRate);
  checkShare('shows', shows);
  let law = [1];
  let clock = 0;
  const waits = checkList('slots', slots).map((time) => {
    checkNotNegative('the time from slot to slot', time - clock);
    const could = serviceRate * (time - clock);
    clock = time;
    const rest = law.map((_, n) =>
      law.reduce(
        (sum, p, before) =>
          n > 0 && before >= n ? sum + p * poissonProbability(before - n, could) : sum,
        0,
      ),
    );
    rest[0] = 1 - rest.reduce((sum, p) => sum + p, 0);
    const ahead = rest.reduce((sum, p, n) => sum + p * n, 0);
    law = Array.from(
      { length: rest.length + 1 },
      (_, n) => (rest[n] ?? 0) * (1 - shows) + (rest[n - 1] ?? 0) * shows,
    );
    return ahead / serviceRate;
  });
  return {
    waits,
    waitMean: waits.reduce((sum, one) => sum + one, 0) / waits.length,
    workAfterLast: law.reduce((sum, p, n) => sum + p * n, 0) / serviceRate,
  };
}
