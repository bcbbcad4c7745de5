import type { StaffingDays } from './staffing-days.js';
import { planEstimate } from './staffing-estimate.js';
import type { HalfHourOutOfReach } from './staffing-json.js';
import { fullest, HALF_HOUR, type StaffingProblem } from './staffing-problem.js';
import { clockText } from '@hallsim/scenario';

/** How it is found out. */
interface Reach {
  readonly days: number;
  /** Customers of a day, known exactly. */
  readonly expected: number;
  readonly confidence: number;
}

/**
 * Half hours whose promise is missed for certain with every counter open all day: those after the last ticket, or
 * while the hall is closed at noon. One that nobody can keep must not hide whether the others are kept. Certain
 * for all half hours together (Bonferroni); none where groups share counters, where all are out of reach, or
 * where the promise is one of the day.
 */
export async function outOfReach(
  days: StaffingDays,
  { days: count, expected, confidence }: Reach,
): Promise<ReadonlyMap<number, HalfHourOutOfReach>> {
  const { problem } = days;
  const { target, model } = problem;
  const plan = target.per === 'half-hour' ? fullest(problem) : null;
  const found = new Map<number, HalfHourOutOfReach>();
  if (plan === null) return found;
  const [{ promises, came } = { promises: [], came: new Float64Array(0) }] = await days.of(
    [plan],
    count,
  );
  if (days.stopped) return found;
  const together = 1 - (1 - confidence) / promises.length;
  promises.forEach((promise, interval) => {
    const one = { promises: [promise], came };
    const nobody = promise.denominators.every((customers) => customers === 0);
    if (nobody || planEstimate(one, expected, together, 1).high >= target.share) return;
    const { value, low, high } = planEstimate(one, expected, confidence, 1);
    const from = model.measuredFrom + interval * HALF_HOUR;
    const to = Math.min(from + HALF_HOUR, model.closes);
    found.set(interval, { from: clockText(from), to: clockText(to), value, low, high });
  });
  return found.size < promises.length ? found : new Map();
}

/** The problem without the promises of some half hours. */
export function withoutThem(
  problem: StaffingProblem,
  found: ReadonlyMap<number, HalfHourOutOfReach>,
): StaffingProblem {
  return found.size === 0 ? problem : { ...problem, outOfReach: new Set(found.keys()) };
}
