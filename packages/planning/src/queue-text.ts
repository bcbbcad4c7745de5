import { type Bilingual, minutes, nearest, perMinute } from '@hallsim/scenario';
import type { TimeSpread } from './time-spread.js';

/** A text that cannot be read, with the words for it in both languages. */
export class QueueTextError extends RangeError {
  override readonly name = 'QueueTextError';
  readonly said: Bilingual;
  readonly fix: Bilingual;

  constructor(said: Bilingual, fix: Bilingual) {
    super(`${said.en} ${fix.en}`);
    this.said = said;
    this.fix = fix;
  }
}

/** How a family is written, and what it may have behind its mean. */
const FAMILIES = {
  exponential: 'exponential 5 min',
  fixed: 'fixed 3 min',
  lognormal: 'lognormal 4 min cv 0.8',
  gamma: 'gamma 6 min cv 0.5',
  erlang: 'erlang 6 min k 2',
  hyperexponential: 'hyperexponential 5 min cv 2',
  weibull: 'weibull 6 min cv 0.5',
  uniform: 'uniform 2 min to 8 min',
} as const;
type Family = keyof typeof FAMILIES;

const NAMES = Object.keys(FAMILIES) as readonly Family[];
/** Longest time, min: 10000 h, as in a scenario. */
const LONGEST = 600_000;

/**
 * A spread as text: `FAMILY MEAN [cv X]`, such as `lognormal 4 min cv 0.8`, `exponential 5 min`,
 * `fixed 90 s`, `erlang 6 min k 2`, `uniform 2 min to 8 min`.
 *
 * @throws QueueTextError naming the text, what is wrong and the way out
 */
export function spreadFromText(text: string): TimeSpread {
  const words = text.trim().split(/\s+/);
  const [name = '', amount = '', unit = '', ...rest] = words;
  const family = NAMES.find((one) => one === name);
  if (family === undefined) return /^\d/.test(name) ? timeAlone(text) : unknownFamily(text, name);
  const time = timeOf(text, family, `${amount} ${unit}`, family === 'uniform');
  const [key, value, ...more] = rest;
  if (family === 'uniform') {
    const [to = '', toUnit = '', ...others] = rest.slice(1);
    if (key !== 'to' || others.length > 0) return wrongForm(text, family);
    const upper = timeOf(text, family, `${to} ${toUnit}`, false);
    if (upper <= time) {
      throw new QueueTextError(
        { en: `"${text}" ends before it begins.`, zh: `“${text}” 的上限不大于下限。` },
        { en: 'Write the shorter time first.', zh: '请先写较短的时间。' },
      );
    }
    return { family, from: time, to: upper };
  }
  if (family === 'fixed' || family === 'exponential') {
    if (rest.length > 0) return wrongForm(text, family);
    return family === 'fixed' ? { family, value: time } : { family, mean: time };
  }
  if (more.length > 0 || value === undefined) return wrongForm(text, family);
  const shape = /^\d{1,9}(\.\d{1,9})?$/.test(value) ? Number(value) : NaN;
  if (family === 'erlang') {
    if (key !== 'k') return wrongForm(text, family);
    if (!(Number.isInteger(shape) && shape >= 1 && shape <= 1000)) {
      throw new QueueTextError(
        { en: `"${text}": k is ${value}.`, zh: `“${text}”：k 为 ${value}。` },
        { en: 'Write a whole number from 1 to 1000.', zh: '请写 1 至 1000 的整数。' },
      );
    }
    return { family, mean: time, k: shape };
  }
  if (key !== 'cv') return wrongForm(text, family);
  const hyper = family === 'hyperexponential';
  const least = family === 'weibull' ? 0.02 : 0.01;
  if (!(shape <= 10 && (hyper ? shape > 1 : shape >= least))) {
    const [en, zh] = hyper
      ? ['a cv of more than 1 and at most 10', '大于 1 且不超过 10']
      : [`a cv of ${least} to 10`, `${least} 至 10`];
    throw new QueueTextError(
      { en: `"${text}": the cv is ${value}.`, zh: `“${text}”：cv 为 ${value}。` },
      {
        en: `A ${family} spread can have ${en}; for no variation write "fixed".`,
        zh: `${family} 的 cv 应为 ${zh}；没有变化请写 “fixed”。`,
      },
    );
  }
  return { family, mean: time, cv: shape };
}

