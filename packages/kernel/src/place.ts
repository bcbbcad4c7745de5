import type { LevelObserver, ValueObserver } from './observer.js';
import type { ProcessRunner } from './process-runner.js';
import { checkOptions } from './refuse.js';
import type { Claim } from './task.js';
import { checkName, refuseOf } from './resource-checks.js';

type Observer = Readonly<Record<string, (LevelObserver & ValueObserver) | undefined>>;

/** What has a name, options and observers: the inside of resources and stores alike. */
export abstract class Place {
  readonly name: string;
  protected readonly runner: ProcessRunner;
  protected observers: Observer[] | undefined = undefined;
  /** Those of its numbers that can be observed. */
  readonly #numbers: readonly string[];

  /** @param keys of its options */
  constructor(
    runner: ProcessRunner,
    kind: string,
    name: string,
    options: object,
    keys: readonly string[],
    numbers: readonly string[],
  ) {
    checkName(kind, name);
    checkOptions(name, options, keys);
    this.runner = runner;
    this.name = name;
    this.#numbers = numbers;
  }

  observe(observer: object): void {
    checkOptions(this.name, observer, this.#numbers);
    for (const [key, told] of Object.entries(observer as Observer)) {
      const method = key === 'waits' ? 'add' : 'set';
      if (told !== undefined && typeof told?.[method] !== 'function')
        refuseOf(
          this.name,
          key,
          told,
          `give what has ${method}(), as a ${key === 'waits' ? 'Tally' : 'Level'} has`,
        );
    }
    (this.observers ??= []).push(observer as Observer);
    this.note();
  }

  /** As of a {@link Host} that knows no patience, serves nobody and takes nothing back. */
  renege(_claim: Claim): void {}

  complete(_claim: Claim): void {}

  takeBack(_claim: Claim): void {}

  /** Tells the observers, if there are some, how things stand. */
  protected note(): void {
    if (this.observers !== undefined) this.tell();
  }

  /** Tells the observers that there are. */
  protected tell(): void {
    const { now } = this.runner.calendar;
    for (const observer of this.observers!) {
      for (const key of this.#numbers) {
        observer[key]?.set(now, this[key as never]);
      }
    }
  }
}
