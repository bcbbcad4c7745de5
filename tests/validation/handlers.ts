import { Calendar, type Key, seedKey, Stream, streamKey } from '@hallsim/kernel';
import type { Estimate } from './row.js';
import { WARM_UP } from './steady.js';

/** What a model made of handlers has at hand: the calendar, named chance, and what is to be counted. */
export class Hall extends Calendar {
  readonly #root: Key;
  readonly #replication: number;
  #counted = 0;
  #sum = 0;
  #level = 0;
  #area = 0;
  #since = 0;

  constructor(seed: string, replication: number) {
    super();
    this.#root = seedKey(seed);
    this.#replication = replication;
  }

  stream(name: string): Stream {
    return new Stream(streamKey(this.#root, this.#replication, name));
  }

  /** What is averaged over customers, of customer `nth` from 0; those of the warm-up are left out. */
  count(nth: number, value: number): void {
    if (nth < WARM_UP) return;
    this.#counted++;
    this.#sum += value;
    this.depart();
  }

  /** Mean over so many customers after the warm-up. */
  meanOf(size: number): number {
    this.run({ customers: size });
    return this.#sum / this.#counted;
  }

  /** The level whose time average is wanted changes. */
  setLevel(level: number): void {
    this.#area += (this.now - this.#since) * this.#level;
    this.#since = this.now;
    this.#level = level;
  }

  /** Time average of the level over the minutes after the warm-up. */
  meanLevel(warmUp: number, minutes: number): number {
    this.run({ until: warmUp });
    this.setLevel(this.#level);
    this.#area = 0;
    this.run({ until: warmUp + minutes });
    this.setLevel(this.#level);
    return this.#area / minutes;
  }
}

/** The mean of what a model of handlers counts of each customer. */
export function meanOf(model: (hall: Hall) => void): Estimate {
  return (seed, replication, size) => {
    const hall = new Hall(seed, replication);
    model(hall);
    return hall.meanOf(size);
  };
}

/** The time average of the level that a model of handlers sets. */
export function levelOf(arrivalsPerMinute: number, model: (hall: Hall) => void): Estimate {
  return (seed, replication, size) => {
    const hall = new Hall(seed, replication);
    model(hall);
    return hall.meanLevel(WARM_UP / arrivalsPerMinute, size / arrivalsPerMinute);
  };
}
