import { DayError } from './day-error.js';

/** An error as plain data, which keeps what cloning an error would lose: its name and its own fields. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
  /** Fields of the error that are plain values, such as a time and a place. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly cause: Failure | null;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) {
    return { name: 'Error', message: String(error), stack: null, fields: {}, cause: null };
  }
  const fields = Object.entries(error).filter(
    ([, value]) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
  );
  return {
    name: error.name,
    message: error.message,
    stack: error.stack ?? null,
    fields: Object.fromEntries(fields),
    cause: error.cause === undefined ? null : failureOf(error.cause),
  };
}

/** The error again. Those of the language and a DayError are of their class, others have its name. */
export function errorOf({ name, message, stack, fields, cause }: Failure): Error {
  const inner = cause === null ? undefined : errorOf(cause);
  const { replication, variant } = fields;
  if (name === 'DayError' && typeof replication === 'number' && typeof variant === 'string') {
    return new DayError(replication, variant, inner);
  }
  const Kind = name === 'RangeError' ? RangeError : name === 'TypeError' ? TypeError : Error;
  const error = new Kind(message, inner === undefined ? undefined : { cause: inner });
  const own = { ...fields, name, ...(stack === null ? {} : { stack }) };
  for (const [key, value] of Object.entries(own)) {
    // Also over a field that the class makes read-only.
    Object.defineProperty(error, key, { value, configurable: true, writable: true });
  }
  return error;
}
