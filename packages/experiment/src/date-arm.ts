import { type ArmPlan, compileArm, recorderOf } from './arm-plan.js';
import type { DayColumns } from './day-columns.js';
import type { DayRecorder } from './day-recorder.js';
import { HallDays } from './hall-days.js';
import type { RunnerArm } from './runner.js';
import type { StudyParts } from './study-parts.js';

/** One date of a calendar, many times over. */
export class DateArm implements RunnerArm {
  readonly plan: ArmPlan;
  readonly days: HallDays;
  readonly #parts: StudyParts;

  /** @param parts what the dates have in common */
  constructor(plan: ArmPlan, parts: StudyParts) {
    const { model, layout } = compileArm(plan, parts);
    this.plan = plan;
    this.days = new HallDays(model, layout);
    this.#parts = parts;
  }

  recorder(): DayRecorder {
    return recorderOf(this.plan, compileArm(this.plan, this.#parts), this.#parts);
  }

  take(columns: DayColumns): void {
    this.days.add([columns]);
  }
}
