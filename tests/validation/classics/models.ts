import type { Case } from '../cases.js';
import type { Answer } from '../row.js';
import { kioskOverflow, nDesign, priorities, twoClasses, unequalClerks } from './classes.js';
import { counts, transientDay } from './days.js';
import { line } from './line.js';

/** A case as a hall; a text says why no file can say it. */
type Model = (one: Case) => Answer | string;

/** What of a case would need a key that is not simulated yet. */
const waits =
  (key: string): Model =>
  () =>
    `needs \`${key}\`, which is not simulated yet`;

/** The models of the table that are halls, by the name the table gives them. */
export const hallModels: Readonly<Record<string, Model>> = {
  'M/M/1': (one) => ('discipline' in one.params ? waits('rules.discipline')(one) : line(one)),
  'M/M/c': line,
  'M/M/c/c': waits('space'),
  'M/M/c/K': waits('space'),
  'M/M/c+exponential': line,
  'M/M/c+deterministic': line,
  'M/M/c+weibull': line,
  'M/G/1': (one) => ('discipline' in one.params ? waits('rules.discipline')(one) : line(one)),
  'M/D/c': line,
  'M/PH/c': line,
  'M/G/1 non-preemptive priority': priorities,
  'M/M/c non-preemptive priority': priorities,
  'M/G/1 accumulating priority': waits('customers.*.waitingCounts'),
  '2-class priority+M': twoClasses,
  'N-design SBR': nDesign,
  'kiosk overflow to counters': kioskOverflow,
  'M/M/c heterogeneous servers': unequalClerks,
  'M/M/c with breakdowns': waits('counters.*.failures'),
  'M/M/c(t) threshold opening': waits('counters.*.elastic'),
  'join the shortest queue, 2 lines': waits('rules.queues'),
  'ticket queue with balking': waits('customers.*.balks.whenNumbersAhead'),
  'Mt/M/ct+M transient': transientDay,
  'Mt/M/ct transient': (one) =>
    String(one.params['staffDecrease']).startsWith('preempt')
      ? waits('rules.atShiftEnd')(one)
      : transientDay(one),
  'NHPP counts': counts,
};
