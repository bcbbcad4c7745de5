import type { LegendLabels } from '@hallsim/elements';
import { label } from '@hallsim/scenario';
import { type StudioDocument, shownDay } from '../document/studio-document.js';
import type { Words } from '../words/words.js';
import { letterOf } from './studio-what-if.js';

/** The hall's own name, else that of its file. */
export function hallName({ language }: Words, { scenario, name }: StudioDocument): string {
  return label(scenario.label, language, name);
}

/** The hall and its day, as a printed page is headed. */
export function hallAndDay(words: Words, document: StudioDocument): string {
  const day = shownDay(document);
  const hall = hallName(words, document);
  if (day === null) return hall;
  return `${hall} · ${label(document.scenario.demand.dayTypes?.[day]?.label, words.language, day)}`;
}

/** "Business desks (broadband, handsets)" is "Business desks" where there is little room. */
export function withoutBrackets(name: string): string {
  return name.replace(/\s*[(（][^)）]*[)）]\s*$/, '') || name;
}

/** Letter and name of what is shown, and of the base when something stands beside it. */
export function legendFor({ language, say }: Words, document: StudioDocument): LegendLabels {
  const { scenario, shown } = document;
  const base = { letter: 'A', name: say.whatIf.base };
  if (shown === null) return { shown: base };
  const ids = Object.keys(scenario.variants ?? {});
  const name = label(scenario.variants?.[shown]?.label, language, shown);
  return { shown: { letter: letterOf(ids.indexOf(shown)), name }, base };
}
