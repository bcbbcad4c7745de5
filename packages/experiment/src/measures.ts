import type { Column } from './columns.js';
import type { Unit } from './summary-json.js';

/**
 * Every measure of a hall: over whom it is taken, in which unit, and which way is better. A measure is
 * the ratio of two columns summed over all days, or a quantile of the counter waits of all days. It is
 * given for the hall, and for each service, customer class and group where both columns exist.
 */
export interface Measure {
  readonly id: string;
  readonly unit: Unit;
  /** `null` where neither is better by itself. */
  readonly better: 'more' | 'less' | null;
  readonly label: { readonly en: string; readonly zh: string };
  readonly definition: { readonly en: string; readonly zh: string };
  /**
   * Days from which on its intervals hold what they promise, where 20 are too few: what rests on few
   * very long days (docs/validation.md).
   */
  readonly enoughDays?: number;
  readonly of: { readonly sum: Column; readonly per: Column } | { readonly quantile: number };
}

function perDay(
  id: string,
  sum: Column,
  better: Measure['better'],
  label: Measure['label'],
  definition: Measure['definition'],
): Measure {
  return { id, unit: 'customers', better, label, definition, of: { sum, per: 'days' } };
}

function share(
  id: string,
  sum: Column,
  per: Column,
  better: Measure['better'],
  label: Measure['label'],
  definition: Measure['definition'],
): Measure {
  return { id, unit: 'share', better, label, definition, of: { sum, per } };
}

function waitQuantile(percent: number): Measure {
  return {
    id: `counter.wait.p${percent}`,
    unit: 'min',
    better: 'less',
    label: { en: `Counter wait, P${percent}`, zh: `人工等候 P${percent}` },
    definition: {
      en: `The wait that ${percent} % of those served at a counter did not exceed.`,
      zh: `窗口办结客户中 ${percent}% 的等候时长不超过该值。`,
    },
    of: { quantile: percent / 100 },
  };
}

