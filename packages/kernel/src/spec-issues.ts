/** One thing that is wrong with a declaration. */
export interface SpecIssue {
  /** Where: `stations.desk.servers`. */
  readonly path: string;
  /** What is there. */
  readonly value: unknown;
  /** What is wrong with it and what would be right. */
  readonly message: string;
}

/** A declaration that cannot be run; lists everything that is wrong with it at once. */
export class SpecError extends Error {
  override readonly name: string = 'SpecError';
  readonly issues: readonly SpecIssue[];

  constructor(what: string, issues: readonly SpecIssue[]) {
    const lines = issues.map(({ path, message }) => `\n  ${path}: ${message}`);
    super(
      `${what} cannot be run, ${issues.length === 1 ? 'for a reason' : 'for reasons'}:${lines.join('')}`,
    );
    this.issues = issues;
  }
}

/** Collects what is wrong while a declaration is read. */
export class SpecIssues {
  readonly #issues: SpecIssue[] = [];

  add(path: string, value: unknown, message: string): void {
    this.#issues.push({ path, value, message });
  }

  /** The result of `read`, or `instead` and an issue with the words of what it threw. */
  attempt<Result>(path: string, value: unknown, read: () => Result, instead: Result): Result {
    try {
      return read();
    } catch (error) {
      this.add(path, value, error instanceof Error ? error.message : String(error));
      return instead;
    }
  }

  /** Says that a key is not known, for each key of `value` that is not among `keys`. */
  known(path: string, value: object, keys: readonly string[]): void {
    for (const key of Object.keys(value)) {
      if (!keys.includes(key)) {
        this.add(`${path}.${key}`, key, `There is no such key; there are ${keys.join(', ')}.`);
      }
    }
  }

  /** @throws SpecError if there is any issue */
  refuse(what: string): void {
    if (this.#issues.length > 0) throw new SpecError(what, this.#issues);
  }
}

/** A value as it stands in a message. */
export function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  // NaN and the infinities are numbers that JSON does not know
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? 'undefined');
}
