interface Port {
  onmessage: (() => void) | null;
  postMessage(message: null): void;
  close(): void;
}
interface Channel {
  readonly port1: Port;
  readonly port2: Port;
}
// Universal: pages, workers and Node have it, and unlike timers it is never slowed down.
declare const MessageChannel: new () => Channel;

/** Lets the host breathe between batches: messages, input, signals and an abort get their turn. */
export class Breath {
  // Two in turn: Node hands out what arrives at one channel a thousand times over before it looks at
  // anything else, so with a single one a signal would wait for a thousand batches.
  #next: Channel = new MessageChannel();
  #other: Channel = new MessageChannel();

  /** Resolves after everything that is already waiting in the host's queue. */
  take(): Promise<void> {
    const channel = this.#next;
    this.#next = this.#other;
    this.#other = channel;
    return new Promise((resolve) => {
      channel.port1.onmessage = () => {
        resolve();
      };
      channel.port2.postMessage(null);
    });
  }

  /** Must be called when done: an open channel keeps Node alive. */
  end(): void {
    for (const { port1 } of [this.#next, this.#other]) {
      port1.onmessage = null;
      port1.close();
    }
  }
}
