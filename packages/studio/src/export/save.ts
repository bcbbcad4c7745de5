import type { StudioDocument } from '../document/studio-document.js';
import type { Picture } from '../simulation/protocol.js';
import type { Language } from '../words/language.js';
import { download } from './download.js';
import { hallFile } from './hall-file.js';
import { answersCsv, halfHoursCsv, resultsJson } from './results.js';

const CSV = 'text/csv;charset=utf-8';

/** What the reader may take away. */
export type Saved = 'hall' | 'answers' | 'half-hours' | 'json';

/** Hands the reader the hall or its results as a file named after the hall's own. */
export function save(
  what: Saved,
  document: StudioDocument,
  picture: Picture | null,
  language: Language,
): void {
  const name = document.name.replace(/\.json$/i, '');
  if (what === 'hall') download(`${name}.json`, 'application/json', hallFile(document));
  else if (picture && what === 'answers')
    download(`${name}-answers.csv`, CSV, answersCsv(picture, language));
  else if (picture && what === 'half-hours')
    download(`${name}-half-hours.csv`, CSV, halfHoursCsv(picture));
  else if (picture)
    download(`${name}-results.json`, 'application/json', resultsJson(picture, document.shown));
}
