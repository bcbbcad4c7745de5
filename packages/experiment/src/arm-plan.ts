import type { HallModel } from '@hallsim/hall';
import { minutes, runSettings, type Scenario } from '@hallsim/scenario';
import type { DayColumns } from './day-columns.js';
import { DayRecorder } from './day-recorder.js';
import type { GivenArrivals } from './given-arrivals.js';
import { InTimeRecorder } from './in-time-recorder.js';
import type { RuleModule } from './rule-modules.js';
import { StudyParts } from './study-parts.js';
import { type TallyLayout, tallyLayout } from './day-tally.js';
import { WaitRecorder } from './wait-recorder.js';
import { type OpenCounters, withOpenCounters } from './open-counters.js';

/** All that the days of an arm follow from: plain data, the same in every thread. */
export interface ArmPlan {
  /** With the variant applied. */
  readonly scenario: Scenario;
  /** Name of the variant, for messages. */
  readonly variant: string;
  /** Day type; `null` leaves it to the scenario. */
  readonly day: string | null;
  readonly seed: string;
  /** Modules of rules of one's own, loaded before the arm is compiled. Absent: none. */
  readonly rules?: readonly RuleModule[];
  /** Arrivals to replay. Absent: they are drawn. */
  readonly arrivals?: GivenArrivals;
  /** Counters open by the clock, instead of those of the file. */
  readonly open?: OpenCounters;
  /** Replication that its days begin with; default 0. */
  readonly first?: number;
  /** What is counted: everything, only who was served in time, or the counter waits alone. Default: everything. */
  readonly counts?: 'everything' | 'in-time' | 'waits';
}

/** Runs days of an arm. */
export interface Recorder {
  /** Visits of all days so far. */
  readonly visits: number;
  /**
   * Runs `count` replications, the first of them number `from`.
   * @returns views on columns that the next call uses again
   * @throws DayError
   */
  run(from: number, count: number): DayColumns;
}

/** A plan made ready to run. */
export interface CompiledArm {
  readonly model: HallModel;
  readonly layout: TallyLayout;
  /** Wait that counts as in time, as text. */
  readonly target: string;
}

/** Wait that counts as in time where a scenario names none (contract of the measures). */
const DEFAULT_TARGET = '10 min';

/**
 * @param parts what the arms of the study have in common
 * @throws UnknownDayTypeError, UnknownRuleError
 */
export function compileArm(plan: ArmPlan, parts: StudyParts = new StudyParts()): CompiledArm {
  const { scenario, open } = plan;
  const compiled = parts.compile(plan);
  const model = open === undefined ? compiled : withOpenCounters(compiled, open);
  return {
    model,
    layout: tallyLayout(model, runSettings(scenario).bucket),
    target: scenario.targets?.['service-level']?.within ?? DEFAULT_TARGET,
  };
}

/** What runs the days of a plan and counts everything. */
export function recorderOf(
  plan: ArmPlan,
  { model, layout, target }: CompiledArm = compileArm(plan),
  parts: StudyParts = new StudyParts(),
): DayRecorder {
  return new DayRecorder(model, layout, plan, minutes(target), parts.workspace(model));
}

/** What runs the days of a plan and hands out the counter waits alone. */
export function waitRecorderOf(plan: ArmPlan, arm: CompiledArm = compileArm(plan)): WaitRecorder {
  return new WaitRecorder(arm.model, plan);
}

/** What runs the days of plans of one study. */
export function recordersOf(plans: readonly ArmPlan[]): Recorder[] {
  const parts = new StudyParts();
  return plans.map((plan) => {
    const arm = compileArm(plan, parts);
    const { counts = 'everything' } = plan;
    switch (counts) {
      case 'in-time':
        return inTimeRecorderOf(plan, arm, parts);
      case 'waits':
        return waitRecorderOf(plan, arm);
      case 'everything':
        return recorderOf(plan, arm, parts);
    }
  });
}

/** What runs the days of a plan and counts only who was served in time. */
export function inTimeRecorderOf(
  plan: ArmPlan,
  { model, layout, target }: CompiledArm,
  parts: StudyParts,
): Recorder {
  return new InTimeRecorder(model, layout, plan, minutes(target), parts.days(model, plan.seed));
}
