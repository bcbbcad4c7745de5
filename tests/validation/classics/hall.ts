import {
  type ArrivalColumns,
  compile,
  DayRunner,
  type Demand,
  DemandField,
  type HallModel,
  replayDemand,
  type VisitLog,
} from '@hallsim/hall';
import { parseScenario } from '@hallsim/scenario';

/** A scenario file as it would be written, without the keys that all have in common. */
export type HallText = Readonly<Record<string, unknown>>;

/** One day of a hall. */
export interface HallDay {
  readonly model: HallModel;
  readonly demand: Demand;
  readonly log: VisitLog;
}

/** A hall under one seed, whose days can be run; columns are used again from day to day. */
export class HallDays {
  readonly #seed: string;
  readonly #model: HallModel;
  readonly #field: DemandField;
  readonly #runner: DayRunner;
  #demand: Demand | undefined;
  #log: VisitLog | undefined;

  constructor(text: HallText, seed: string) {
    const result = parseScenario(JSON.stringify({ format: 'service-hall/1', ...text }));
    if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 1));
    this.#seed = seed;
    this.#model = compile(result.scenario);
    this.#field = new DemandField(this.#model, seed);
    this.#runner = new DayRunner(this.#model);
  }

  /** The customers of a day. */
  draw(replication: number): Demand {
    this.#demand = this.#field.draw(replication, this.#demand);
    return this.#demand;
  }

  run(replication: number): HallDay {
    return this.#play(this.draw(replication));
  }

  /** A day of customers whose columns are given. */
  replay(columns: ArrivalColumns, replication: number): HallDay {
    return this.#play(replayDemand(this.#model, columns, { seed: this.#seed, replication }));
  }

  #play(demand: Demand): HallDay {
    this.#log = this.#runner.run(demand, this.#log);
    return { model: this.#model, demand, log: this.#log };
  }
}

/** The days of a text under a seed; the last one asked for is kept. */
export function daysOf(text: HallText, seed: string): HallDays {
  if (kept?.text !== text || kept.seed !== seed) {
    kept = { text, seed, days: new HallDays(text, seed) };
  }
  return kept.days;
}

let kept: { text: HallText; seed: string; days: HallDays } | undefined;
