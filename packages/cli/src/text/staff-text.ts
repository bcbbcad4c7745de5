import type { Neighbour, Staffing, StaffingValue } from '@hallsim/planning';
import { label, type Scenario } from '@hallsim/scenario';
import type { Context } from '../context.js';
import { decimal, percent } from './number-text.js';
import { named, partLabel } from './report.js';
import { commandText, confidenceText } from './reproduce.js';
import { table } from './table.js';

interface StaffReport {
  readonly file: string;
  /** What `--rules` names. */
  readonly rules: readonly string[];
  /** With the variant applied. */
  readonly scenario: Scenario;
  readonly variants: NonNullable<Scenario['variants']>;
  readonly context: Context;
}

/** A staffing plan as text: how it was made, the counters by half hour, and what its neighbours reach. */
export function staffText(answer: Staffing, report: StaffReport): string {
  const { report: say, staff: words } = report.context.words;
  const { outcome, target, controlGain } = answer;
  const points = decimal(100 * target.indifference, 1);
  const sentence = words.outcome[outcome];
  const parts = [
    cardLines(answer, report),
    counterLines(answer, report),
    resultLines(answer, report),
    [typeof sentence === 'string' ? sentence : sentence(points)],
    neighbourLines(answer, report),
    controlGain > 1 ? [words.gain(decimal(controlGain, 1))] : [],
    [say.again, `  ${again(answer, report)}`],
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function cardLines({ run, target }: Staffing, report: StaffReport): string[] {
  const { file, scenario, variants, context } = report;
  const { report: say, staff: words } = context.words;
  const day =
    run.day === null
      ? say.plainDay
      : named(scenario.demand.dayTypes?.[run.day]?.label, run.day, context);
  const variant =
    run.variant === 'base' ? say.base : named(variants[run.variant]?.label, run.variant, context);
  const promise =
    target.id === 'service-level'
      ? words.level(percent(target.share), target.within)
      : words.abandoned(percent(target.share));
  return [
    label(scenario.label, context.language, file),
    '',
    ...table(
      [
        [say.scenario, `${file}  ${run.scenario}`],
        [say.day, day],
        [say.variant, variant],
        [words.target, promise],
        [say.days, words.deciding(run.replications, run.searchDays, run.seed)],
        [say.confidence, confidenceText(run.confidence)],
        [say.engine, run.engine],
      ],
      ['left', 'left'],
    ),
  ];
}

function counterLines({ groups }: Staffing, report: StaffReport): string[] {
  const words = report.context.words.staff;
  const ids = Object.keys(groups);
  const slots = groups[ids[0] ?? ''] ?? [];
  return [
    words.counters,
    ...table([
      [words.half, ...ids.map((id) => groupName(id, report))],
      ...slots.map(({ from, to }, k) => [
        `${from}–${to}`,
        ...ids.map((id) => String(groups[id]![k]!.count)),
      ]),
    ]),
  ];
}

function resultLines(answer: Staffing, { context }: StaffReport): string[] {
  const words = context.words.staff;
  const reached = ({ value, low, high }: StaffingValue): string =>
    words.reached(percent(value), percent(low), percent(high));
  const row = (name: string, { counterHours, achieved }: Staffing['file']): string[] => [
    name,
    `${decimal(counterHours, 1)}`,
    words.sum,
    reached(achieved),
  ];
  return table(
    [row(words.plan, answer), row(words.file, answer.file)],
    ['left', 'right', 'left', 'left'],
  );
}

function neighbourLines({ lessOne, target }: Staffing, report: StaffReport): string[] {
  const { report: say, staff: words } = report.context.words;
  if (lessOne.length === 0) return [];
  const better = target.id === 'service-level' ? 1 : -1;
  const failing = lessOne
    .filter(({ verdict }) => verdict === 'fails')
    .toSorted((a, b) => better * (b.value - a.value));
  const others = lessOne.filter(({ verdict }) => verdict !== 'fails');
  const [best] = failing;
  const nearest = best === undefined ? null : percentPrecise(best.value);
  const head =
    nearest === null
      ? words.noneFails(lessOne.length)
      : others.length === 0
        ? words.allFail(lessOne.length, nearest)
        : words.fails(failing.length, lessOne.length, nearest);
  const row = ({ group, from, value, low, high, verdict }: Neighbour): string[] => [
    groupName(group, report),
    from,
    percentPrecise(value),
    say.from(percentPrecise(low), percentPrecise(high)),
    words.verdict[verdict],
  ];
  const { lessColumns: columns } = words;
  const heads = [columns.group, columns.from, columns.value, columns.interval, ''];
  const lines =
    others.length === 0
      ? []
      : table([heads, ...others.map(row)], ['left', 'left', 'right', 'left', 'left']);
  return [words.less, `  ${head}`, ...lines];
}

/** Two decimals, where a tenth of a point decides. */
function percentPrecise(share: number): string {
  return `${decimal(100 * share, 2)}%`;
}

function groupName(id: string, { scenario, context }: StaffReport): string {
  return partLabel({ scenario, context }, 'group', id);
}

function again({ run, target }: Staffing, { file, rules, context }: StaffReport): string {
  const words = ['staff', file];
  if (run.day !== null) words.push('--day', run.day);
  if (run.variant !== 'base') words.push('--variant', run.variant);
  words.push('--target', target.id, '--replications', String(run.replications));
  words.push('--seed', run.seed, '--confidence', confidenceText(run.confidence));
  words.push(...rules.flatMap((one) => ['--rules', one]));
  return commandText(context.program, words);
}
