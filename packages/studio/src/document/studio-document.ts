import {
  applyVariant,
  checkScenario,
  defaultDayType,
  type Issue,
  label,
  mergePatch,
  runSettings,
  type Scenario,
  type Variant,
} from '@hallsim/scenario';
import { openings, withOpenings } from './openings.js';
import { patchBetween } from './patch-between.js';
import { withoutBrackets } from './without-brackets.js';

/**
 * Everything a picture depends on. Immutable: an edit makes a new document, undo goes back to the
 * old one. The planner's own plan is a variant of the file like any other, so an exported file says
 * the same thing to the command line.
 */
export interface StudioDocument {
  /** Name of the file it was opened from. */
  readonly name: string;
  /** Id of the built-in hall, or null for a file of the planner's own. */
  readonly builtIn: string | null;
  /** The scenario as it was read: the same object in every document that came from it. */
  readonly opened: Scenario;
  readonly scenario: Scenario;
  /** What is worth knowing about the file, such as what it holds that is not simulated yet. */
  readonly notes: readonly Issue[];
  readonly day: string | null;
  /** The variant beside the base, or null for the base alone. */
  readonly shown: string | null;
  readonly seed: string;
  readonly replications: number;
}

/** Id of the planner's own variant. */
export const MY_PLAN = 'my-plan';

/** What the planner's plan is called; one that began from a what-if says from which. */
function planLabel({ scenario, shown }: StudioDocument): NonNullable<Variant['label']> {
  const from = shown === null ? undefined : scenario.variants?.[shown];
  if (from === undefined) return { en: 'My plan', zh: '我的方案' };
  if (shown === MY_PLAN) return from.label ?? MY_PLAN;
  const name = (language: 'en' | 'zh'): string =>
    withoutBrackets(label(from.label, language, shown!)).slice(0, LONGEST_NAME);
  return { en: `My plan (from ${name('en')})`, zh: `我的方案（基于“${name('zh')}”）` };
}

/** A label may have 500 characters. */
const LONGEST_NAME = 400;

/** A document as it opens: the file's own day, seed and number of days, nothing compared. */
export function openDocument(
  scenario: Scenario,
  from: { name: string; builtIn?: string; notes?: readonly Issue[]; day?: string },
): StudioDocument {
  const { seed, replications } = runSettings(scenario);
  const known = from.day !== undefined && Object.hasOwn(scenario.demand.dayTypes ?? {}, from.day);
  return {
    name: from.name,
    builtIn: from.builtIn ?? null,
    opened: scenario,
    scenario,
    notes: from.notes ?? [],
    day: (known ? from.day : defaultDayType(scenario)) ?? null,
    shown: null,
    seed,
    replications,
  };
}

/** The scenario of a variant (`null`: of the base), as the charts show it. */
export function variantScenario(document: StudioDocument, variant: string | null): Scenario {
  const change = variant === null ? undefined : document.scenario.variants?.[variant]?.change;
  if (change === undefined) return document.scenario;
  // the file's variants were checked with it, the planner's own plan after each edit
  return mergePatch(document.scenario, change) as Scenario;
}

/**
 * The day type to ask the engine for; null leaves the choice to each scenario. So a what-if about
 * another kind of day has its say as long as the planner looks at the file's own day.
 */
export function askedDay({ scenario, day }: StudioDocument): string | null {
  return day === (defaultDayType(scenario) ?? null) ? null : day;
}

/** The day type of what is shown. */
export function shownDay(document: StudioDocument): string | null {
  const scenario = variantScenario(document, document.shown);
  return askedDay(document) ?? defaultDayType(scenario) ?? null;
}

/**
 * Edits the open counters of one group in what is shown. The edit lands in the planner's own
 * variant, which starts from whatever was shown; the base is never touched.
 */
export function editStaffing(
  document: StudioDocument,
  group: string,
  values: readonly number[],
): StudioDocument {
  const shown = variantScenario(document, document.shown);
  const target = openings(shown, shownDay(document)).find((one) => one.group === group);
  if (!target) return document;
  const edited = withOpenings(shown, target, values);
  // the base without its variants: the plan must not repeat them
  const base = { ...document.scenario, variants: {} };
  const change = patchBetween(base, { ...edited, variants: {} }) ?? {};
  const plan: Variant = { label: planLabel(document), change: change as Variant['change'] };
  const variants = { ...document.scenario.variants, [MY_PLAN]: plan };
  const scenario = { ...document.scenario, variants };
  const notes = [...document.notes.filter((note) => !isOfPlan(note)), ...notesOfPlan(scenario)];
  return { ...document, shown: MY_PLAN, scenario, notes };
}

const isOfPlan = ({ path }: Issue): boolean => path.startsWith(`variants.${MY_PLAN}.`);

/** Whom the planner's own plan lets wait in vain: asked only where a group never opens, as it takes some milliseconds. */
function notesOfPlan(scenario: Scenario): readonly Issue[] {
  const plan = mergePatch(scenario, scenario.variants?.[MY_PLAN]?.change ?? {}) as Scenario;
  const days = [null, ...Object.keys(scenario.demand.dayTypes ?? {})];
  const closed = days.some((day) =>
    openings(plan, day).some(({ values }) => values.every((counters) => counters === 0)),
  );
  const checked = closed ? checkScenario(scenario) : null;
  return checked?.ok ? checked.notes.filter(isOfPlan) : [];
}

/** Why the planner's own plan cannot be run, if it is shown: the rest of the document was checked when it was opened. */
export function issuesOfPlan({ scenario, shown }: StudioDocument): readonly Issue[] {
  if (shown !== MY_PLAN || scenario.variants?.[MY_PLAN] === undefined) return [];
  const applied = applyVariant(scenario, MY_PLAN);
  return applied.ok ? [] : applied.issues;
}
