import { seedKey, Stream, streamKey } from '@hallsim/kernel';

/** The choices made for one file, read from its own stream. */
export class Choices {
  readonly #stream: Stream;

  constructor(index: number, salt: string) {
    this.#stream = new Stream(
      streamKey(seedKey(salt === '' ? 'fuzz' : `fuzz/${salt}`), index, 'break'),
    );
  }

  /** A whole number from 0 up to and without `n`. */
  below(n: number): number {
    return Math.floor(this.#stream.next() * n);
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new Error('There is nothing to pick from.');
    return one;
  }
}
