import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DayError,
  loadRules,
  type RuleModule,
  RuleModuleError,
  rulesOf,
} from '@hallsim/experiment';
import type { HostRules } from '@hallsim/hall';
import type { Context } from '../context.js';
import { CommandError, InputError } from '../errors.js';

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
      const missing = code === 'ENOENT' || code === 'EISDIR';
      const why = missing ? words.wrong.noSuchModule : (code ?? String(error));
      throw new CommandError(words.wrong.rules(file, why), { cause: error });
    }
  }
  return { modules, rules: rulesOf(modules) };
}

/**
 * Runs a command whose days ask rules of the host. A rule that fails stops its day; that is a fault of the module
 * and is told like one, with the time and the customer.
 * @throws InputError when a rule failed
 */
export async function withRuleFaults<T>(
  files: readonly string[],
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DayError)) throw error;
    const issue = {
      code: 'rule-failed',
      path: 'rules.custom',
      line: null,
      value: null,
      message: { en: error.message, zh: `自定义规则出错，该日无法仿真：${error.message}` },
      fix: { en: 'Correct the rule in its module.', zh: '请修正模块中的该规则。' },
    };
    throw new InputError([issue], files.join(', '));
  }
}
