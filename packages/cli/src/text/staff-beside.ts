import { type Measure, MEASURES } from '@hallsim/experiment';
import type { Beside, BesideValue, Staffing } from '@hallsim/planning';
import type { Scenario } from '@hallsim/scenario';
import type { Context } from '../context.js';
import { changeText, valueText } from './number-text.js';
import { partLabel } from './report.js';
import { table } from './table.js';

interface Hall {
  /** With the variant applied. */
  readonly scenario: Scenario;
  readonly context: Context;
}

const measured = new Map(MEASURES.map((measure) => [measure.id, measure]));

/** What else a plan changes, as a table, and who pays for it, as a sentence. */
export function besideLines({ beside }: Staffing, hall: Hall): string[] {
  const { staff: words, report: say } = hall.context.words;
  if (beside === null) return [];
  const rows = [
    ...(['service', 'customer'] as const).flatMap((part) => worstRow(beside, part, hall)),
    ...Object.entries(beside.measures).flatMap(([id, value]) => measureRow(id, value, hall)),
  ];
  if (rows.length === 0) return [];
  const { plan, file } = words;
  const heads = ['', file, plan, say.compare.change, '', say.interval];
  return [
    words.beside.title(beside.replications),
    ...table([heads, ...rows], ['left', 'right', 'right', 'right', 'left', 'left']),
    ...fallenLines(beside, hall),
  ];
}

/** The service, or the customer class, that loses most; where none loses, the one that gains least. */
function worstRow(beside: Beside, part: 'service' | 'customer', hall: Hall): string[][] {
  const members = Object.entries(beside.by[part]);
  const [worst] = members
    .filter(([, { change }]) => change !== null)
    .toSorted(([, a], [, b]) => a.change! - b.change!);
  // The only one is everyone, of whom the promise speaks.
  if (worst === undefined || members.length === 1) return [];
  const [id, value] = worst;
  const loses = value.change! < 0;
  const name = hall.context.words.staff.beside[part](partLabel(hall, part, id), loses);
  return [rowOf(name, value, hall)];
}

function measureRow(id: string, value: BesideValue, hall: Hall): string[][] {
  const measure = measured.get(id);
  // What happens in neither hall is no news.
  if (measure === undefined || (!value.file && !value.plan)) return [];
  return [rowOf(nameOf(measure, hall), value, hall)];
}

function nameOf({ id, label }: Measure, { context: { language, words } }: Hall): string {
  const name = label[language];
  return id === 'counter.overtime' ? words.staff.beside.overtime(name) : name;
}

function rowOf(
  name: string,
  { file, plan, change, low, high, unit }: BesideValue,
  { context }: Hall,
): string[] {
  const { report: say } = context.words;
  return [
    name,
    valueText(file, unit),
    valueText(plan, unit),
    changeText(change, unit),
    unit === 'share' ? say.compare.points : say.units[unit],
    low === null || high === null ? '' : say.from(changeText(low, unit), changeText(high, unit)),
  ];
}

function fallenLines({ fallen, by }: Beside, hall: Hall): string[] {
  const { beside: words } = hall.context.words.staff;
  if (fallen.length === 0) return [];
  const each = fallen.map(({ part, id }) => {
    const { file, plan } = by[part][id]!;
    return words.fell(
      partLabel(hall, part, id),
      valueText(file, 'share'),
      valueText(plan, 'share'),
    );
  });
  return [words.fallen(each.join(words.and))];
}
