import { compile, type HallModel, UnknownDayTypeError } from '@hallsim/hall';
import { applyVariant, nearest, type Scenario } from '@hallsim/scenario';
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
 * @throws CommandError when the file has no such day type
 */
export function chooseDay(
  scenario: Scenario,
  day: string | undefined,
  context: Context,
): HallModel {
  try {
    return compile(scenario, day === undefined ? {} : { day });
  } catch (error) {
    if (!(error instanceof UnknownDayTypeError)) throw error;
    const { dayType, known } = error;
    const { unknownDay } = context.words.wrong;
    throw new CommandError(`${unknownDay(dayType)} ${wayOut(dayType, known, context)}`);
  }
}

/** The name that was probably meant, and all there are. */
function wayOut(id: string, known: readonly string[], { words }: Context): string {
  const meant = nearest(id, known);
  const list = words.wrong.known(known);
  return meant === null ? list : `${words.wrong.didYouMean(meant)} ${list}`;
}
