import { randomBytes } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { copyFile, type FileHandle, open, rename, unlink } from 'node:fs/promises';
import type { Context } from '../context.js';
import { CommandError } from '../errors.js';
import type { OutputPlace } from './output-place.js';

/**
 * A file of results that is written piece by piece: UTF-8, no mark, lines end with LF. It is written
 * beside its place and put there when it is whole, so a run that fails leaves what was there before.
 * A stream gets each piece at once.
 */
export class OutputFile {
  /** As it was typed. */
  readonly name: string;
  readonly #handle: FileHandle;
  readonly #context: Context;
  /** Where it is written, and where it goes; `null` for a stream. */
  readonly #move: { readonly part: string; readonly to: string } | null;
  #open = true;

  private constructor(
    name: string,
    handle: FileHandle,
    move: { readonly part: string; readonly to: string } | null,
    context: Context,
  ) {
    this.name = name;
    this.#handle = handle;
    this.#move = move;
    this.#context = context;
    if (move !== null) process.on('exit', this.#leave);
  }

  /**
   * Opens what is written to. Done before anything is simulated, so that a folder that lets nothing be
   * written is found at once.
   * @throws CommandError
   */
  static async create(name: string, place: OutputPlace, context: Context): Promise<OutputFile> {
    try {
      if (place.kind === 'stream') {
        // At the end: the answer may go to the same stream.
        return new OutputFile(name, await open(name, 'a'), null, context);
      }
      const { path: to, mode } = place;
      const part = `${to}.${randomBytes(4).toString('hex')}.part`;
      return new OutputFile(name, await open(part, 'wx', mode), { part, to }, context);
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

  /** Ends the file and puts it in its place. */
  async close(): Promise<void> {
    await this.#end();
    if (this.#move === null) return;
    const { part, to } = this.#move;
    try {
      // A file that is mounted by itself cannot be replaced, only overwritten.
      await rename(part, to).catch(async () => {
        await copyFile(part, to);
        await unlink(part);
      });
    } catch (error) {
      await unlink(part).catch(() => undefined);
      throw cannotWrite(this.name, error, this.#context);
    }
  }

  /** Takes away what was written, unless it is in its place or with a stream. */
  async discard(): Promise<void> {
    if (!this.#open) return;
    await this.#end();
    if (this.#move !== null) await unlink(this.#move.part).catch(() => undefined);
  }

  async #end(): Promise<void> {
    this.#open = false;
    process.off('exit', this.#leave);
    await this.#handle.close();
  }

  /** When the process ends on the way, as with a second Ctrl-C. */
  readonly #leave = (): void => {
    try {
      if (this.#move !== null) unlinkSync(this.#move.part);
    } catch {
      // it is gone already
    }
  };
}

/** A name that cannot be written, in the user's language. */
export function cannotWrite(name: string, error: unknown, { words }: Context): CommandError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const { cannotWrite: say, reasons } = words.wrong;
  return new CommandError(say(name, reasons[code] ?? message));
}
