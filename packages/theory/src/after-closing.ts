import { expectation, type HallState, inService, type Stretch } from './hall-state.js';

/** What the people inside still go through once the door is closed. */
export interface AfterClosing {
  /** Mean time until the hall is empty. */
  readonly clearMean: number;
  /** Mean total time in line still to come, of all inside together. */
  readonly queueTime: number;
  /** Mean total time of busy counters still to come. */
  readonly busyTime: number;
}

/**
 * Sums of mean times, from an empty hall upwards: from each state the next one holds one person less.
 * Infinity where people stay for ever (no counter, endless patience).
 */
export function afterClosing(state: HallState, stretch: Stretch): AfterClosing {
  const { servers, serviceRate, abandonRate } = stretch;
  const top = Math.max(...state.map((layer) => layer.length));
  const total = (perTime: (waiting: number, busy: number) => number): number => {
    const table: number[][] = [];
    for (let n = 0; n < top; n++) {
      table.push(
        state.map((_, x) => {
          if (n === 0 || (x > 0 && n < servers + x)) return 0;
          const busy = inService(n, x, servers);
          const ends = busy * serviceRate;
          const leaves = (n - busy) * abandonRate;
          if (ends + leaves === 0) return perTime(n - busy, busy) > 0 ? Infinity : 0;
          const below = table[n - 1] as number[];
          const after = ends * (below[Math.max(0, x - 1)] ?? 0) + leaves * (below[x] ?? 0);
          return (perTime(n - busy, busy) + after) / (ends + leaves);
        }),
      );
    }
    return expectation(state, (n, x) => (table[n] as number[])[x] as number);
  };
  return {
    clearMean: total(() => 1),
    queueTime: total((waiting) => waiting),
    busyTime: total((_, busy) => busy),
  };
}
