import type { HostRules, RuleKind } from '@hallsim/hall';

/** A module of rules of one's own: it exports some of the four names of `HostRules`. */
export interface RuleModule {
  /** Absolute address, such as `file:///…/rules.mjs`: it is imported in every thread that runs days. */
  readonly url: string;
  /** `sha256:…` of its text, for the run card. */
  readonly hash: string;
}

/** A module of rules cannot be used. */
export class RuleModuleError extends Error {
  override readonly name = 'RuleModuleError';
}

const KINDS = ['discipline', 'calling', 'diversion', 'serviceTime'] as const satisfies RuleKind[];

/** Modules that this thread has imported, by address: importing is for ever, so they are kept too. */
const imported = new Map<string, HostRules>();

/**
 * Imports modules of rules in this thread, each once.
 * @throws RuleModuleError when one does not load, or has nothing of what a rule module exports
 */
export async function loadRules(modules: readonly RuleModule[]): Promise<void> {
  for (const { url } of modules) {
    if (imported.has(url)) continue;
    imported.set(url, await load(url));
  }
}

/**
 * The rules of modules that have been loaded, together.
 * @throws RuleModuleError when two of them have a rule of one kind and id
 */
export function rulesOf(modules: readonly RuleModule[]): HostRules {
  const all: Partial<Record<RuleKind, Record<string, unknown>>> = {};
  for (const { url } of modules) {
    for (const kind of KINDS) {
      for (const [id, rule] of Object.entries(imported.get(url)?.[kind] ?? {})) {
        const rules = (all[kind] ??= {});
        if (Object.hasOwn(rules, id)) {
          throw new RuleModuleError(`Two modules have a ${kind} rule "${id}"; keep one of them.`);
        }
        rules[id] = rule;
      }
    }
  }
  return all as HostRules;
}

async function load(url: string): Promise<HostRules> {
  let module: Readonly<Record<string, unknown>>;
  try {
    module = (await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new RuleModuleError(`A module of rules does not load: ${said}`, { cause: error });
  }
  if (KINDS.some((kind) => typeof module[kind] === 'object' && module[kind] !== null)) {
    return module;
  }
  throw new RuleModuleError(
    `A module of rules exports none of ${KINDS.join(', ')}: objects of functions by id.`,
  );
}
