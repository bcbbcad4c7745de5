// What the files of bench-*.mjs share: a document of the user's, changes to it, and the way out.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { bundleFile } from './bundle.mjs';
import { at } from './tools.mjs';

/** A package as it is built and as Node reads it. */
export const packaged = (name, entry = 'index') =>
  import(pathToFileURL(bundleFile(at('packages', name), entry)));

/** The text of a file, after the changes PATH=VALUE. */
export function readDocument(path, changes = []) {
  const source = fileBytes(path);
  if (changes.length === 0) return source;
  const document = JSON.parse(source);
  for (const change of changes) apply(document, change);
  return JSON.stringify(document);
}

/** Says why nothing can be measured, and ends. */
export function fail(message) {
  console.error(message);
  process.exit(1);
}

function fileBytes(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    return fail(`${path} cannot be read: ${error.code}.`);
  }
}

/** `counters.all.count=14`, `kiosks.willing=40%`: the value is JSON, or else text. */
function apply(document, change) {
  const equals = change.indexOf('=');
  if (equals < 1) fail(`--set ${change}: write PATH=VALUE, such as kiosks.count=3.`);
  const keys = change.slice(0, equals).split('.');
  const last = keys.pop();
  let at = document;
  for (const key of keys) at = at[key] ??= {};
  at[last] = jsonOrText(change.slice(equals + 1));
}

function jsonOrText(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
