import { checkCount, checkPositive, checkThat } from './check.js';
import { solveTruncated } from './truncated-chain.js';

/** A hall with numbered tickets. */
export interface TicketInput {
  /** λ, customers per time unit, above 0; may exceed c μ. */
  readonly arrivalRate: number;
  /** μ, services per time unit and busy server, above 0. */
  readonly serviceRate: number;
  /** c, at least 1. */
  readonly servers: number;
  /** Largest difference between own number and the number last called at which one stays, 1 … 12. */
  readonly patience: number;
}

/** What tickets hide. */
export interface TicketQueue {
  /** Share of arrivals that leave on seeing the difference of numbers. */
  readonly balked: number;
  /** Mean wait of those who stay. */
  readonly waitMean: number;
  readonly utilisation: number;
}

/**
 * The ticket queue with balking: those who leave keep their number, so the difference that the next
 * one sees is larger than the line (S. H. Xu, L. Gao & J. Ou, Management Science 53 (2007) 971-990).
 * The state is who of the next numbers is still here, and how many numbers are out.
 *
 * @throws RangeError naming the value
 */
export function ticketQueue(input: TicketInput): TicketQueue {
  const { arrivalRate, serviceRate, servers, patience } = input;
  checkPositive('arrivalRate', arrivalRate);
  checkPositive('serviceRate', serviceRate);
  checkCount('servers', servers);
  checkCount('patience', patience);
  checkThat(patience <= 12, 'patience', patience, 'at most 12');
  const full = servers * serviceRate;
  const law = solveTruncated(
    [0, 0, 0],
    ([busy = 0, present = 0, out = 0]) => {
      if (busy < servers) {
        return [
          { to: [busy + 1, 0, 0], rate: arrivalRate },
          { to: [busy - 1, 0, 0], rate: busy * serviceRate },
        ];
      }
      // bit i of present: the customer with the number i + 1 after the last called is here
      const joins = out < patience;
      const come = [busy, joins ? present + (1 << out) : present, out + 1];
      let call = [busy - 1, 0, 0];
      if (present > 0) {
        const called = 31 - Math.clz32(present & -present);
        call = [busy, present >> (called + 1), out - called - 1];
      }
      return [
        { to: come, rate: arrivalRate },
        { to: call, rate: full },
      ];
    },
    ([, , out = 0]) => out,
    100,
    1600,
  );
  const balked = law.mean(([busy, , out = 0]) => (busy === servers && out >= patience ? 1 : 0));
  const line = law.mean(([, present = 0]) => {
    let count = 0;
    for (let bits = present; bits > 0; bits &= bits - 1) count += 1;
    return count;
  });
  return {
    balked,
    waitMean: line / (arrivalRate * (1 - balked)),
    utilisation: law.mean(([busy = 0]) => busy) / servers,
  };
}
