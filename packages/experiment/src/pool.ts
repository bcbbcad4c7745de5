import { ENGINE } from './engine.js';
import { errorOf } from './failure.js';
import { type Batch, Lane, type StartWorker } from './lane.js';
import { PoolStudy } from './pool-study.js';
import type { Runner, RunnerStudy } from './runner.js';
import { RunnerError } from './runner-error.js';
import type { Answer } from './worker-messages.js';

/** How days are shared among workers. */
export interface PoolOptions {
  /** Threads; whole number from 1 to 256. */
  readonly workers?: number;
  /**
   * Days that a worker runs at a time, whole number from 1 to 10,000. Default: as many as about
   * 30,000 customers make in all arms, at most 100. The answer does not depend on it.
   */
  readonly batch?: number;
}

/** Starts in a row that may fail. */
const STARTS = 2;

/** @throws RangeError naming the option whose value cannot be */
function requireWhole(name: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new RangeError(`${name} must be a whole number from 1 to ${most}, not ${value}.`);
}

/** Workers that are started when there is work, kept warm, and replaced when they crash. */
export class Pool implements Runner {
  readonly workers: number;
  readonly #batch: number | undefined;
  readonly #start: StartWorker;
  readonly #lanes = new Set<Lane>();
  readonly #studies = new Map<number, PoolStudy>();
  readonly #waiting = new Set<(trouble: RunnerError | null) => void>();
  /** Memory of days that were taken, on its way back to the workers. */
  #spare: ArrayBuffer[] = [];
  #numbers = 0;
  #failedStarts = 0;
  #closed = false;

