import { settingIssue, settingValue, type SweepValues } from '@hallsim/experiment';
import type { Scenario } from '@hallsim/scenario';
import type { Context } from './context.js';
import { CommandError, InputError } from './errors.js';

/**
 * What the options `--set PATH=V1,V2,…` ask for. A comma inside quotes or brackets separates no values;
 * a value that is itself in quotes is a text.
 * @throws CommandError for an option that has no `=`; InputError for a path that is given twice
 */
export function setOptions(
  options: readonly string[],
  scenario: Scenario,
  file: string,
  { words }: Context,
): SweepValues {
  const set = new Map<string, unknown[]>();
  for (const option of options) {
    const equals = splitsAt(option, '=')[0];
    if (equals === undefined || equals < 1) throw new CommandError(words.sweep.writeSet(option));
    const path = option.slice(0, equals).trim();
    if (set.has(path)) throw new InputError([settingIssue('setting-twice', path, null)], file);
    const values = commaList(option.slice(equals + 1));
    const found = values.map((value) => settingValue(scenario, path, value));
    const texts = found.map((value) => JSON.stringify(value));
    set.set(
      path,
      found.filter((_, i) => texts.indexOf(texts[i]!) === i),
    );
  }
  return Object.fromEntries(set);
}

function commaList(text: string): string[] {
  const ends = [...splitsAt(text, ','), text.length];
  const parts = ends.map((end, i) => text.slice(i === 0 ? 0 : ends[i - 1]! + 1, end).trim());
  return parts.filter((part) => part !== '');
}

/** Where a mark stands outside of quotes and brackets. */
function splitsAt(text: string, mark: string): number[] {
  const places: number[] = [];
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (quoted && letter === '\\') i++;
    else if (letter === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (letter === '[' || letter === '{') depth++;
    else if (letter === ']' || letter === '}') depth--;
    else if (letter === mark && depth <= 0) places.push(i);
  }
  return places;
}
