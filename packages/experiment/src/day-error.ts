/** A day could not be run: says which, whatever thread it ran in. `cause` is what was thrown. */
export class DayError extends Error {
  override readonly name = 'DayError';
  /** Counted from 0. */
  readonly replication: number;
  readonly variant: string;

  constructor(replication: number, variant: string, cause: unknown) {
    const words = cause instanceof Error ? cause.message : String(cause);
    super(`Replication ${replication} of "${variant}" could not be run: ${words}`, { cause });
    this.replication = replication;
    this.variant = variant;
  }
}
