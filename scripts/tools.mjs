// Small things the other scripts share.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Path of a file given from the repository's root. */
export const at = (...parts) => join(root, ...parts);

/** Runs a Node program (a tool inside node_modules, mostly) and returns its exit status. */
export function runNode(args, { cwd = root, env = process.env } = {}) {
  return spawnSync(process.execPath, args, { cwd, env, stdio: 'inherit' }).status ?? 1;
}

/** One line of progress. Standard output belongs to answers, so this goes to standard error. */
export const say = (message) => console.error(message);
