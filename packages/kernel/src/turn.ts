import type { Outcome, Token } from './process.js';
import { type Runner, Source } from './source.js';
import { type Claim, GRANTED, type Settled } from './task.js';

/** A request that is waited for together with other things. */
export class Turn extends Source<Token> implements Settled {
  /** What the request returned. */
  readonly token: Token;
  #claim: Claim | undefined;
  #outcome: Outcome | undefined;

  /** @param claim undefined if the request was rejected */
  constructor(
    runner: Runner,
    token: Token,
    claim: Claim | undefined,
    outcome: Outcome | undefined,
  ) {
    super(runner);
    this.token = token;
    this.#claim = claim;
    this.#outcome = outcome;
    if (claim === undefined) return;
    claim.turn = this;
    if (outcome === undefined) (claim.task!.turns ??= []).push(this);
  }

  get happened(): boolean {
    return this.#outcome !== undefined;
  }

  override get ending(): Outcome {
    return this.#outcome!;
  }

  get result(): Token {
    return this.token;
  }

  /** The claim, as long as it waits or holds units: later it belongs to others. */
  get claim(): Claim | undefined {
    return this.#claim?.turn === this ? this.#claim : undefined;
  }

  /** The turn has come, or will not. */
  settle(outcome: Outcome): void {
    if (this.happened) return;
    this.#outcome = outcome;
    const turns = this.#claim!.task!.turns!;
    turns.splice(turns.indexOf(this), 1);
    this.tell();
  }

  override quit(): void {
    const { claim } = this;
    if (claim === undefined || this.happened) return;
    this.settle('left');
    claim.host!.withdraw(claim);
  }

  override letGo(): void {
    this.quit();
    const { claim } = this;
    if (claim?.stage === GRANTED) claim.host!.takeBack(claim);
  }
}
