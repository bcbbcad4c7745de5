import type { Process } from './process.js';

/** A value in words, for messages. */
export function said(value: unknown): string {
  if (typeof value === 'function') return `the function ${value.name || 'without a name'} itself`;
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  }
  if ('next' in value) return 'a generator, which is for yield* or for start()';
  return 'name' in value ? `an object named ${said(value.name)}` : 'an object';
}

/**
 * The line of a generator function from the stack of an error that was made in it or below it:
 * the frame that an engine's own `next` has called. Undefined where the engine does not say.
 */
function lineOf(error: unknown): string | undefined {
  const frames = (error instanceof Error && error.stack?.split('\n')) || [];
  const next = frames.findIndex((frame) => /next(@| \()[<[]/.test(frame));
  return frames[next - 1]?.trim().replace(/^at /, '');
}

/**
 * Finds where a process stands that yielded something wrong. No stack shows a generator that waits,
 * so it is let go on until it calls the simulation again, or throws, and that place is told.
 */
export class Probe {
  /** True if the next call of the process shall be stopped. */
  armed = false;
  #found: unknown = undefined;

  /** Where the process is, in words, and an error from there. */
  send(generator: Process<unknown>): [place: string, found: unknown] {
    this.armed = true;
    this.#found = undefined;
    let isLast: boolean | undefined = false;
    try {
      isLast = generator.next('happened').done;
    } catch (error) {
      this.#found ??= error;
    }
    this.armed = false;
    const line = lineOf(this.#found);
    const unknown = isLast === true ? 'at its last yield' : 'at an unknown line';
    return [line === undefined ? unknown : `just before ${line}`, this.#found];
  }

  /** Stops the process where it calls the simulation. */
  stop(): never {
    this.armed = false;
    this.#found = new Error('The wrong yield is just before.');
    throw this.#found;
  }
}
