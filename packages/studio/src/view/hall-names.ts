import type { LegendLabels } from '@hallsim/elements';
import { label } from '@hallsim/scenario';
import { type StudioDocument, shownDay } from '../document/studio-document.js';
import { withoutBrackets } from '../document/without-brackets.js';
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

/** The what-if that is shown by its whole name; null while the base stands alone. */
export function shownName({ language }: Words, { scenario, shown }: StudioDocument): string | null {
  return shown === null ? null : label(scenario.variants?.[shown]?.label, language, shown);
}

/** Letter and short name of what is shown, and of the base when something stands beside it. */
export function legendFor(words: Words, document: StudioDocument): LegendLabels {
  const base = { letter: 'A', name: words.say.whatIf.base };
  const name = shownName(words, document);
  if (name === null) return { shown: base };
  const place = Object.keys(document.scenario.variants ?? {}).indexOf(document.shown ?? '');
  return { shown: { letter: letterOf(place), name: withoutBrackets(name) }, base };
}