  constructor(start: StartWorker, workers: number, batch: number | undefined) {
    this.workers = requireWhole('workers', workers, 256);
    this.#batch = batch === undefined ? undefined : requireWhole('batch', batch, 10_000);
    this.#start = start;
  }

  ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#refuseClosed();
      this.#failedStarts = 0;
      this.#waiting.add((trouble) => {
        if (trouble) reject(trouble);
        else resolve();
      });
      this.#fill(this.workers);
      this.#tellWaiting();
    });
  }

  run(study: RunnerStudy): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#refuseClosed();
      if (study.signal?.aborted) {
        resolve(false);
        return;
      }
      const number = this.#numbers++;
      const settle = (outcome: boolean | Error): void => {
        this.#studies.delete(number);
        for (const lane of this.#lanes) lane.forget(number);
        if (this.#studies.size === 0) this.#spare = [];
        this.#hold();
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
      const free = (memory: ArrayBuffer[]): void => {
        this.#spare.push(...memory);
      };
      const shared = new PoolStudy(number, study, this.workers, this.#batch, { settle, free });
      this.#failedStarts = 0;
      this.#studies.set(number, shared);
      this.#hold();
      this.#feed();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#fail(new RunnerError('The runner was closed while days were still to be run.'));
    const ends = Array.from(this.#lanes, (lane) => lane.end());
    this.#lanes.clear();
    await Promise.all(ends);
  }

  #refuseClosed(): void {
    if (this.#closed) throw new RunnerError('The runner is closed. Make a new one.');
  }

  /** Gives out batches, to the least laden worker first, and starts workers for what is left. */
  #feed(): void {
    for (const study of this.#studies.values()) {
      for (;;) {
        const lane = this.#freest();
        const batch = lane?.room ? study.next(() => this.#numbers++) : undefined;
        if (!lane || !batch) break;
        try {
          lane.give(batch, () => study.request(), this.#spare.splice(0, study.arms));
        } catch (error) {
          // The scenario holds something that cannot be copied.
          study.end(error instanceof Error ? error : new Error(String(error)));
          break;
        }
      }
    }
    this.#fill(this.#wanted());
  }

  #freest(): Lane | undefined {
    let freest: Lane | undefined;
    for (const lane of this.#lanes) {
      if (lane.room > (freest?.room ?? 0)) freest = lane;
    }
    return freest;
  }

  /** Workers that there should be: no more than there is work for. */
  #wanted(): number {
    let work = 0;
    for (const study of this.#studies.values()) work += study.left;
    let ready = 0;
    for (const lane of this.#lanes) if (lane.ready) ready++;
    return Math.min(this.workers, ready + work);
  }

  #fill(workers: number): void {
    while (this.#lanes.size < workers && this.#failedStarts < STARTS) {
      try {
        this.#lanes.add(
          new Lane(this.#start, {
            answer: (lane, answer) => {
              this.#hear(lane, answer);
            },
            fault: (lane, cause) => {
              this.#lose(lane, cause);
            },
          }),
        );
      } catch (error) {
        this.#failedStarts++;
        this.#giveUp(error);
      }
    }
  }

  #hear(lane: Lane, answer: Answer): void {
    switch (answer.type) {
      case 'ready':
        if (answer.engine !== ENGINE) {
          const versions = `${answer.engine}, this is ${ENGINE}: their numbers may differ`;
          this.#discard(lane);
          this.#fail(new RunnerError(`The worker runs engine ${versions}. Build both anew.`));
          return;
        }
        lane.ready = true;
        this.#failedStarts = 0;
        this.#hold();
        this.#tellWaiting();
        break;
      case 'days':
        this.#settle(lane, answer.batch, ({ count }) => ({ arms: answer.arms, days: count }));
        break;
      case 'failed':
        this.#settle(lane, answer.batch, () => errorOf(answer.failure));
        break;
      case 'dropped':
        lane.answered(answer.batch);
        break;
    }
    this.#feed();
  }

  #settle(
    lane: Lane,
    number: number,
    outcome: (batch: Batch) => Parameters<PoolStudy['take']>[1],
  ): void {
    const batch = lane.answered(number);
    // The worker goes on while the days are taken.
    this.#feed();
    if (batch) this.#studies.get(batch.study)?.take(batch, outcome(batch));
  }

  /** A worker crashed: what it had is run elsewhere, but what crashes a second worker is given up. */
  #lose(lane: Lane, cause: Error): void {
    const [running, ...others] = lane.batches;
    this.#discard(lane);
    if (!lane.ready) {
      this.#failedStarts++;
      this.#giveUp(cause);
    }
    if (running && ++running.crashes > 1) {
      const last = running.from + running.count - 1;
      const days = `Replications ${running.from} to ${last} could not be run`;
      this.#studies
        .get(running.study)
        ?.end(new RunnerError(`${days}: two workers crashed. ${cause.message}`, { cause }));
    } else if (running) this.#studies.get(running.study)?.again(running);
    for (const batch of others) this.#studies.get(batch.study)?.again(batch);
    if (this.#waiting.size > 0) this.#fill(this.workers);
    this.#tellWaiting();
    this.#feed();
  }

  /** When no worker is left and none will start, nobody must wait for one. */
  #giveUp(cause: unknown): void {
    if (this.#lanes.size > 0 || this.#failedStarts < STARTS) return;
    const words = cause instanceof Error ? cause.message : String(cause);
    this.#fail(new RunnerError(`No worker could be started. ${words}`, { cause }));
  }

  #discard(lane: Lane): void {
    this.#lanes.delete(lane);
    void lane.end();
  }

  #fail(trouble: RunnerError): void {
    for (const study of [...this.#studies.values()]) study.end(trouble);
    this.#tellWaiting(trouble);
  }

  #tellWaiting(trouble: RunnerError | null = null): void {
    const all = [...this.#lanes];
    const settled = trouble !== null || (all.length > 0 && all.every(({ ready }) => ready));
    if (!settled) return;
    for (const tell of this.#waiting) tell(trouble);
    this.#waiting.clear();
    this.#hold();
  }

  /** Idle workers must not keep a process alive. */
  #hold(): void {
    const held = this.#studies.size + this.#waiting.size > 0;
    for (const lane of this.#lanes) lane.hold(held);
  }
}
