import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Lets a file be dropped anywhere on the page. */
export class FileDrop implements ReactiveController {
  /** Whether a file hangs over the page right now. */
  hovering = false;

  readonly #host: ReactiveControllerHost;
  readonly #open: (file: File) => void;

  constructor(host: ReactiveControllerHost, open: (file: File) => void) {
    this.#host = host;
    this.#open = open;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('dragover', this.#onOver);
    addEventListener('dragleave', this.#onLeave);
    addEventListener('drop', this.#onDrop);
  }

  hostDisconnected(): void {
    removeEventListener('dragover', this.#onOver);
    removeEventListener('dragleave', this.#onLeave);
    removeEventListener('drop', this.#onDrop);
  }

  #hover(hovering: boolean): void {
    this.hovering = hovering;
    this.#host.requestUpdate();
  }

  readonly #onOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault(); // else the browser would open the file in place of the page
    this.#hover(true);
  };

  readonly #onLeave = (event: DragEvent): void => {
    if (event.relatedTarget === null) this.#hover(false);
  };

  readonly #onDrop = (event: DragEvent): void => {
    this.#hover(false);
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    this.#open(file);
  };
}
