import { nearest } from '@hallsim/scenario';
import { type Checks, type Said, said, shownValue } from './checks.js';
import { arrivalsFromText, QueueTextError, spreadFromText } from './queue-text.js';
import type { QueueClass, QueueClassSpec, QueueDiscipline } from './queue-spec.js';
import { spreadMean, type TimeSpread } from './time-spread.js';

const KEYS: readonly (keyof QueueClassSpec)[] = [
  'arrivals',
  'service',
  'patience',
  'priority',
  'rate',
];
const ID = /^[a-z][a-z0-9-]*$/;
/** What is read in place of what could not be, so that the rest is checked too. */
const ANY: TimeSpread = { family: 'fixed', value: 1 };

/** What holds for a class that says nothing of its own. */
export interface ClassDefaults {
  readonly service?: unknown;
  readonly patience?: unknown;
}

/** Checks one class. @param path what to put before its keys, empty for the only class */
export function readClass(
  id: string,
  path: string,
  given: unknown,
  batch: number,
  discipline: QueueDiscipline,
  checks: Checks,
  defaults: ClassDefaults = {},
): QueueClass {
  const { add } = checks;
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const isMap = typeof given === 'object' && given !== null && !Array.isArray(given);
  const one: Readonly<Record<string, unknown>> = isMap ? { ...given } : {};
  if (!isMap) {
    add(path, given, {
      message: {
        en: `"${shownValue(given)}" is no class.`,
        zh: `“${shownValue(given)}” 不是客户类别。`,
      },
      fix: {
        en: 'Write { "arrivals": "20 per hour", "service": "exponential 5 min", "priority": 1 }.',
        zh: '请写成 { "arrivals": "20 per hour", "service": "exponential 5 min", "priority": 1 }。',
      },
    });
  }
  if (!ID.test(id)) {
    add(path, id, {
      message: { en: `"${id}" is no id.`, zh: `“${id}” 不是有效的标识。` },
      fix: {
        en: 'Use small letters, digits and hyphens, a letter first.',
        zh: '请使用小写字母、数字和连字符，以字母开头。',
      },
    });
  }
  // what is misspelt is not missing too, and what is no class has no keys to miss
  const meant = new Set<string | null>(isMap ? [] : KEYS);
  for (const key of Object.keys(one)) {
    if (KEYS.some((known) => known === key)) continue;
    add(at(key), one[key], unknownKey(key));
    meant.add(nearest(key, KEYS));
  }
  const needs = (key: keyof QueueClassSpec): boolean => !meant.has(key);
  const read = <Value>(key: keyof QueueClassSpec, reader: (text: string) => Value): Value | null =>
    readText(
      at(key),
      one[key] ?? (defaults as typeof one)[key],
      key !== 'patience' && needs(key),
      reader,
      checks,
    );
  const arrivals = read('arrivals', arrivalsFromText) ?? { perMinute: 1 };
  const ranked = discipline === 'priority' || discipline === 'preemptive-resume';
  return {
    id,
    arrivals,
    ratePerMinute:
      batch * ('perMinute' in arrivals ? arrivals.perMinute : 1 / spreadMean(arrivals.gaps)),
    service: read('service', spreadFromText) ?? ANY,
    patience: read('patience', spreadFromText),
    priority: readNumber(at('priority'), one['priority'], ranked && needs('priority'), 0, checks),
    rate: readNumber(
      at('rate'),
      one['rate'],
      discipline === 'accumulating' && needs('rate'),
      1,
      checks,
      0,
    ),
  };
}

function readText<Value>(
  path: string,
  text: unknown,
  needed: boolean,
  reader: (text: string) => Value,
  { add }: Checks,
): Value | null {
  if (text === undefined) {
    if (needed) add(path, null, said('It is missing.', '缺少此项。', ...example(path)));
    return null;
  }
  if (typeof text !== 'string') {
    add(
      path,
      text,
      said(
        `"${shownValue(text)}" is no text.`,
        `“${shownValue(text)}” 不是文字。`,
        ...example(path),
      ),
    );
    return null;
  }
  try {
    return reader(text);
  } catch (error) {
    if (!(error instanceof QueueTextError)) throw error;
    add(path, text, { message: error.said, fix: error.fix });
    return null;
  }
}

function example(path: string): [string, string] {
  const text = path.endsWith('arrivals') ? '54 per hour' : 'exponential 5 min';
  return [`Write it like "${text}".`, `请写成 “${text}”。`];
}

function readNumber(
  path: string,
  value: unknown,
  needed: boolean,
  otherwise: number,
  { add }: Checks,
  above = -Infinity,
): number {
  if (value === undefined && !needed) return otherwise;
  if (typeof value === 'number' && Number.isFinite(value) && value > above) return value;
  const [en, zh] =
    above === 0
      ? [
          'Give the credit per minute of waiting, a number above 0.',
          '请给出每等一分钟增加的优先值，大于 0。',
        ]
      : ['Give a number; the smaller is called first.', '请给出一个数；数值小的先叫号。'];
  const shown = shownValue(value);
  if (value === undefined) add(path, null, said('It is missing.', '缺少此项。', en, zh));
  else add(path, value, said(`"${shown}" will not do.`, `“${shown}” 不可用。`, en, zh));
  return otherwise;
}

function unknownKey(key: string): Said {
  const meant = nearest(key, KEYS);
  const message = { en: `"${key}" is not a key of a class.`, zh: `客户类别没有 “${key}” 这一项。` };
  if (meant !== null) {
    return { message, fix: { en: `Did you mean "${meant}"?`, zh: `是否应为 “${meant}”？` } };
  }
  const list = KEYS.join(', ');
  return { message, fix: { en: `There are ${list}.`, zh: `可用：${list}。` } };
}
