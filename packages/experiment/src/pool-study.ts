import { expectedCustomers } from '@hallsim/scenario';
import { type DayColumns, memoryOf } from './day-columns.js';
import type { Batch } from './lane.js';
import { batchDays, type RunnerStudy } from './runner.js';
import type { Request } from './worker-messages.js';

/** Customers of all arms in a batch, about: a hundredth of a second, beside which a message costs little. */
const CUSTOMERS = 30_000;
/** Days of a batch at most, however few people come. */
const MOST_DAYS = 100;

/** What came of a batch: its days, or why there are none. */
type Outcome = { readonly arms: readonly DayColumns[]; readonly days: number } | Error;

/** One study in a pool: cuts it into batches, and puts what comes back into the order of replications. */
export class PoolStudy {
  readonly number: number;
  readonly #study: RunnerStudy;
  readonly #most: number;
  readonly #sharers: number;
  readonly #again: Batch[] = [];
  /** Outcomes that came before their turn, by their first replication. */
  readonly #early = new Map<number, Outcome>();
  readonly #settle: (outcome: boolean | Error) => void;
  readonly #free: (memory: ArrayBuffer[]) => void;
  readonly #onAbort = (): void => {
    if (!this.#taking) this.end(false);
  };
  #given = 0;
  #taken = 0;
  /** Batches given out and not taken yet. */
  #open = 0;
  #taking = false;
  #over = false;

  /**
   * @param batch days of a batch; `undefined` = as many as come to some milliseconds
   * @param on.settle told once: whether all days were run, or what went wrong
   * @param on.free takes memory that is read
   */
  constructor(
    number: number,
    study: RunnerStudy,
    workers: number,
    batch: number | undefined,
    on: {
      readonly settle: (outcome: boolean | Error) => void;
      readonly free: (memory: ArrayBuffer[]) => void;
    },
  ) {
    this.number = number;
    this.#study = study;
    this.#sharers = workers;
    this.#most = batch ?? usualBatch(study);
    this.#settle = on.settle;
    this.#free = on.free;
    study.signal?.addEventListener?.('abort', this.#onAbort);
  }

  /** Batches that it would give out now, at most. */
  get left(): number {
    const room = 4 * this.#sharers - this.#open;
    return this.#again.length + Math.min(room, this.#study.replications - this.#given);
  }

  /** Pieces of memory that a batch needs. */
  get arms(): number {
    return this.#study.arms.length;
  }

  /** What a worker must know before its first batch. */
  request(): Request {
    return {
      type: 'study',
      study: this.number,
      plans: this.#study.arms.map(({ plan }) => plan),
    };
  }

  /** The next batch to run; nothing when all are given out, or when what came early fills enough memory. */
  next(number: () => number): Batch | undefined {
    const again = this.#again.shift();
    if (again) return again;
    if (this.#given >= this.#study.replications || this.#open >= 4 * this.#sharers)
      return undefined;
    const from = this.#given;
    const count = batchDays(from, this.#study, this.#most, this.#sharers);
    this.#given += count;
    this.#open++;
    return { number: number(), study: this.number, from, count, crashes: 0 };
  }

  /** A batch to be run once more. */
  again(batch: Batch): void {
    this.#again.push(batch);
  }

  /** Takes what came of a batch, and everything whose turn has come with it. */
  take({ from }: Batch, outcome: Outcome): void {
    this.#early.set(from, outcome);
    for (;;) {
      const turn = this.#early.get(this.#taken);
      if (turn === undefined || this.#over) return;
      this.#early.delete(this.#taken);
      this.#open--;
      if (turn instanceof Error) {
        this.end(turn);
        return;
      }
      this.#taking = true;
      try {
        this.#study.take(turn.arms);
        this.#free(memoryOf(turn.arms));
      } catch (error) {
        this.end(error instanceof Error ? error : new Error(String(error)));
        return;
      } finally {
        this.#taking = false;
      }
      this.#taken += turn.days;
      if (this.#taken >= this.#study.replications) this.end(true);
      else if (this.#study.signal?.aborted) this.end(false);
    }
  }

  end(outcome: boolean | Error): void {
    if (this.#over) return;
    this.#over = true;
    this.#early.clear();
    this.#study.signal?.removeEventListener?.('abort', this.#onAbort);
    this.#settle(outcome);
  }
}

function usualBatch({ arms }: RunnerStudy): number {
  let customers = 0;
  for (const { plan } of arms) {
    customers += expectedCustomers(plan.scenario, plan.day ?? undefined);
  }
  return Math.max(1, Math.min(MOST_DAYS, Math.floor(CUSTOMERS / customers)));
}
