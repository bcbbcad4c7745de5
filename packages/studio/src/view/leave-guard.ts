import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Has the browser ask before a page with work that is in no file is closed or loaded again. */
export class LeaveGuard implements ReactiveController {
  readonly #unsaved: () => boolean;

  constructor(host: ReactiveControllerHost, unsaved: () => boolean) {
    this.#unsaved = unsaved;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.#onLeave);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.#onLeave);
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.#unsaved()) event.preventDefault();
  };
}
