import type { StudioDocument } from '../document/studio-document.js';
import type { Picture } from '../simulation/protocol.js';
import { download } from './download.js';
import { hallFile } from './hall-file.js';
import { resultsCsv, resultsJson } from './results.js';

/** Hands the reader the hall or its results as a file named after the hall's own. */
export function save(
  what: 'hall' | 'csv' | 'json',
  document: StudioDocument,
  picture: Picture | null,
): void {
  const name = document.name.replace(/\.json$/i, '');
  if (what === 'hall') download(`${name}.json`, 'application/json', hallFile(document));
  else if (picture && what === 'csv')
    download(`${name}-results.csv`, 'text/csv;charset=utf-8', resultsCsv(picture));
  else if (picture)
    download(`${name}-results.json`, 'application/json', resultsJson(picture, document.shown));
}
