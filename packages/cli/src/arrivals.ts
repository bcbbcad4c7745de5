import type { GivenArrivals } from '@hallsim/experiment';
import type { HallModel } from '@hallsim/hall';
import type { Context } from './context.js';

/** The arrivals of `--arrivals`, fit for every one of the halls; `null` without the option. */
export async function arrivalsFor(
  file: string | undefined,
  models: readonly HallModel[],
  context: Context,
): Promise<GivenArrivals | null> {
  if (file === undefined) return null;
  const { readArrivals } = await import('./files/read-arrivals.js');
  return readArrivals(file, models, context);
}
