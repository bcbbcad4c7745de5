import { askedDay, MY_PLAN, type StudioDocument } from '../document/studio-document.js';

/** The command that gives the numbers on the screen, to the last digit. */
export function commandLine(document: StudioDocument): string {
  const { shown, replications, seed } = document;
  const day = askedDay(document);
  const words = shown === null ? ['run', file(document)] : ['compare', file(document)];
  if (shown !== null) words.push('--variants', shown);
  if (day !== null) words.push('--day', day);
  words.push('--replications', String(replications), '--seed', seed);
  return ['npm run --silent hallsim --', ...words.map(quoted)].join(' ');
}

/** Whether the file on disk lacks what is on the screen. */
export function needsSaving(document: StudioDocument): boolean {
  return document.builtIn !== null && MY_PLAN in (document.scenario.variants ?? {});
}

function file(document: StudioDocument): string {
  const onDisk = document.builtIn !== null && !needsSaving(document);
  return onDisk ? `examples/halls/${document.name}` : document.name;
}

function quoted(word: string): string {
  return /^[\w./:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
