import { record, thereAre, told } from './refuse.js';

/** One thing that is wrong with a declaration. */
export interface SpecIssue {
  /** Where: `stations.desk.servers`. */
  readonly path: string;
  /** What is there. */
  readonly value: unknown;
  /** The place, what is wrong there and what would be right, in a sentence. */
  readonly message: string;
}

/** A declaration that cannot be run; lists everything that is wrong with it at once. */
export class SpecError extends Error {
  override readonly name: string = 'SpecError';
  readonly issues: readonly SpecIssue[];

  constructor(what: string, issues: readonly SpecIssue[]) {
    super(`${what} cannot be run:${issues.map(({ message }) => `\n  ${message}`).join('')}`);
    this.issues = issues;
  }
}

/** Collects what is wrong while a declaration is read. */
export class SpecIssues {
  readonly #issues: SpecIssue[] = [];

  /** @param wish what would be right */
  add(path: string, value: unknown, wish: string): void {
    this.#issues.push({ path, value, message: told(path, value, wish) });
  }

  /** The result of `read`, or `instead` and an issue with the words of what it threw. */
  attempt<Result>(path: string, value: unknown, read: () => Result, instead: Result): Result {
    try {
      return read();
    } catch (error) {
      this.#issues.push({ path, value, message: (error as Error).message });
      return instead;
    }
  }

  /** Says that a key is not known, for each key of `value` that is not among `keys`. */
  known(path: string, value: object, keys: readonly string[]): void {
    for (const [key, given] of Object.entries(value)) {
      if (!keys.includes(key)) this.add(`${path}.${key}`, given, thereAre(keys));
    }
  }

  /** The named things of a part that may be left out. */
  entries<Value>(
    path: string,
    value: Readonly<Record<string, Value>> | undefined,
    wish: string,
  ): [id: string, Value][] {
    if (value === undefined) return [];
    return Object.entries(this.attempt(path, value, () => record(value, path, wish), {}));
  }

  get any(): boolean {
    return this.#issues.length > 0;
  }

  /** @throws SpecError with all issues */
  refuse(what: string): never {
    throw new SpecError(what, this.#issues);
  }
}