/** A rate of Poisson arrivals, or the spread of the gaps between arrivals; times in minutes. */
export type QueueArrivals = { readonly perMinute: number } | { readonly gaps: TimeSpread };

/**
 * Arrivals as text: a rate (`54 per hour`, Poisson) or a spread of gaps (`fixed 2 min`).
 *
 * @throws QueueTextError naming the text, what is wrong and the way out
 */
export function arrivalsFromText(text: string): QueueArrivals {
  if (/^[a-z]/i.test(text.trim())) return { gaps: spreadFromText(text) };
  let rate: number;
  try {
    rate = perMinute(text.trim());
  } catch {
    const rateOf = /^\d+(\.\d+)?$/.exec(text.trim())?.[0] ?? '54';
    throw new QueueTextError(
      {
        en: `"${text}" is neither a rate nor a spread of gaps.`,
        zh: `“${text}” 既不是到达率，也不是到达间隔的分布。`,
      },
      {
        en: `Write it like "${rateOf} per hour" or "fixed 2 min".`,
        zh: `请写成 “${rateOf} per hour” 或 “fixed 2 min”。`,
      },
    );
  }
  if (rate === 0) {
    throw new QueueTextError(
      { en: `"${text}": nobody would come.`, zh: `“${text}”：没有客户到来。` },
      { en: 'Write a rate above 0.', zh: '请写大于 0 的到达率。' },
    );
  }
  return { perMinute: rate };
}

/** A time of a text, min. */
function timeOf(text: string, family: Family, time: string, zero: boolean): number {
  let value: number;
  try {
    value = minutes(time);
  } catch {
    return wrongForm(text, family);
  }
  if (value <= LONGEST && (value > 0 || zero)) return value;
  throw new QueueTextError(
    { en: `"${text}": the time is ${time}.`, zh: `“${text}”：时间为 ${time}。` },
    { en: 'Write more than 0 and at most 10000 h.', zh: '请写大于 0 且不超过 10000 h。' },
  );
}

function wrongForm(text: string, family: Family): never {
  throw new QueueTextError(
    { en: `"${text}" cannot be read.`, zh: `“${text}” 无法识别。` },
    { en: `Write it like "${FAMILIES[family]}".`, zh: `请写成 “${FAMILIES[family]}”。` },
  );
}

/** A time stands where a spread is expected; without a unit it is taken for minutes. */
function timeAlone(text: string): never {
  const number = /^\d+(\.\d+)?$/.exec(text.trim())?.[0];
  const time = number === undefined ? text.trim() : `${number} min`;
  throw new QueueTextError(
    {
      en: `"${text}" does not say how times spread around their mean.`,
      zh: `“${text}” 没有说明时间如何分布。`,
    },
    {
      en: `Write "fixed ${time}" where all are alike, else "exponential ${time}" or "lognormal ${time} cv 0.8".`,
      zh: `每次都一样请写 “fixed ${time}”，否则写 “exponential ${time}” 或 “lognormal ${time} cv 0.8”。`,
    },
  );
}

function unknownFamily(text: string, name: string): never {
  const meant = nearest(name, NAMES);
  const known = NAMES.join(', ');
  throw new QueueTextError(
    {
      en: `"${text}" is no spread: there is no family "${name}".`,
      zh: `“${text}” 不是分布：没有 “${name}”。`,
    },
    meant === null
      ? {
          en: `Write it like "${FAMILIES.lognormal}"; there are ${known}.`,
          zh: `请写成 “${FAMILIES.lognormal}”；可用：${known}。`,
        }
      : { en: `Did you mean "${meant}"?`, zh: `是否应为 “${meant}”？` },
  );
}
