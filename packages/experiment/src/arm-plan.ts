import { compile, type HallModel } from '@hallsim/hall';
import { minutes, runSettings, type Scenario } from '@hallsim/scenario';
import { DayRecorder } from './day-recorder.js';
import { type RuleModule, rulesOf } from './rule-modules.js';
import { type TallyLayout, tallyLayout } from './day-tally.js';
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
  /** Counters open by the clock, instead of those of the file. */
  readonly open?: OpenCounters;
  /** Replication that its days begin with; default 0. */
  readonly first?: number;
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

/** @throws UnknownDayTypeError, UnknownRuleError */
export function compileArm({ scenario, day, rules = [], open }: ArmPlan): CompiledArm {
  const compiled = compile(scenario, { rules: rulesOf(rules), ...(day !== null && { day }) });
  const model = open === undefined ? compiled : withOpenCounters(compiled, open);
  return {
    model,
    layout: tallyLayout(model, runSettings(scenario).bucket),
    target: scenario.targets?.['service-level']?.within ?? DEFAULT_TARGET,
  };
}

/** What runs the days of a plan. */
export function recorderOf(plan: ArmPlan, arm: CompiledArm = compileArm(plan)): DayRecorder {
  return new DayRecorder(arm.model, arm.layout, plan, minutes(arm.target));
}
