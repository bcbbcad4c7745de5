import type { GivenArrivals } from '@hallsim/experiment';
import type { HallModel } from '@hallsim/hall';
import type { Context } from './context.js';
import { CommandError } from './errors.js';

/**
 * The arrivals of `--arrivals`, fit for every one of the halls; `null` without the option.
 * @param scenario the scenario file, which may be standard input too
 */
export async function arrivalsFor(
  file: string | undefined,
  scenario: string,
  models: readonly HallModel[],
  context: Context,
): Promise<GivenArrivals | null> {
  if (file === undefined) return null;
  if (file === '-' && scenario === '-') throw new CommandError(context.words.wrong.inputTwice);
  const { readArrivals } = await import('./files/read-arrivals.js');
  return readArrivals(file, models, context);
}
