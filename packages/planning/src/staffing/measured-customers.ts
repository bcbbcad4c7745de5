import { expectedFrom, type HallModel } from '@hallsim/hall';

/** Customers whom a day is expected to bring of those who are counted: everyone, but who comes within the warm-up. */
export function measuredCustomers({ sources, measuredFrom, closes }: HallModel): number {
  return sources.reduce((sum, source) => {
    const { at } = source;
    if (at === null) return sum + expectedFrom(source, measuredFrom, closes);
    // those who wait at the door all come in one moment
    return at < measuredFrom ? sum : sum + expectedFrom(source, 0, closes);
  }, 0);
}
