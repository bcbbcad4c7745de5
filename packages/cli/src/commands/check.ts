import {
  clockText,
  expectedCustomers,
  issueText,
  label,
  openingHours,
  type Scenario,
} from '@hallsim/scenario';
import { chooseDay } from '../choose.js';
import type { Context } from '../context.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { readScenario } from '../files/read-scenario.js';
import type { RawOptions } from '../options.js';
import { issuesJson } from '../text/issues-json.js';
import { plain } from '../text/number-text.js';
import { table } from '../text/table.js';

/** `hallsim check`: is the file a scenario, and what is worth knowing about it? */
export async function check(file: string, raw: RawOptions, context: Context): Promise<ExitCode> {
  const { scenario, notes: all, name } = await readScenario(file, context);
  const { rules } = raw;
  // with modules the rules are looked up, and what is not there is an issue
  if (rules !== undefined) chooseDay(scenario, undefined, name, context);
  const notes = rules === undefined ? all : all.filter(({ code }) => code !== 'rule-of-host');
  const { io, language, words } = context;
  if (raw.json) io.print(issuesJson([], notes));
  else {
    const lines = [words.check.valid(name), '', ...outline(scenario, context)];
    if (notes.length > 0) lines.push('', issueText(notes, language, name, 'notes'));
    io.print(`${lines.join('\n')}\n`);
  }
  return EXIT.done;
}

/** What is in the file, in a few lines, so that one sees that it is the right one. */
function outline(scenario: Scenario, { language, words }: Context): string[] {
  const { lasts } = scenario.day;
  const open = openingHours(scenario.day).periods.map(({ from, to }) =>
    words.report.range(clockText(from), clockText(to)),
  );
  const people = (day?: string): string => plain(expectedCustomers(scenario, day));
  const days = Object.keys(scenario.demand.dayTypes ?? {});
  const say = words.check;
  const list = (map: object | undefined): string => Object.keys(map ?? {}).join(', ');
  const rows = [
    [words.report.scenario, label(scenario.label, language, '')],
    [say.hours, lasts === undefined ? open.join(words.report.comma) : say.lasts(lasts)],
    days.length > 0
      ? [say.days, days.map((id) => say.expected(id, people(id))).join(', ')]
      : [say.expectedLabel, say.plainDay(people())],
    [say.services, list(scenario.services)],
    [say.customers, list(scenario.customers)],
    [say.variants, list(scenario.variants)],
  ].filter(([, value]) => value !== '');
  return table(rows, ['left', 'left']);
}
