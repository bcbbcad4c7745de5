import { inTimeDays } from '@hallsim/experiment';
import { besidePlan } from './beside.js';
import { type PlaceOfDays, planDays } from './staffing-days.js';
import { planEstimate, reachedShare } from './staffing-estimate.js';
import type { Beside, FileStaffing } from './staffing-json.js';
import type { StaffingPlan, StaffingProblem } from './staffing-problem.js';

interface FileDays {
  readonly seed: string;
  readonly days: number;
  readonly confidence: number;
  /** Customers of a day, known exactly. */
  readonly expected: number;
  /** 1 where more is better, -1 where less is. */
  readonly sign: 1 | -1;
}

/**
 * The hall as it stands in the file, with its clerks, breaks and counters beyond the roster, simulated on the
 * days of a plan and estimated as a plan is, so that the two may be compared; and on fewer days
 * what else is different with the plan. `null` when stopped before.
 */
export async function fileStaffing(
  problem: StaffingProblem,
  plan: StaffingPlan,
  { seed, days, confidence, expected, sign }: FileDays,
  { runner, signal, onDays }: PlaceOfDays,
): Promise<{ readonly file: FileStaffing; readonly beside: Beside } | null> {
  const { file: scenario, day, rules } = problem;
  const place = { rules, ...(runner && { runner }), ...(signal && { signal }) };
  const [found] = await inTimeDays([{ scenario, day }], { ...place, seed, replications: days });
  onDays?.(found!.days);
  if (found!.days < days) return null;
  const compared = await besidePlan(problem, plan, { ...place, seed, days, confidence });
  // Those of the plan beside it look for nothing any more.
  onDays?.(compared.beside.replications);
  if (!compared.complete) return null;
  const own = planDays(found!, problem);
  return {
    file: {
      counterHours: compared.counterHours,
      achieved: reachedShare(own, planEstimate(own, expected, confidence, sign)),
    },
    beside: compared.beside,
  };
}
