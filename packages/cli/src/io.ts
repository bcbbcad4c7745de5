/** What the command line touches of the process it runs in. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Standard output: the answer and nothing else. */
  print(text: string): void;
  /** Standard error: messages and progress. */
  say(text: string): void;
  /** Whether a line on standard error can be written over again: it is a terminal. */
  readonly live: boolean;
  /** Milliseconds of a clock that never goes back, for the progress line. */
  now(): number;
  /** The date on the user's calendar, `2026-10-15`. */
  today(): string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by the first SIGINT. */
  readonly interrupted: AbortSignal;
}
