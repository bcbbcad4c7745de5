import type { Context } from './context.js';

/** Milliseconds between two looks of the live line. */
const PAUSE = 100;

/** One line on the terminal that is written over again; in a pipe, silence. */
export class Progress {
  readonly #context: Context;
  readonly #started: number;
  #shown = -Infinity;

  constructor(context: Context) {
    this.#context = context;
    this.#started = context.io.now();
  }

  /** Days finished of all, with the time left as far as it can be guessed. */
  days(done: number, of: number): void {
    const { progress } = this.#context.words.run;
    this.#show(() => progress(done, of, this.#left(done, of)));
  }

  /** Days run so far, of nobody knows how many. */
  searching(days: number): void {
    this.#show(() => this.#context.words.staff.searching(days));
  }

  /** Replications of a queue finished of all. */
  replications(done: number, of: number): void {
    const { progress } = this.#context.words.queue;
    this.#show(() => progress(done, of, this.#left(done, of)));
  }

  /** Long runs finished of all. */
  longRuns(done: number, of: number): void {
    const { progress } = this.#context.words.steady;
    this.#show(() => progress(done, of, this.#left(done, of)));
  }

  /** Days written to a file of all. */
  written(file: string, done: number, of: number): void {
    this.#show(() => this.#context.words.run.writing(file, done, of));
  }

  /** Takes the line away; what took long enough to be shown is said to have taken so long. */
  end(): void {
    const { io, words } = this.#context;
    if (this.#shown > -Infinity) {
      const seconds = (io.now() - this.#started) / 1000;
      io.say(`\r${words.run.took(seconds.toFixed(1))}\u001b[K\n`);
    }
    this.#shown = -Infinity;
  }

  #show(line: () => string): void {
    const { io } = this.#context;
    if (!io.live || io.now() < this.#shown + PAUSE) return;
    this.#shown = io.now();
    io.say(`\r${line()}\u001b[K`);
  }

  #left(done: number, of: number): string {
    const { timeLeft, seconds, minutes } = this.#context.words.run;
    const spent = (this.#context.io.now() - this.#started) / 1000;
    const left = (spent / done) * (of - done);
    // The first days are slow, while the machine warms up: a guess from them alone would frighten.
    if (done === of || spent < 1 || left < 1) return '';
    return timeLeft(left < 90 ? seconds(Math.round(left)) : minutes(Math.round(left / 60)));
  }
}
