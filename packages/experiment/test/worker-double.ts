import { MessageChannel } from 'node:worker_threads';
import { serveReplications, type WebWorker } from '@hallsim/experiment';
import type { Answer, Request } from '../src/worker-messages.js';

type DaysRequest = Extract<Request, { type: 'days' }>;

/** What goes wrong in a worker, and when. */
export interface Mishaps {
  /** Ends without a word when it is asked for these days. */
  readonly crashesOver?: (request: DaysRequest) => boolean;
  /** Answers something else. */
  readonly says?: (answer: Answer) => Answer;
  /** Hears nothing for so many turns of the host before each request. */
  readonly slowness?: number;
  /** Does not get as far as its first line. */
  readonly isMissing?: boolean;
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * A worker for tests: its file runs in this thread, but whatever it is sent and whatever it sends is
 * cloned and transferred as between threads, and it crashes when told to.
 */
export class WorkerDouble implements WebWorker {
  readonly asked: DaysRequest[] = [];
  ended = false;
  readonly #listeners = new Map<string, (event: Heard) => void>();
  readonly #channel = new MessageChannel();

  constructor({ crashesOver, says = (answer) => answer, slowness = 0, isMissing }: Mishaps = {}) {
    const { port1, port2 } = this.#channel;
    port1.on('message', (data) => {
      this.#tell('message', { data });
    });
    if (isMissing) {
      setImmediate(() => {
        this.#crash('no such file');
      });
      return;
    }
    serveReplications({
      postMessage: (answer, { transfer }) => {
        if (!this.ended) port2.postMessage(says(answer as Answer), transfer);
      },
      addEventListener: (_, listener) => {
        port2.on('message', (data: Request) => {
          void (async () => {
            for (let i = 0; i < slowness && !this.ended; i++) await turn();
            if (this.ended) return;
            if (data.type === 'days') {
              this.asked.push(data);
              if (crashesOver?.(data)) {
                this.#crash('out of luck');
                return;
              }
            }
            listener({ data });
          })();
        });
      },
    });
  }

  postMessage(message: unknown, transfer: ArrayBuffer[]): void {
    this.#channel.port1.postMessage(message, transfer);
  }

  addEventListener(type: string, listener: (event: Heard) => void): void {
    this.#listeners.set(type, listener);
  }

  terminate(): void {
    this.ended = true;
    this.#channel.port1.close();
  }

  #crash(message: string): void {
    if (this.ended) return;
    this.terminate();
    this.#tell('error', { message });
  }

  #tell(type: string, event: Omit<Heard, 'preventDefault'>): void {
    this.#listeners.get(type)?.({ ...event, preventDefault: () => undefined });
  }
}

interface Heard {
  readonly data?: unknown;
  readonly message?: string;
  preventDefault(): void;
}
