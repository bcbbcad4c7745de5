import type { Calendar, EventKind } from './calendar.js';
import type { EventHandle } from './event-list.js';
import { RANK } from './ranks.js';
import { Slots } from './slots.js';
import { Claim, type Host, NOWHERE, type Task } from './task.js';

/** All claims of a simulation, used again and again, and their events. */
export class Claims {
  readonly #calendar: Calendar;
  readonly #claims: Slots<Claim> = new Slots();
  readonly #patience: EventKind;
  readonly #completion: EventKind;
  /** Those that are over, chained by `after`. */
  #free: Claim | undefined = undefined;
  #orders = 0;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
    this.#patience = calendar.on('patience', (index) => {
      const claim = this.#claims.at(index);
      claim.host!.renege(claim);
    });
    this.#completion = calendar.on('completion', (index) => {
      const claim = this.#claims.at(index);
      claim.host!.complete(claim);
    });
  }

  /** A claim of a process, which is taken to wait for it. */
  take(task: Task, host: Host): Claim {
    let claim = this.#free;
    if (claim === undefined) {
      claim = new Claim();
      claim.index = this.#claims.add(claim);
    } else {
      this.#free = claim.after;
      claim.after = undefined;
    }
    claim.task = task;
    claim.host = host;
    claim.order = this.#orders++;
    claim.joined = this.#calendar.now;
    claim.since = NaN;
    claim.left = NaN;
    claim.event = 0;
    claim.stage = NOWHERE;
    claim.units = 1;
    claim.priority = 0;
    claim.spare = 0;
    task.claim = claim;
    return claim;
  }

  /** Takes back a claim that is over. */
  free(claim: Claim): void {
    claim.task = undefined;
    claim.host = undefined;
    claim.draw = undefined;
    claim.turn = undefined;
    claim.after = this.#free;
    this.#free = claim;
  }

  /** Lets a waiting claim renege after a time. */
  startPatience(claim: Claim, patience: number = Infinity): void {
    claim.ends = this.#calendar.now + patience;
    if (patience === Infinity) return;
    claim.event = this.#calendar.schedule(patience, this.#patience, claim.index, RANK.patience);
  }

  startService(claim: Claim, time: number): void {
    claim.event = this.#calendar.schedule(time, this.#completion, claim.index, RANK.completion);
    claim.ends = this.#calendar.now + time;
  }

  /** Cancels the end of patience or of service. */
  stopClock(claim: Claim): void {
    if (claim.event === 0) return;
    this.#calendar.cancel(claim.event as EventHandle);
    claim.event = 0;
  }
}
