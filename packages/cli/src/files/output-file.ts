import { type FileHandle, open } from 'node:fs/promises';
import type { Context } from '../context.js';
import { CommandError } from '../errors.js';

/** A file of results that is written piece by piece: UTF-8, no mark, lines end with LF. */
export class OutputFile {
  readonly name: string;
  readonly #handle: FileHandle;
  readonly #context: Context;

  private constructor(name: string, handle: FileHandle, context: Context) {
    this.name = name;
    this.#handle = handle;
    this.#context = context;
  }

  /**
   * Makes the file, or empties it. Done before anything is simulated, so that a wrong path is found at once.
   * @throws CommandError
   */
  static async create(name: string, context: Context): Promise<OutputFile> {
    try {
      return new OutputFile(name, await open(name, 'w'), context);
    } catch (error) {
      throw cannotWrite(name, error, context);
    }
  }

  /** Resolves when the text is with the operating system, so no more than one piece waits in memory. */
  async write(text: string): Promise<void> {
    try {
      await this.#handle.appendFile(text);
    } catch (error) {
      throw cannotWrite(this.name, error, this.#context);
    }
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }
}

function cannotWrite(name: string, error: unknown, { words }: Context): CommandError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const { cannotWrite: say, reasons } = words.wrong;
  return new CommandError(say(name, reasons[code] ?? message));
}
