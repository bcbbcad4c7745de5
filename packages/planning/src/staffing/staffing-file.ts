import { inTimeDays, simulate } from '@hallsim/experiment';
import { type PlaceOfDays, planDays } from './staffing-days.js';
import { planEstimate } from './staffing-estimate.js';
import type { FileStaffing } from './staffing-json.js';
import type { StaffingProblem } from './staffing-problem.js';

interface FileDays {
  readonly seed: string;
  readonly days: number;
  readonly confidence: number;
  /** Customers of a day, known exactly. */
  readonly expected: number;
  /** 1 where more is better, -1 where less is. */
  readonly sign: 1 | -1;
}

/** Days by which counter hours are known well enough: only who is absent and how many wait moves them. */
const DAYS_OF_HOURS = 200;

/**
 * The hall as it stands in the file, with its clerks, breaks and counters beyond the roster, simulated on the
 * days of a plan and estimated as a plan is, so that the two may be compared. `null` when stopped before.
 */
export async function fileStaffing(
  problem: StaffingProblem,
  { seed, days, confidence, expected, sign }: FileDays,
  { runner, signal, onDays }: PlaceOfDays,
): Promise<FileStaffing | null> {
  const { file: scenario, day, rules, target } = problem;
  const place = { rules, ...(runner && { runner }), ...(signal && { signal }) };
  const [found] = await inTimeDays([{ scenario, day }], { ...place, seed, replications: days });
  onDays?.(found!.days);
  const { run, intervals } = await simulate(scenario, {
    ...place,
    seed,
    replications: Math.min(days, DAYS_OF_HOURS),
    ...(day !== undefined && { day }),
  });
  onDays?.(run.replications);
  if (found!.days < days || !run.complete) return null;
  const own = planDays(found!, target);
  const { value, low, high } = planEstimate(own, expected, confidence, sign);
  const isEmpty = own.came.every((customers) => customers === 0);
  return {
    counterHours: intervals.reduce(
      (sum, { from, to, openCounters }) => sum + openCounters * (hour(to) - hour(from)),
      0,
    ),
    achieved: isEmpty ? { value: null, low: null, high: null } : { value, low, high },
  };
}

/** Hours since midnight of a clock text; a day may end at 48:00. */
function hour(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours + minutes / 60;
}
