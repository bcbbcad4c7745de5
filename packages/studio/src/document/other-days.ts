import { openings } from './openings.js';
import { type StudioDocument, shownDay, variantScenario } from './studio-document.js';

/**
 * Whether what is shown differs from the base on other kinds of day only: it opens other counters on
 * rosters that the day on the screen does not use, or changes other day types. Then the two are the same here.
 */
export function changesOtherDaysOnly(document: StudioDocument): boolean {
  const { shown, scenario } = document;
  const change = shown === null ? undefined : scenario.variants?.[shown]?.change;
  if (change === undefined) return false;
  const day = shownDay(document);
  const used = new Map(
    openings(variantScenario(document, shown), day).map(({ group, roster }) => [group, roster]),
  );
  const elsewhere = ([part, ...path]: readonly string[]): boolean => {
    if (part === 'counters') {
      const [group = '', key, roster] = path;
      return (
        key === 'open' && roster !== undefined && used.has(group) && used.get(group) !== roster
      );
    }
    const [key, type] = path;
    return part === 'demand' && key === 'dayTypes' && type !== undefined && type !== day;
  };
  const changes = leaves(change);
  return changes.length > 0 && changes.every(elsewhere);
}

/** The paths of everything that a patch sets or removes. */
function leaves(patch: unknown): readonly (readonly string[])[] {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return [[]];
  return Object.entries(patch).flatMap(([key, value]) =>
    leaves(value).map((path) => [key, ...path]),
  );
}
