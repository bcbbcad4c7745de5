/** Where in a simulation something went wrong. */
export interface ErrorPlace {
  /** Time of the clock. */
  readonly time: number;
  /** The event, process or station, in words: `event "arrive" of entity 3`. */
  readonly where: string;
}

/**
 * Something that the model's own code threw, or did wrong, while the clock ran. The message says
 * when and where, and whether the simulation can go on; `cause` holds what was thrown, with its own stack.
 */
export class SimulationError extends Error {
  override readonly name: string = 'SimulationError';
  readonly time: number;
  readonly where: string;
  /**
   * True if clock and calendar are whole: the event that failed is over, the others are pending,
   * and `run` may be called again. Whether the model's own state still makes sense, only the model
   * can tell.
   */
  readonly canGoOn: boolean;

  constructor(
    message: string,
    place: ErrorPlace,
    options: { readonly cause?: unknown; readonly canGoOn?: boolean } = {},
  ) {
    const { canGoOn = true } = options;
    super(
      `At ${place.time}, ${place.where}: ${message.replace(/[^.!?]$/, '$&.')} The simulation ${canGoOn ? 'can' : 'cannot'} go on.`,
      'cause' in options ? { cause: options.cause } : undefined,
    );
    this.time = place.time;
    this.where = place.where;
    this.canGoOn = canGoOn;
  }
}

/** What was thrown, in words: the message of an error that has one. */
export function textOf(thrown: unknown): string {
  return (thrown instanceof Error && thrown.message) || String(thrown);
}
