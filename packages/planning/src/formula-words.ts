import type { Bilingual } from '@hallsim/scenario';
import type { QueueDiscipline } from './queue-spec.js';

/** Digits of a number in a sentence. */
const shown = (value: number): string => String(Number(value.toPrecision(3)));

/** What disciplines are called in a sentence. */
const DISCIPLINE_WORDS: Readonly<Record<QueueDiscipline, Bilingual>> = {
  fifo: { en: 'first come, first served', zh: '先到先服务' },
  lifo: { en: 'last come, first served', zh: '后到先服务' },
  random: { en: 'service in random order', zh: '随机服务' },
  priority: { en: 'priorities without interruption', zh: '非抢占优先级' },
  'preemptive-resume': { en: 'priorities that interrupt', zh: '抢占优先级' },
  accumulating: { en: 'priorities that grow with the wait', zh: '随等候累积的优先级' },
};

const outside = (rows: number, of: number): Bilingual => ({
  en: `${rows} of the ${of} numbers ${rows === 1 ? 'lies' : 'lie'} outside the interval`,
  zh: `${of} 个数值中有 ${rows} 个在区间外`,
});

/** Reasons for a difference, as sentences without an end. */
export const REASONS = {
  service: (cv: number): Bilingual => ({
    en: `exponential service assumed; yours has cv ${shown(cv)}`,
    zh: `公式假定服务时间服从指数分布；实际 cv 为 ${shown(cv)}`,
  }),
  services: (): Bilingual => ({
    en: 'one exponential service for all classes assumed; yours differ by class',
    zh: '公式假定各类客户的服务时间相同且服从指数分布；实际各类不同',
  }),
  gaps: (cv: number): Bilingual => ({
    en: `Poisson arrivals assumed; your gaps have cv ${shown(cv)}`,
    zh: `公式假定泊松到达；实际到达间隔的 cv 为 ${shown(cv)}`,
  }),
  batch: (size: number): Bilingual => ({
    en: `customers who come one by one assumed; yours come in groups of ${size}`,
    zh: `公式假定客户逐个到达；实际每次到达 ${size} 人`,
  }),
  patience: (cv: number): Bilingual => ({
    en: `exponential patience assumed; yours has cv ${shown(cv)}`,
    zh: `公式假定耐心时间服从指数分布；实际 cv 为 ${shown(cv)}`,
  }),
  discipline: (discipline: QueueDiscipline): Bilingual => ({
    en: `first come, first served assumed; yours is ${DISCIPLINE_WORDS[discipline].en}`,
    zh: `公式假定先到先服务；实际为${DISCIPLINE_WORDS[discipline].zh}`,
  }),
  someLeave: (): Bilingual => ({
    en: 'there is none for a line in which only some classes leave',
    zh: '对于只有部分类别会中途离队的队列，没有公式',
  }),
  scaled: (cv: number, factor: number): Bilingual => ({
    en: `Erlang C assumes exponential service and yours has cv ${shown(cv)}, so its mean wait is scaled by ${shown(factor)}`,
    zh: `Erlang C 假定服务时间服从指数分布，实际 cv 为 ${shown(cv)}，故将其平均等候乘以 ${shown(factor)}`,
  }),
  twoMoments: (gapCv: number, serviceCv: number): Bilingual => ({
    en: `it takes gaps and services by their means and cvs only; your gaps have cv ${shown(gapCv)}, your services ${shown(serviceCv)}`,
    zh: `公式只考虑到达间隔和服务时间的均值与 cv；实际到达间隔的 cv 为 ${shown(gapCv)}，服务时间的 cv 为 ${shown(serviceCv)}`,
  }),
  merged: (): Bilingual => ({
    en: 'the squared cv of all gaps is taken as the mean of those of the classes',
    zh: '全部到达间隔的 cv 平方取各类的加权平均',
  }),
  noLaw: (discipline: QueueDiscipline): Bilingual => ({
    en: `of the spread of the wait under ${DISCIPLINE_WORDS[discipline].en} it does not say everything`,
    zh: `对于${DISCIPLINE_WORDS[discipline].zh}下等候时长的分布，公式不能全部给出`,
  }),
  meansOnly: (): Bilingual => ({
    en: 'it gives means, not the spread of the wait',
    zh: '公式给出均值，不给出等候时长的分布',
  }),
  notByClass: (): Bilingual => ({
    en: 'it holds for all customers together, not by class',
    zh: '公式适用于全部客户，不分类别',
  }),
  /** @param oneIn of so many intervals one misses by chance */
  outside: (rows: number, of: number, oneIn: number): Bilingual => ({
    en: `${outside(rows, of).en}; about one in ${oneIn} does by chance, often several at once, since they come from one run`,
    zh: `${outside(rows, of).zh}；约每 ${oneIn} 个有一个属于偶然，且因出自同一次运行，往往几个同时出现`,
  }),
  tooShort: (rows: number, of: number, oneIn: number): Bilingual => ({
    en: `${outside(rows, of).en}, while about one in ${oneIn} does by chance: the run is too short for so busy or so varied a queue, ask for more customers`,
    zh: `${outside(rows, of).zh}，而偶然约为每 ${oneIn} 个有一个：对于如此繁忙或波动如此大的队列，运行太短，请增加客户数`,
  }),
  firstStart: (): Bilingual => ({
    en: 'the wait ends where service first begins; what an interruption costs is in the time inside',
    zh: '等候到首次开始服务为止；被中断的时间计入逗留时长',
  }),
} as const;

/** Names in Chinese, where they are words. */
const NAMES_ZH: Readonly<Record<string, string>> = {
  'preemptive-resume': '抢占优先级',
  'M/M/c+M with two priorities': '两级优先的 M/M/c+M',
};

/** What to call a formula in front of people. @param name that of an answer, the same in both languages */
export function formulaName(name: string): Bilingual {
  return { en: name, zh: NAMES_ZH[name] ?? name };
}

/** The sentence that stands beside a formula. @param formula its name in an answer */
export function formulaSentence(
  formula: string,
  kind: 'exact' | 'approximate' | 'simpler',
  reasons: readonly Bilingual[],
): Bilingual {
  const name = formulaName(formula);
  // a space between Latin letters and Chinese, none within Chinese
  const spaced = name.zh.replace(/[!-~]$/, '$& ');
  const en = reasons.map((one) => one.en).join('; ');
  const zh = reasons.map((one) => one.zh).join('；');
  switch (kind) {
    case 'exact':
      return {
        en: `exact: ${name.en} is the formula of this very queue${en && `; ${en}`}.`,
        zh: `精确：${spaced}正是此队列的公式${zh && `；${zh}`}。`,
      };
    case 'approximate':
      return { en: `approximate: ${name.en}; ${en}.`, zh: `近似：${name.zh}；${zh}。` };
    case 'simpler':
      return {
        en: `not exact: ${name.en} is the formula of a simpler queue; ${en}.`,
        zh: `不精确：${spaced}是更简单队列的公式；${zh}。`,
      };
  }
}
