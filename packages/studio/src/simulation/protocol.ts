import type { Comparison, Summary } from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';

/** What the page asks of the worker. A newer request cancels the one before. */
export interface RunRequest {
  readonly id: number;
  /** Checked, with its variants, by the page: the worker has no checks of its own. */
  readonly scenario: Scenario;
  /** Variant to run beside the base, on the same customers; null for the base alone. */
  readonly variant: string | null;
  /** Day type of both; null leaves it to the scenario. */
  readonly day: string | null;
  readonly seed: string;
  readonly replications: number;
}

/** What a run has found so far. */
export interface Picture {
  readonly base: Summary;
  /** The variant and its paired changes; null when the base runs alone. */
  readonly variant: Comparison['variants'][string] | null;
  /** Days behind the picture. */
  readonly days: number;
  readonly complete: boolean;
}

/** Who waits for which counters, half hour by half hour: the mean of some days of what is shown. */
export interface Lines {
  /** When the first half hour begins and the last one, which may be shorter, ends: minutes since midnight. */
  readonly from: number;
  readonly to: number;
  readonly groups: readonly GroupLine[];
}

export interface GroupLine {
  /** Id of the group; null for all groups that work by shifts together. */
  readonly group: string | null;
  /** People who wait, on average. */
  readonly waiting: readonly number[];
  /** Share of the time in which somebody waits. */
  readonly someone: readonly number[];
}

/** What the worker answers. `id` is the request's; `lines` come after the last picture. */
export type Answer =
  | { readonly type: 'picture'; readonly id: number; readonly picture: Picture }
  | { readonly type: 'lines'; readonly id: number; readonly lines: Lines | null }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
