import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadRules, type RuleModule, RuleModuleError, rulesOf } from '@hallsim/experiment';
import type { HostRules } from '@hallsim/hall';
import type { Context } from '../context.js';
import { CommandError } from '../errors.js';

/**
 * The modules that `--rules` names, loaded.
 * @throws CommandError when one cannot be read or is no module of rules
 */
export async function readRules(
  files: readonly string[],
  { words }: Context,
): Promise<{ readonly modules: readonly RuleModule[]; readonly rules: HostRules }> {
  const modules: RuleModule[] = [];
  for (const file of files) {
    try {
      const text = await readFile(file);
      const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
      const module = { url: pathToFileURL(resolve(file)).href, hash };
      await loadRules([module]);
      modules.push(module);
    } catch (error) {
      if (error instanceof RuleModuleError) {
        throw new CommandError(words.wrong.rules(file, error.message), { cause: error });
      }
      const { code } = error as NodeJS.ErrnoException;
      throw new CommandError(words.wrong.rules(file, code ?? String(error)), { cause: error });
    }
  }
  return { modules, rules: rulesOf(modules) };
}
