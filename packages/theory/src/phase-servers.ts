import { exitRates, type Phases } from './laws/law.js';
import { type Matrix, matrix } from './matrix.js';

/** What n busy servers do when each runs through the phases of a service. */
export interface PhaseLevel {
  /** Number of ways to spread n servers over the phases. */
  readonly size: number;
  /** Rates of changes of phase; the diagonal is minus all rates out, ends of service too. */
  readonly inside: Matrix;
  /** Rates of ends of service, to n - 1 busy servers. */
  readonly ends: Matrix;
  /** Probabilities of where n + 1 busy servers stand when one more starts. */
  readonly starts: Matrix;
}

/** All ways to spread n servers over m phases. */
function spreads(n: number, m: number): number[][] {
  if (m === 1) return [[n]];
  return Array.from({ length: n + 1 }, (_, first) =>
    spreads(n - first, m - 1).map((rest) => [first, ...rest]),
  ).flat();
}

const without = (state: readonly number[], i: number): number[] =>
  state.map((count, k) => (k === i ? count - 1 : count));
const withOne = (state: readonly number[], i: number): number[] =>
  state.map((count, k) => (k === i ? count + 1 : count));

/** Number of ways to spread n servers over m phases. */
export function spreadCount(n: number, m: number): number {
  let count = 1;
  for (let i = 1; i < m; i++) count = (count * (n + i)) / i;
  return count;
}

/** Rates and probabilities for n busy servers (M. F. Neuts 1981, ch. 4, servers told apart by phase). */
export function phaseLevel(n: number, phases: Phases): PhaseLevel {
  const m = phases.start.length;
  const exits = exitRates(phases);
  const here = spreads(n, m);
  const index = (list: readonly number[][]): Map<string, number> =>
    new Map(list.map((state, i) => [state.join(), i]));
  const places = index(here);
  const fewer = n > 0 ? spreads(n - 1, m) : [];
  const more = spreads(n + 1, m);
  const fewerPlaces = index(fewer);
  const morePlaces = index(more);
  const inside = matrix(here.length, here.length);
  const ends = matrix(here.length, Math.max(1, fewer.length));
  const starts = matrix(here.length, more.length);
  const add = ({ columns, data }: Matrix, row: number, column: number, rate: number): void => {
    data[row * columns + column] = (data[row * columns + column] as number) + rate;
  };
  here.forEach((state, row) => {
    for (let i = 0; i < m; i++) {
      add(starts, row, morePlaces.get(withOne(state, i).join()) as number, phases.start[i] ?? 0);
      const count = state[i] as number;
      if (count === 0) continue;
      const rates = phases.rates[i] as readonly number[];
      add(inside, row, row, count * (rates[i] as number));
      add(ends, row, fewerPlaces.get(without(state, i).join()) as number, count * (exits[i] ?? 0));
      for (let j = 0; j < m; j++) {
        if (j === i) continue;
        const to = places.get(withOne(without(state, i), j).join()) as number;
        add(inside, row, to, count * (rates[j] as number));
      }
    }
  });
  return { size: here.length, inside, ends, starts };
}
