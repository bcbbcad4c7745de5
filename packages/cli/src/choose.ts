import {
  compile,
  type HallModel,
  UnknownDayTypeError,
  type UnknownRule,
  UnknownRuleError,
} from '@hallsim/hall';
import { applyVariant, type Issue, nearest, type Scenario } from '@hallsim/scenario';
import type { Context } from './context.js';
import { CommandError, InputError } from './errors.js';

/**
 * The scenario with a variant applied; without one, or with `base`, the scenario itself.
 * @throws CommandError when the file has no such variant
 */
export function chooseVariant(
  scenario: Scenario,
  variant: string | undefined,
  context: Context,
): Scenario {
  if (variant === undefined || variant === 'base') return scenario;
  const known = Object.keys(scenario.variants ?? {});
  if (!known.includes(variant)) {
    const { unknownVariant } = context.words.wrong;
    throw new CommandError(`${unknownVariant(variant)} ${wayOut(variant, known, context)}`);
  }
  const applied = applyVariant(scenario, variant);
  if (!applied.ok) throw new InputError(applied.issues, variant);
  return applied.scenario;
}

/**
 * The hall on a day type.
 * @param file what the file is called that the scenario comes from
 * @throws CommandError when the file has no such day type; InputError when it names rules that no module has
 */
export function chooseDay(
  scenario: Scenario,
  day: string | undefined,
  file: string,
  context: Context,
): HallModel {
  try {
    return compile(scenario, { rules: context.rules, ...(day !== undefined && { day }) });
  } catch (error) {
    if (error instanceof UnknownRuleError) {
      const given = Object.keys(context.rules).length > 0;
      throw new InputError(
        error.rules.map((rule) => unknownRule(rule, given)),
        file,
      );
    }
    if (!(error instanceof UnknownDayTypeError)) throw error;
    const { dayType, known } = error;
    const { unknownDay } = context.words.wrong;
    throw new CommandError(`${unknownDay(dayType)} ${wayOut(dayType, known, context)}`);
  }
}

/** A rule that the file names and no module has, as an issue of the file. */
function unknownRule({ path, id, known }: UnknownRule, given: boolean): Issue {
  const kind = path.slice(path.lastIndexOf('.') + 1);
  const list = known.join(', ');
  const meant = nearest(id, known);
  return {
    code: 'unknown-rule',
    path,
    line: null,
    value: id,
    message: {
      en: `There is no rule "${id}".`,
      zh: `没有名为 “${id}” 的规则。`,
    },
    fix:
      known.length > 0
        ? {
            en: `${meant === null ? '' : `Did you mean "${meant}"? `}The modules have: ${list}.`,
            zh: `${meant === null ? '' : `是否指 “${meant}”？`}模块提供的规则：${list}。`,
          }
        : given
          ? {
              en: `None of the modules exports rules of this kind: export const ${kind} = { ${JSON.stringify(id)}: … }.`,
              zh: `所给模块均未导出此类规则，应为 export const ${kind} = { ${JSON.stringify(id)}: … }。`,
            }
          : {
              en: 'Name the module that exports it with --rules FILE.mjs.',
              zh: '请用 --rules FILE.mjs 指明导出该规则的模块。',
            },
  };
}

/** The name that was probably meant, and all there are. */
function wayOut(id: string, known: readonly string[], { words }: Context): string {
  const meant = nearest(id, known);
  const list = words.wrong.known(known);
  return meant === null ? list : `${words.wrong.didYouMean(meant)} ${list}`;
}
