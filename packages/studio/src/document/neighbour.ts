import type { StudioDocument } from './studio-document.js';

/** The what-if after or before the one shown, round and round; the base (`null`) is the first. */
export function neighbour({ scenario, shown }: StudioDocument, by: 1 | -1): string | null {
  const all = [null, ...Object.keys(scenario.variants ?? {})];
  return all[(all.indexOf(shown) + by + all.length) % all.length] ?? null;
}