export const MEASURES: readonly Measure[] = [
  perDay(
    'hall.came',
    'came',
    null,
    { en: 'Came', zh: '到厅人数' },
    {
      en: 'Everyone at the door, a day.',
      zh: '每天到厅的全部客户。',
    },
  ),
  perDay(
    'hall.served',
    'served',
    'more',
    { en: 'Served', zh: '办结人数' },
    {
      en: 'Customers a day who were served at a kiosk or a counter.',
      zh: '每天在自助终端或窗口办结的客户数。',
    },
  ),
  perDay(
    'hall.abandoned',
    'abandoned',
    'less',
    { en: 'Left while waiting', zh: '中途离队人数' },
    {
      en: 'Customers a day who left while waiting.',
      zh: '每天在等候中离开的客户数。',
    },
  ),
  perDay(
    'hall.balked',
    'balked',
    'less',
    { en: 'Turned round before waiting', zh: '止步人数' },
    {
      en: 'Customers a day who left on what they saw.',
      zh: '每天看到排队情况后直接离开的客户数。',
    },
  ),
  perDay(
    'hall.unserved',
    'unserved',
    'less',
    { en: 'Refused', zh: '未受理人数' },
    {
      en: 'Customers a day refused after the last ticket, turned away at closing, or with no counter for them.',
      zh: '每天因停止取号、关门清场或无窗口可办而未受理的客户数。',
    },
  ),
  share(
    'hall.served.share',
    'served',
    'came',
    'more',
    { en: 'Served, of all', zh: '办结占比' },
    {
      en: 'Served, of all who came.',
      zh: '办结客户占到厅客户的比例。',
    },
  ),
  share(
    'hall.abandoned.share',
    'abandoned',
    'came',
    'less',
    { en: 'Left while waiting, of all', zh: '中途离队占比' },
    {
      en: 'Left while waiting, of all who came.',
      zh: '中途离队客户占到厅客户的比例。',
    },
  ),
  share(
    'hall.balked.share',
    'balked',
    'came',
    'less',
    { en: 'Turned round before waiting, of all', zh: '止步占比' },
    {
      en: 'Left on what they saw, of all who came.',
      zh: '止步客户占到厅客户的比例。',
    },
  ),
  share(
    'hall.unserved.share',
    'unserved',
    'came',
    'less',
    { en: 'Refused, of all', zh: '未受理占比' },
    {
      en: 'Refused or turned away, of all who came.',
      zh: '未受理客户占到厅客户的比例。',
    },
  ),
  share(
    'hall.serviceLevel.served',
    'inTime',
    'served',
    'more',
    { en: 'In time, of the served', zh: '达标率（办结客户）' },
    {
      en: 'Of those served at a kiosk or counter, the share whose waits in the kiosk line and the counter line together were at most the target.',
      zh: '办结客户中，自助排队与窗口排队等候合计不超过目标时长的比例。',
    },
  ),
  share(
    'hall.serviceLevel.everyone',
    'inTime',
    'came',
    'more',
    { en: 'In time, of everyone', zh: '达标率（全部到厅客户）' },
    {
      en: 'Customers served in time, of everyone who came: leaving does not improve it.',
      zh: '按时办结的客户占全部到厅客户的比例；客户离开不会使其变好。',
    },
  ),
  perDay(
    'counter.joined',
    'joined',
    null,
    { en: 'Joined a counter line', zh: '进入人工队列人数' },
    {
      en: 'Customers a day who joined a counter line, sent on by a kiosk included.',
      zh: '每天进入人工队列的客户数，含自助失败后转入者。',
    },
  ),
  {
    id: 'counter.wait.mean',
    unit: 'min',
    better: 'less',
    label: { en: 'Counter wait, mean', zh: '人工平均等候' },
    definition: {
      en: 'From joining the counter line (after a failed kiosk try: from then, or from the first ticket where the rule keeps the place) to start of service, of those served at a counter.',
      zh: '从进入人工队列（自助失败者自转入时起；规则保留号位者自首次取号起）到开始办理，按窗口办结客户平均。',
    },
    of: { sum: 'counterWait', per: 'counterServed' },
  },
  waitQuantile(50),
  waitQuantile(90),
  waitQuantile(95),
  {
    id: 'counter.wait.max',
    unit: 'min',
    better: 'less',
    label: { en: 'Longest counter wait of a day', zh: '当日最长人工等候' },
    definition: {
      en: "Mean over days of the day's longest counter wait of those served; days on which nobody was served at a counter are left out.",
      zh: '每天窗口办结客户最长等候的日均值；窗口无人办结的日子不计入。',
    },
    of: { sum: 'counterLongest', per: 'counterServedDays' },
  },
  share(
    'counter.within',
    'counterInTime',
    'joined',
    'more',
    { en: 'Served at a counter in time', zh: '窗口按时办理率' },
    {
      en: 'Served at a counter within the target, of all who joined a counter line.',
      zh: '在目标时长内得到窗口服务的客户占进入人工队列客户的比例。',
    },
  ),
  share(
    'counter.abandoned',
    'abandoned',
    'joined',
    'less',
    { en: 'Left the counter line', zh: '人工队列离队率' },
    {
      en: 'Left while waiting for a counter, of all who joined a counter line.',
      zh: '等候窗口时离开的客户占进入人工队列客户的比例。',
    },
  ),
  share(
    'counter.utilisation',
    'busy',
    'paid',
    null,
    { en: 'Counters busy', zh: '窗口利用率' },
    {
      en: 'Minutes of work for customers, of the minutes counters are open and the overtime. A broken counter does no work.',
      zh: '窗口为客户工作的时间占开放时间与加班时间之和的比例；设备故障期间不算工作。',
    },
  ),
  {
    id: 'counter.open',
    unit: 'clerk-min',
    better: 'less',
    label: { en: 'Counters staffed', zh: '窗口在岗时长' },
    definition: {
      en: 'Clerk-minutes a day at counters: open by the roster, clerks on their shift, and counters opened beyond the roster; broken ones too, breaks not. With the overtime it is what the counters cost.',
      zh: '每天窗口在岗的人分钟数：按排班开放、按班次在岗与弹性增开之和；含设备故障期间，不含休息。与加班时长相加即窗口的人力成本。',
    },
    of: { sum: 'staffed', per: 'days' },
  },
  {
    id: 'counter.overtime',
    unit: 'clerk-min',
    better: 'less',
    label: { en: 'Overtime', zh: '加班时长' },
    definition: {
      en: 'Clerk-minutes a day with a customer beyond the roster: after closing, or after the counter should have closed.',
      zh: '每天超出排班仍在办理的人分钟数（关门后或窗口应关闭后）。',
    },
    enoughDays: 200,
    of: { sum: 'overtime', per: 'days' },
  },
  {
    id: 'counter.queue.mean',
    unit: 'people',
    better: 'less',
    label: { en: 'People waiting, mean', zh: '平均等候人数' },
    definition: {
      en: 'People in counter lines, averaged over time from opening to closing.',
      zh: '从开门到关门，人工队列人数的时间平均。',
    },
    of: { sum: 'waiting', per: 'openMinutes' },
  },
  {
    id: 'counter.queue.max',
    unit: 'people',
    better: 'less',
    label: { en: 'Most people waiting', zh: '最多等候人数' },
    definition: {
      en: "Mean over days of the day's largest number of people in counter lines.",
      zh: '每天人工队列最多人数的日均值。',
    },
    of: { sum: 'mostWaiting', per: 'days' },
  },
  share(
    'kiosk.share',
    'kioskFinished',
    'came',
    'more',
    { en: 'Finished at a kiosk', zh: '自助办结占比' },
    {
      en: 'Finished at a kiosk, of all who came.',
      zh: '在自助终端办结的客户占到厅客户的比例。',
    },
  ),
  {
    id: 'kiosk.wait.mean',
    unit: 'min',
    better: 'less',
    label: { en: 'Kiosk wait, mean', zh: '自助平均等候' },
    definition: {
      en: 'Wait in the kiosk line of all who started at a kiosk, zeros included.',
      zh: '所有开始使用自助终端的客户的排队时长，含无需等候者。',
    },
    of: { sum: 'kioskWait', per: 'kioskStarted' },
  },
  share(
    'kiosk.failed',
    'kioskFailed',
    'kioskStarted',
    'less',
    { en: 'Kiosk tries that failed', zh: '自助失败率' },
    {
      en: 'Tries that failed, of those who started at a kiosk.',
      zh: '自助办理失败占开始自助办理的比例。',
    },
  ),
  share(
    'kiosk.utilisation',
    'kioskBusy',
    'kioskMinutes',
    null,
    { en: 'Kiosks busy', zh: '自助终端利用率' },
    {
      en: 'Minutes in use until closing, of the minutes the kiosks are open and not broken.',
      zh: '关门前使用时间占自助终端可用（开放且无故障）时间的比例。',
    },
  ),
  {
    id: 'hall.lastDeparture',
    unit: 'min',
    better: 'less',
    label: { en: 'Last departure', zh: '最后离厅时间' },
    definition: {
      en: 'Minutes after opening at which the last customer left, mean over days; days on which nobody came are left out.',
      zh: '最后一位客户离厅距开门的分钟数，按日平均；无客户的日子不计入。',
    },
    enoughDays: 200,
    of: { sum: 'lastDeparture', per: 'cameDays' },
  },
];

/** Quantile levels of the counter waits, in the order of `MEASURES`. */
export const LEVELS: readonly number[] = MEASURES.flatMap(({ of }) =>
  'quantile' in of ? [of.quantile] : [],
);
