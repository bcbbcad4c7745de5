import type { Answer, Request } from './worker-messages.js';

/** What is heard from a worker. */
export interface WorkerEars {
  readonly message: (data: unknown) => void;
  /** It can no longer be relied on: it crashed, ended, could not be loaded, or sent what cannot be read. */
  readonly fault: (cause: Error) => void;
}

/** A worker, of whatever platform. */
export interface WorkerHandle {
  /** @throws when the message cannot be copied */
  post(message: unknown, transfer: ArrayBuffer[]): void;
  /** Whether the worker keeps its process alive; without meaning in a page. */
  hold(held: boolean): void;
  end(): Promise<void>;
}

/** Starts a worker. */
export type StartWorker = (ears: WorkerEars) => WorkerHandle;

/** Days in a row that are run at a time. */
export interface Batch {
  readonly number: number;
  readonly study: number;
  readonly from: number;
  readonly count: number;
  /** Workers that crashed over it. */
  crashes: number;
}

/** Batches a worker has at a time: one to run, one so that it never waits. */
const DEEP = 2;

/** A worker of a pool with the batches it was given, in their order. */
export class Lane {
  ready = false;
  readonly batches: Batch[] = [];
  readonly #studies = new Set<number>();
  readonly #worker: WorkerHandle;
  #gone = false;

  constructor(
    start: StartWorker,
    on: { answer(lane: Lane, answer: Answer): void; fault(lane: Lane, cause: Error): void },
  ) {
    this.#worker = start({
      message: (data) => {
        if (!this.#gone) on.answer(this, data as Answer);
      },
      fault: (cause) => {
        if (!this.#gone) on.fault(this, cause);
      },
    });
  }

  /** Batches it would still take. */
  get room(): number {
    return this.ready ? DEEP - this.batches.length : 0;
  }

  /**
   * @param tell what the worker must know of the batch's study
   * @param memory for its days
   */
  give(batch: Batch, tell: () => Request, memory: ArrayBuffer[]): void {
    const { study, number, from, count } = batch;
    if (!this.#studies.has(study)) {
      this.#post(tell());
      this.#studies.add(study);
    }
    this.#post({ type: 'days', study, batch: number, from, count, memory }, memory);
    this.batches.push(batch);
  }

  /** The batch of this number, which is answered. */
  answered(number: number): Batch | undefined {
    const at = this.batches.findIndex((batch) => batch.number === number);
    return at < 0 ? undefined : this.batches.splice(at, 1)[0];
  }

  forget(study: number): void {
    if (this.#studies.delete(study)) this.#post({ type: 'forget', study });
  }

  hold(held: boolean): void {
    this.#worker.hold(held);
  }

  end(): Promise<void> {
    this.#gone = true;
    return this.#worker.end();
  }

  #post(request: Request, transfer: ArrayBuffer[] = []): void {
    this.#worker.post(request, transfer);
  }
}
