import { compile, type Demand, DemandField, type HallModel, type VisitLog } from '@hallsim/hall';
import type { Scenario } from '@hallsim/scenario';
import { type RuleModule, rulesOf } from './rule-modules.js';
import { Workspace } from './workspace.js';

/** What of a plan the hall follows from, as the file describes it. */
export interface HallOfPlan {
  readonly scenario: Scenario;
  readonly day: string | null;
  readonly rules?: readonly RuleModule[];
}

/** The hall compiled last, by the text it was compiled from: searches ask for one hall hundreds of times. */
let latest: { readonly text: string; readonly model: HallModel } | null = null;

/**
 * What the arms of one study have in common: plans of counters are one hall with the same customers,
 * so it is compiled once, and a day's customers are drawn once for all of them.
 */
export class StudyParts {
  readonly #models: { readonly hall: HallOfPlan; readonly model: HallModel }[] = [];
  readonly #days = new Map<HallModel['sources'], Map<string, SharedDays>>();
  readonly #workspaces = new Map<HallModel, Workspace>();

  /** @throws UnknownDayTypeError, UnknownRuleError */
  compile(hall: HallOfPlan): HallModel {
    const { scenario, day, rules = [] } = hall;
    const known = this.#models.find(
      (one) =>
        one.hall.scenario === scenario && one.hall.day === day && one.hall.rules === hall.rules,
    );
    if (known !== undefined) return known.model;
    // rules of the host are functions, which have no text
    const text = rules.length > 0 ? null : JSON.stringify([day, scenario]);
    const model =
      text !== null && latest?.text === text
        ? latest.model
        : compile(scenario, { rules: rulesOf(rules), ...(day !== null && { day }) });
    if (text !== null) latest = { text, model };
    this.#models.push({ hall, model });
    return model;
  }

  /** Where the days of a hall are run: dates of a calendar that are alike take turns. */
  workspace(model: HallModel): Workspace {
    const known = this.#workspaces.get(model) ?? new Workspace(model);
    this.#workspaces.set(model, known);
    return known;
  }

  /** The customers of a hall: of two models with the same sources the same columns. */
  days(model: HallModel, seed: string): SharedDays {
    const bySeed = this.#days.get(model.sources) ?? new Map<string, SharedDays>();
    this.#days.set(model.sources, bySeed);
    const known = bySeed.get(seed) ?? new SharedDays(model, seed);
    bySeed.set(seed, known);
    return known;
  }
}

/** Days that are kept: as many as an arm runs before it is the next one's turn, or else none is found. */
const KEPT = 32;

/** Days drawn once for several arms, which take turns after some days. */
export class SharedDays {
  /** Visits of the day that runs: nobody reads it any more when it is the next arm's turn. */
  log: VisitLog | undefined;
  readonly #field: DemandField;
  readonly #kept = new Map<number, Demand>();

  constructor(model: HallModel, seed: string) {
    this.#field = new DemandField(model, seed);
  }

  /** The customers of a replication, which nobody may change. */
  draw(replication: number): Demand {
    const known = this.#kept.get(replication);
    if (known !== undefined) return known;
    let reuse: Demand | undefined;
    const [oldest] = this.#kept;
    if (oldest !== undefined && this.#kept.size === KEPT) {
      this.#kept.delete(oldest[0]);
      reuse = oldest[1];
    }
    const drawn = this.#field.draw(replication, reuse);
    this.#kept.set(replication, drawn);
    return drawn;
  }
}
