import type { BigIntStats } from 'node:fs';
import { access, constants, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** Where a name on the command line leads. */
export type OutputPlace =
  /** A pipe, a terminal or a standard stream: what is written is gone at once. */
  | { readonly kind: 'stream' }
  /** A file that is there, or will be. */
  | {
      readonly kind: 'file';
      /** Past all links. */
      readonly path: string;
      /** The same for every name of the file. */
      readonly identity: string;
      /** Permissions of the file that is there. */
      readonly mode?: number;
    };

/**
 * Where a name leads; nothing is made or changed.
 * @throws ErrnoException where no file of that name can be written
 */
export async function outputPlace(name: string): Promise<OutputPlace> {
  const full = resolve(name);
  const found = await statOf(name);
  if (found === null) return placeOfNew(full);
  if (found.isDirectory()) throw isFolder(name);
  if (!found.isFile() || isStandardStream(full)) return { kind: 'stream' };
  await access(name, constants.W_OK);
  const mode = Number(found.mode) & 0o777;
  return { kind: 'file', path: await realpath(name), identity: identityOf(found), mode };
}

/** What all names of a file that is read have in common; `null` for what is no file, or not there. */
export async function inputIdentity(name: string): Promise<string | null> {
  const found = await statOf(name === '-' ? '/dev/stdin' : name).catch(() => null);
  return found?.isFile() ? identityOf(found) : null;
}

// A link whose file is not there yet makes it where the link points to.
async function placeOfNew(full: string): Promise<OutputPlace> {
  const pointsTo = await readlink(full).catch(() => null);
  if (pointsTo !== null) return outputPlace(resolve(dirname(full), pointsTo));
  const path = join(await realpath(dirname(full)), basename(full));
  return { kind: 'file', path, identity: path };
}

async function statOf(name: string): Promise<BigIntStats | null> {
  try {
    // Numbers of files are larger than a double on some systems.
    return await stat(name, { bigint: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const identityOf = ({ dev, ino }: { dev: bigint; ino: bigint }): string => `${dev}:${ino}`;

/** Also where the shell has sent it to a file: that file is the shell's, it must not be replaced. */
const isStandardStream = (full: string): boolean =>
  /^\/dev\/(stdin|stdout|stderr|fd\/\d+)$|^\/proc\//.test(full);

function isFolder(name: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${name} is a folder`), { code: 'EISDIR' });
}
