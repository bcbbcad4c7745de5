import type { Bilingual } from '@hallsim/scenario';
import type { QueueDiscipline } from './queue-spec.js';

/** Digits of a number in a sentence. */
const shown = (value: number): string => String(Number(value.toPrecision(3)));

/** What disciplines are called in a sentence. */
export const DISCIPLINE_WORDS: Readonly<Record<QueueDiscipline, Bilingual>> = {
  fifo: { en: 'first come, first served', zh: '先到先服务' },
  lifo: { en: 'last come, first served', zh: '后到先服务' },
  random: { en: 'service in random order', zh: '随机服务' },
  priority: { en: 'priorities without interruption', zh: '非抢占优先级' },
  'preemptive-resume': { en: 'priorities that interrupt', zh: '抢占优先级' },
  accumulating: { en: 'priorities that grow with the wait', zh: '随等候累积的优先级' },
};

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
  scaled: (factor: number): Bilingual => ({
    en: `the mean wait of Erlang C is scaled by ${shown(factor)} for it`,
    zh: `为此将 Erlang C 的平均等候乘以 ${shown(factor)}`,
  }),
  merged: (): Bilingual => ({
    en: 'gaps of the classes together are taken by their mean and cv only',
    zh: '各类到达合并后只考虑均值和 cv',
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
  missed: (): Bilingual => ({
    en: 'the mean wait misses it, by chance, or since the run is too short for so busy or so varied a queue: ask for more customers',
    zh: '平均等候的区间未包含公式值：可能是偶然，也可能是运行太短，请增加客户数',
  }),
  firstStart: (): Bilingual => ({
    en: 'the wait ends where service first begins; what an interruption costs is in the time inside',
    zh: '等候到首次开始服务为止；被中断的时间计入逗留时长',
  }),
} as const;

/** The sentence that stands beside a formula. */
export function formulaSentence(
  name: string,
  kind: 'exact' | 'approximate' | 'simpler',
  reasons: readonly Bilingual[],
): Bilingual {
  const en = reasons.map((one) => one.en).join('; ');
  const zh = reasons.map((one) => one.zh).join('；');
  switch (kind) {
    case 'exact':
      return {
        en: `exact: ${name} is the formula of this very queue${en && `; ${en}`}.`,
        zh: `精确：${name} 正是此队列的公式${zh && `；${zh}`}。`,
      };
    case 'approximate':
      return { en: `approximate: ${name}; ${en}.`, zh: `近似：${name}；${zh}。` };
    case 'simpler':
      return {
        en: `not exact: ${name} is the formula of a simpler queue; ${en}.`,
        zh: `不精确：${name} 是更简单队列的公式；${zh}。`,
      };
  }
}
