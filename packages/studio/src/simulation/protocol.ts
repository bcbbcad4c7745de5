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

/** What the worker answers. `id` is the request's. */
export type Answer =
  | { readonly type: 'picture'; readonly id: number; readonly picture: Picture }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
