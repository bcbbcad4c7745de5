import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Answer, Lines, Picture, RunRequest } from './protocol.js';

/**
 * Keeps the newest picture of the newest request. The last picture stays until a newer one comes.
 * A worker that crashes is replaced; the document is safe in the page.
 */
export class SimulationController implements ReactiveController {
  /** The newest picture, also of an older request while the newer one is pending. */
  picture: Picture | null = null;
  /** Who waits for which counters, of the newest run of this hall whose days are all done. */
  lines: Lines | null = null;
  /** Whether the picture is not yet that of the newest request, or not yet all that there is to know of it. */
  state: 'pending' | 'sharpening' | 'settled' = 'pending';
  /** What stopped the newest run, in the engine's words. */
  trouble: string | null = null;
  /** Milliseconds from the newest request to its newest picture. */
  milliseconds = 0;

  readonly #host: ReactiveControllerHost;
  readonly #makeWorker: () => Worker;
  #worker: Worker | null = null;
  #request: RunRequest | null = null;
  #newest = 0;
  #asked = 0;

  constructor(host: ReactiveControllerHost, makeWorker: () => Worker) {
    this.#host = host;
    this.#makeWorker = makeWorker;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#request) this.#send(this.#request);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Runs a request; whatever runs for an older one is cancelled. */
  run(request: Omit<RunRequest, 'id'>): void {
    this.#send({ ...request, id: ++this.#newest });
  }

  /** What is known of one hall says nothing of the next: another one was opened. */
  forgetLines(): void {
    this.lines = null;
  }

  /** There is nothing to run: what runs is not waited for any more, and the last picture is not that of the document. */
  refuse(why: string): void {
    this.#request = null;
    this.state = 'settled';
    this.trouble = why;
    this.#host.requestUpdate();
  }

  /** Runs the newest request again, in a fresh worker. */
  restart(): void {
    this.#stop();
    if (this.#request) this.run(this.#request);
  }

  #send(request: RunRequest): void {
    this.#request = request;
    this.#asked = performance.now();
    this.state = 'pending';
    this.trouble = null;
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
    this.#host.requestUpdate();
  }

  #start(): Worker {
    const worker = this.#makeWorker();
    worker.onmessage = (event: MessageEvent<Answer>): void => this.#take(event.data);
    worker.onerror = (event): void => {
      event.preventDefault();
      this.#fail(event.message);
    };
    worker.onmessageerror = (): void => this.#fail('messageerror');
    return worker;
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }

  #fail(message: string): void {
    this.#stop();
    this.state = 'settled';
    this.trouble = message;
    this.#host.requestUpdate();
  }

  #take(answer: Answer): void {
    if (answer.id !== this.#request?.id) return;
    switch (answer.type) {
      case 'picture': {
        const first = this.state === 'pending';
        this.picture = answer.picture;
        this.state = 'sharpening';
        this.milliseconds = performance.now() - this.#asked;
        if (first) void this.#measureFirst(this.#asked);
        break;
      }
      case 'lines':
        this.lines = answer.lines;
        this.state = 'settled';
        break;
      case 'failed':
        this.#fail(answer.message);
        break;
    }
    this.#host.requestUpdate();
  }

  /** Leaves the time from edit to first painted picture in the browser's performance timeline. */
  async #measureFirst(start: number): Promise<void> {
    await this.#host.updateComplete;
    requestAnimationFrame(() => performance.measure('edit to picture', { start }));
  }
}
