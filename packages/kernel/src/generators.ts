import type { Outcome, Process } from './process.js';
import { said } from './wrong-yield.js';

/** What all generators inherit from: looking `next` up in each kind of them would cost more. */
const GENERATOR = Object.getPrototypeOf(
  Object.getPrototypeOf((function* (): Process {})()),
) as Process;

/** Lets a generator go on: `NEXT.call(generator, outcome)`. */
export const NEXT: (this: Process, outcome: Outcome) => IteratorResult<unknown, void> =
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its this
  GENERATOR.next;

/** The generator that was given, or that a function returns. */
export function generatorOf(process: Process | (() => Process)): Process {
  const generator = typeof process === 'function' ? process() : process;
  if (Object.prototype.isPrototypeOf.call(GENERATOR, generator)) return generator;
  throw new TypeError(
    `start(${said(process)}): a process is what a generator function returns, as in start(customer()).`,
  );
}
