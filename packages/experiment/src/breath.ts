interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  close(): void;
}
// Universal: pages, workers and Node have it, and unlike timers it is never slowed down.
declare const MessageChannel: new () => { readonly port1: Port; readonly port2: Port };

/** Lets the host breathe between batches: messages, input and an abort signal get their turn. */
export class Breath {
  readonly #channel = new MessageChannel();

  /** Resolves after everything that is already waiting in the host's queue. */
  take(): Promise<void> {
    return new Promise((resolve) => {
      this.#channel.port1.onmessage = () => {
        resolve();
      };
      this.#channel.port2.postMessage(null);
    });
  }

  /** Must be called when done: an open channel keeps Node alive. */
  end(): void {
    this.#channel.port1.onmessage = null;
    this.#channel.port1.close();
  }
}
