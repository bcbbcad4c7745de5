import {
  formulaName,
  type FormulaValues,
  isInside,
  isNews,
  type Queue,
  type QueueAnswer,
  queueMeasures,
  type QueueUnit,
  type QueueValue,
  type QueueValues,
} from '@hallsim/planning';
import type { Context } from '../context.js';
import type { RawQueueOptions } from '../options.js';
import { blocks } from './blocks.js';
import { decimal, NOTHING, percent } from './number-text.js';
import { engineText } from './report.js';
import { confidenceText, quoted } from './reproduce.js';
import { table } from './table.js';

/** A queue beside its formula, as text. */
export function queueText(
  answer: QueueAnswer,
  queue: Queue,
  raw: RawQueueOptions,
  context: Context,
): string {
  const { words } = context;
  const { simulated, formula, by = { class: {} } } = answer;
  const name =
    formula === null ? words.queue.noFormula : formulaName(formula.name)[context.language];
  const parts = Object.entries(by.class).map(([id, values]) =>
    measureLines(id, values, name, formula?.by?.class[id], queue, context),
  );
  // a formula's numbers stand beside its name; `valueOf` picks numbers only
  const own = formula as FormulaValues | null;
  return blocks([
    cardLines(answer, queue, raw, context),
    measureLines(words.queue.all, simulated ?? {}, name, own ?? undefined, queue, context),
    ...parts,
    [...(formula === null ? [] : [words.queue.rounded]), words.queue.why + answer.why],
    [words.report.again, `  ${reproduceQueue(raw, answer, context)}`],
  ]);
}

function cardLines(
  { run }: QueueAnswer,
  queue: Queue,
  raw: RawQueueOptions,
  context: Context,
): string[] {
  const { words } = context;
  const say = words.queue;
  const whole = (n: number): string => decimal(n, 0);
  const { arrivals, classes, service, patience } = raw;
  const groups = queue.batch > 1 ? say.inGroups(queue.batch) : '';
  const written = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : say.written(text.trim());
  const rows = [
    classes === undefined
      ? [say.arrivals, `${written(arrivals)}${groups}`]
      : [say.customers, classes + groups],
    [say.service, written(service)],
    [say.patience, written(patience)],
    [say.capacity, raw.capacity],
    [say.discipline, say.disciplines[queue.discipline]],
    [
      say.runs,
      say.run(whole(run.replications), whole(run.customers), whole(run.warmUp), run.seed) +
        (run.complete ? '' : words.report.stopped),
    ],
    [
      words.report.confidence,
      words.report.intervals(confidenceText(run.confidence), words.report.quantiles[run.quantiles]),
    ],
    [words.report.engine, engineText(run.engine, context)],
  ].flatMap(([what = '', value]) => (value === undefined ? [] : [[what, value]]));
  return [say.title(queue.servers), '', ...table(rows, ['left', 'left'])];
}

function measureLines(
  title: string,
  values: QueueValues,
  name: string,
  formula: FormulaValues | undefined,
  queue: Queue,
  { words, language }: Context,
): string[] {
  const say = words.queue;
  const rows = queueMeasures(queue)
    .filter((measure) => values[measure.id] !== undefined && isNews(measure, queue))
    .map(({ id, label, unit }) => {
      const found = values[id]!;
      const exact = formula?.[id] ?? null;
      return [
        label[language],
        valueOf(found.value, unit),
        say.units[unit],
        intervalOf(found, unit, words),
        valueOf(exact, unit),
        ...differenceOf(found, exact, unit, words),
      ];
    });
  return table(
    [[title, say.simulated, '', words.report.interval, name, say.difference], ...rows],
    ['left', 'right', 'left', 'left', 'right', 'right', 'left'],
    '',
  );
}

function intervalOf(
  { low, high, reason }: QueueValue,
  unit: QueueUnit,
  { report, queue: say }: Context['words'],
): string {
  if (low !== null && high !== null) return report.from(valueOf(low, unit), valueOf(high, unit));
  return reason === undefined ? '' : say.noInterval[reason];
}

function differenceOf(
  found: QueueValue,
  formula: number | null,
  unit: QueueUnit,
  { queue: say, report }: Context['words'],
): string[] {
  const { value } = found;
  if (value === null || formula === null) return [];
  const share = unit === 'share';
  const text = decimal((share ? 100 : 1) * (value - formula), share ? 1 : 2);
  const sign = value > formula && /[1-9]/.test(text) ? '+' : '';
  const signed = `${sign}${text}${share ? ` ${report.compare.points}` : ''}`;
  const inside = isInside(found, formula);
  if (inside === null) return [signed];
  return [signed, inside ? say.inside : say.outside];
}

/** As people read it; `--json` has every digit. */
function valueOf(value: number | null, unit: QueueUnit): string {
  if (value === null) return NOTHING;
  return unit === 'share' ? percent(value) : decimal(value, 2);
}

/** The command that gives the same numbers again, whatever the defaults become. */
function reproduceQueue(raw: RawQueueOptions, { run }: QueueAnswer, { program }: Context): string {
  const { arrivals, service, servers, patience, capacity, discipline, classes, batch } = raw;
  const given: readonly (readonly [string, string | undefined])[] = [
    ['--classes', classes],
    ['--arrivals', classes === undefined ? arrivals : undefined],
    ['--service', service],
    ['--servers', servers],
    ['--patience', patience],
    ['--capacity', capacity],
    ['--discipline', discipline],
    ['--batch', batch],
    ...(raw.over ?? []).map((time) => ['--over', time] as const),
    ['--quantiles', raw.quantiles],
    ['--customers', String(run.customers)],
    ['--warm-up', String(run.warmUp)],
    ['--replications', String(run.replications)],
    ['--seed', run.seed],
    ['--confidence', confidenceText(run.confidence)],
  ];
  const words = given.flatMap(([option, value]) => (value === undefined ? [] : [option, value]));
  return [program, 'queue', ...words.map(quoted)].join(' ');
}
