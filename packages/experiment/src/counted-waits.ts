import type { CountedValues } from '@hallsim/stats';

/** What a counter wait belongs to: a kind (service × customer class), who served, or the interval of the ticket. */
export type WaitColumn = 'kind' | 'who' | 'interval';

/** Counter waits of everybody, and of parts of them. */
export interface CountedWaits {
  /** Waits of everybody: until parts are asked for. */
  all(): CountedValues;
  /**
   * Waits of parts: until others are asked for.
   * @param column what the parts go by
   * @param parts codes of each part in that column: each code is in one of them
   */
  parts(column: WaitColumn, parts: readonly (readonly number[])[]): readonly CountedValues[];
}
