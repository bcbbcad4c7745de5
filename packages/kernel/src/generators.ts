import type { Outcome, Process } from './process.js';
import { said } from './wrong-yield.js';

const GENERATOR_FUNCTION = function* (): Process {}.constructor as FunctionConstructor;

/** What all generators inherit from: looking `next` up in each kind of them would cost more. */
const GENERATOR = Object.getPrototypeOf(
  Object.getPrototypeOf((function* (): Process {})()),
) as Process<unknown>;

/** Lets a generator go on: `NEXT.call(generator, outcome)`. */
export const NEXT: (this: Process<unknown>, outcome: Outcome) => IteratorResult<unknown, unknown> =
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its this
  GENERATOR.next;

/** What can be started: a process, or a generator function without parameters. */
export type Start = Process<unknown> | (() => Process<unknown>);

/** Marks a generator that was started: a set of all that ever were costs ten times as much. */
const STARTED = Symbol('started');

/** The generator that was given, or that a function without parameters returns; marked as started. */
export function generatorOf(process: Start): Process<unknown> {
  const given = typeof process === 'function' ? process.length === 0 && process() : process;
  if (!Object.prototype.isPrototypeOf.call(GENERATOR, given)) {
    throw new TypeError(
      `start(${said(process)}): give what a generator function returns, as in start(customer(3)).`,
    );
  }
  const generator = given as Process<unknown> & { [STARTED]?: true };
  if (generator[STARTED] === true) {
    throw new TypeError(
      'start: this generator was started before; each start wants one of its own, as in start(customer(3)).',
    );
  }
  generator[STARTED] = true;
  return generator;
}

/** Whether something is a generator function: what it returns is new each time and needs no mark. */
export function isGeneratorFunction(process: () => Process<unknown>): boolean {
  return process instanceof GENERATOR_FUNCTION;
}
