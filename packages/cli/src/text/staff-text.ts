import type { FileStaffing, Neighbour, Staffing } from '@hallsim/planning';
import { label, type Scenario } from '@hallsim/scenario';
import type { Context } from '../context.js';
import { blocks } from './blocks.js';
import { decimal, percent } from './number-text.js';
import { pointsText, promisedText, reachedPrecisely, reachedText } from './promise-text.js';
import { dayName, engineText, partLabel, variantName } from './report.js';
import { commandText, confidenceText } from './reproduce.js';
import { besideLines } from './staff-beside.js';
import { alreadyLines, fewestLines, outcomeText, outOfReachLines } from './staff-outcome.js';
import { table } from './table.js';

interface StaffReport {
  readonly file: string;
  /** What `--rules` names. */
  readonly rules: readonly string[];
  /** Days that were asked for; absent where the search was to find out. */
  readonly replications: string | undefined;
  /** With the variant applied. */
  readonly scenario: Scenario;
  readonly variants: NonNullable<Scenario['variants']>;
  readonly context: Context;
}

/** A staffing plan as text: how it was made, the counters by half hour, and what its neighbours reach. */
export function staffText(answer: Staffing, report: StaffReport): string {
  const { report: say, staff: words } = report.context.words;
  const { complete } = answer.run;
  const verdict = [
    outcomeText(answer, report.context),
    ...fewestLines(answer, report.replications !== undefined, report.context),
  ];
  const parts = [
    [label(report.scenario.label, report.context.language, report.file)],
    alreadyLines(answer, report.context),
    cardLines(answer, report),
    // Counters of a search that was stopped look like a plan.
    complete ? [] : answer.outcome === 'undecided' ? verdict : [words.interrupted, ...verdict],
    counterLines(answer, report),
    resultLines(answer, report),
    [
      ...(complete ? verdict : []),
      ...outOfReachLines(answer, report.context),
      ...defaultLines(answer, report),
    ],
    besideLines(answer, report),
    leftOutLines(answer, report),
    neighbourLines(answer, report),
    [complete ? say.again : words.whole, `  ${again(answer, report)}`],
  ];
  return blocks(parts);
}

function cardLines({ run, target }: Staffing, report: StaffReport): string[] {
  const { file, context } = report;
  const { report: say, staff: words } = context.words;
  return table(
    [
      [say.scenario, `${file}  ${run.scenario}`],
      [say.day, [dayName(run.day, report), ...dateText(run)].join('  ')],
      [say.variant, variantName(run.variant, report)],
      [words.target, words.equal(promiseText(target, context), pointsText(target))],
      [say.days, words.deciding(run.replications, run.searchDays, run.seed)],
      [say.confidence, confidenceText(run.confidence)],
      [say.engine, engineText(run.engine, context)],
    ],
    ['left', 'left'],
  );
}

/** `2026-10-05  131.7%`: the date that is planned, and its factor. */
function dateText({ date, factor = 1 }: Staffing['run']): string[] {
  return date === undefined ? [] : [date, percent(factor)];
}

function promiseText(target: Staffing['target'], { words }: Context): string {
  const share = promisedText(target);
  return target.id === 'service-level'
    ? words.staff.level(share, target.within, target.per)
    : words.staff.abandoned(share);
}

/** Says where a promise is not that of the file. */
function defaultLines({ target }: Staffing, { context }: StaffReport): string[] {
  const { both, share, within } = context.words.staff.defaults;
  const [one, other] = target.defaults;
  if (one === undefined) return [];
  if (other !== undefined) return [both(promiseText(target, context))];
  return [one === 'share' ? share(promisedText(target)) : within(target.within)];
}

/** Says what of the file is not in the plan. */
function leftOutLines({ leftOut }: Staffing, { context }: StaffReport): string[] {
  const words = context.words.staff;
  if (leftOut.length === 0) return [];
  return [words.leftOut(leftOut.map((id) => words.left[id]).join(words.andSo)), words.wholeFile];
}

function counterLines({ groups }: Staffing, report: StaffReport): string[] {
  const words = report.context.words.staff;
  const ids = Object.keys(groups);
  const slots = groups[ids[0] ?? ''] ?? [];
  const marked = ids.some((id) => groups[id]!.some(({ offShift }) => offShift));
  const cell = ({ count, offShift }: Staffing['groups'][string][number]): string =>
    `${count}${offShift ? '*' : marked ? ' ' : ''}`;
  return [
    words.counters,
    ...table([
      [words.half, ...ids.map((id) => groupName(id, report))],
      ...slots.map(({ from, to }, k) => [
        `${from}–${to}`,
        ...ids.map((id) => cell(groups[id]![k]!)),
      ]),
    ]),
    ...(marked ? [`  ${words.offShift}`] : []),
    ...(report.scenario.day.warmUp === undefined ? [] : [words.warmUp(slots[0]!.from)]),
  ];
}

function resultLines(answer: Staffing, { context }: StaffReport): string[] {
  const words = context.words.staff;
  const reached = ({ value, low, high }: FileStaffing['achieved']): string => {
    if (value === null || low === null || high === null)
      return answer.run.complete ? words.nothing : words.notJudged;
    const [at, from, to] = [value, low, high].map((one) => reachedText(one, answer.target));
    return words.reached(at!, from!, to!);
  };
  const row = (name: string, { counterHours, achieved }: FileStaffing): string[] => [
    name,
    `${decimal(counterHours, 1)}`,
    words.sum,
    reached(achieved),
  ];
  const rows = [row(words.plan, answer)];
  if (answer.file !== null) rows.push(row(words.file, answer.file));
  const half = answer.target.per === 'half-hour' ? [words.worst] : [];
  const control = answer.controlGain > 1 ? [words.control(decimal(answer.controlGain, 1))] : [];
  return [...table(rows, ['left', 'right', 'left', 'left']), ...half, ...control];
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
  const head =
    best === undefined
      ? words.noneFails(lessOne.length)
      : others.length === 0
        ? words.allFail(lessOne.length, reachedPrecisely(best.value, target))
        : words.fails(failing.length, lessOne.length);
  const row = ({ group, from, value, low, high, verdict }: Neighbour): string[] => [
    groupName(group, report),
    from,
    reachedPrecisely(value, target),
    say.from(reachedPrecisely(low, target), reachedPrecisely(high, target)),
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

function groupName(id: string, { scenario, context }: StaffReport): string {
  return partLabel({ scenario, context }, 'group', id);
}

function again(
  { run, target }: Staffing,
  { file, rules, replications, context }: StaffReport,
): string {
  const words = ['staff', file];
  if (run.date !== undefined) words.push('--date', run.date);
  else if (run.day !== null) words.push('--day', run.day);
  if (run.variant !== 'base') words.push('--variant', run.variant);
  words.push('--target', target.id);
  if (target.per !== 'day') words.push('--per', target.per);
  const days = run.complete ? String(run.replications) : replications;
  if (days !== undefined) words.push('--replications', days);
  words.push('--seed', run.seed, '--confidence', confidenceText(run.confidence));
  words.push(...rules.flatMap((one) => ['--rules', one]));
  return commandText(context.program, words);
}
