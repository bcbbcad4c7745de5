import { ExactSum, selectOrderStatistic } from '@hallsim/stats';

const NONE: Float64Array = new Float64Array(0);
/** Waits for which there is room at the start of a run; memory that is not written to costs nothing. */
export const MOST_ROOM: number = 1 << 20;
/** The room of an earlier run, so that runs in a row do not each take new memory. */
let spare: Float64Array = NONE;

/** What is counted at one station for one class of customers. */
export class VisitTally {
  joined = 0;
  served = 0;
  waited = 0;
  waitSum = 0;
  waitSquares = 0;
  finished = 0;
  timeSum = 0;
  abandoned = 0;
  abandonedWaits: ExactSum = new ExactSum();
  balked = 0;
  rejected = 0;
  interrupted = 0;
  readonly over: readonly number[];
  readonly overCounts: Float64Array;
  /** Whether each wait is wanted, not only the sums. */
  readonly notes: boolean;
  readonly #keeps: boolean;
  #waits: Float64Array = NONE;
  #kept = 0;

  /**
   * @param over thresholds: how many waited longer
   * @param keepWaits room for so many waits, which are kept for quantiles; 0: none are kept
   */
  constructor(over: readonly number[], keepWaits: number) {
    this.over = over;
    this.overCounts = new Float64Array(over.length);
    this.#keeps = keepWaits > 0;
    this.notes = this.#keeps || over.length > 0;
    if (!this.#keeps) return;
    if (spare.length < keepWaits) this.#waits = new Float64Array(keepWaits);
    else {
      this.#waits = spare;
      spare = NONE;
    }
  }

  /** Lets the next run use the room of the waits, which are lost. */
  forgetWaits(): void {
    const { length } = this.#waits;
    if (length > spare.length && length <= MOST_ROOM) spare = this.#waits;
    this.#waits = NONE;
  }

  /** A service begins after this wait. */
  started(wait: number): void {
    this.served++;
    if (wait > 0) {
      this.waited++;
      this.waitSum += wait;
      this.waitSquares += wait * wait;
    }
    if (this.notes) this.note(wait);
  }

  /** Patience ended after this wait. */
  gaveUp(wait: number): void {
    this.abandoned++;
    this.abandonedWaits.add(wait);
  }

  /** What is wanted of a wait besides the sums. */
  note(wait: number): void {
    for (let i = 0; i < this.over.length; i++) if (wait > this.over[i]!) this.overCounts[i]!++;
    if (this.#keeps) {
      if (this.#kept === this.#waits.length) this.#grow();
      this.#waits[this.#kept++] = wait;
    }
  }

  #grow(): void {
    const waits = new Float64Array(2 * this.#kept);
    waits.set(this.#waits);
    this.#waits = waits;
  }

  /** Waits of those served. */
  get waits(): Float64Array {
    return this.#waits.subarray(0, this.#kept);
  }
}

/** Visits to one station, of one class or of all. Nobody observed gives NaN. */
export interface VisitResult {
  /** Who joined: were served, waited in vain, or are still there. */
  readonly joined: number;
  /** Whose service began; those whose service was lost (`interrupted`) included. */
  readonly served: number;
  /** Left because their patience ended. */
  readonly abandoned: number;
  /** Did not join by the station's `joins`. */
  readonly balked: number;
  /** Found no place. */
  readonly rejected: number;
  /** Lost their service to a customer of higher priority (`preemptive-lose`). */
  readonly interrupted: number;
  /** Of those served: from joining to the start of service. */
  readonly wait: {
    readonly mean: number;
    /** With divisor n. */
    readonly variance: number;
    /** Share who waited at all. */
    readonly probability: number;
    /** Share who waited longer than each threshold of `over`. */
    readonly over: readonly number[];
    /** Order statistic floor(p n), for each p of `quantiles`. */
    readonly quantiles: readonly number[];
    /** Mean over those served and those who abandoned. */
    readonly allMean: number;
    /** Mean over those who abandoned. */
    readonly abandonedMean: number;
  };
  /** Of those whose service ended: mean time from joining to then. NaN unless visits are observed. */
  readonly timeMean: number;
}

/** The result of some tallies together; `quantiles` need tallies that keep their waits. */
export function visitResult(
  tallies: readonly VisitTally[],
  over: readonly number[],
  quantiles: readonly number[],
): VisitResult {
  const total = (read: (tally: VisitTally) => number) =>
    tallies.reduce((sum, tally) => sum + read(tally), 0);
  const served = total(({ served: n }) => n);
  const abandoned = total(({ abandoned: n }) => n);
  const waitSum = total((tally) => tally.waitSum);
  const lost = new ExactSum();
  for (const tally of tallies) lost.merge(tally.abandonedWaits);
  const mean = waitSum / served;
  return {
    joined: total(({ joined }) => joined),
    served,
    abandoned,
    balked: total(({ balked }) => balked),
    rejected: total(({ rejected }) => rejected),
    interrupted: total(({ interrupted }) => interrupted),
    wait: {
      mean,
      variance: Math.max(0, total(({ waitSquares }) => waitSquares) / served - mean * mean),
      probability: total(({ waited }) => waited) / served,
      over: over.map((_, i) => total(({ overCounts }) => overCounts[i]!) / served),
      quantiles: exactQuantiles(tallies, quantiles),
      allMean: (waitSum + lost.value()) / (served + abandoned),
      abandonedMean: lost.value() / abandoned,
    },
    timeMean: total(({ timeSum }) => timeSum) / total(({ finished }) => finished),
  };
}

/** Puts the waits in another order on the way, to save a copy of them. */
function exactQuantiles(tallies: readonly VisitTally[], ps: readonly number[]): number[] {
  if (ps.length === 0) return [];
  const all =
    tallies.length === 1 ? tallies[0]!.waits : together(tallies.map(({ waits }) => waits));
  return ps.map((p) => (all.length === 0 ? NaN : selectOrderStatistic(all, p)));
}

function together(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
