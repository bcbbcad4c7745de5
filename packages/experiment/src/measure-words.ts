/** What a measure is called, and over whom it is taken. */
export interface MeasureWords {
  readonly label: { readonly en: string; readonly zh: string };
  readonly definition: { readonly en: string; readonly zh: string };
}

/** The words of every measure by its id, apart from its rule: who counts needs no words. */
export const MEASURE_WORDS: Readonly<Record<string, MeasureWords>> = {
  'hall.came': {
    label: { en: 'Came', zh: '到厅人数' },
    definition: {
      en: 'Everyone at the door, a day.',
      zh: '每天到厅的全部客户。',
    },
  },
  'hall.served': {
    label: { en: 'Served', zh: '办结人数' },
    definition: {
      en: 'Customers a day who were served at a kiosk or a counter.',
      zh: '每天在自助终端或窗口办结的客户数。',
    },
  },
  'hall.abandoned': {
    label: { en: 'Left while waiting', zh: '中途离队人数' },
    definition: {
      en: 'Customers a day who left while waiting.',
      zh: '每天在等候中离开的客户数。',
    },
  },
  'hall.balked': {
    label: { en: 'Turned round before waiting', zh: '止步人数' },
    definition: {
      en: 'Customers a day who left on what they saw.',
      zh: '每天看到排队情况后直接离开的客户数。',
    },
  },
  'hall.unserved': {
    label: { en: 'Refused', zh: '未受理人数' },
    definition: {
      en: 'Customers a day refused after the last ticket, turned away at closing, or with no counter for them.',
      zh: '每天因停止取号、关门清场或无窗口可办而未受理的客户数。',
    },
  },
  'hall.served.share': {
    label: { en: 'Served, of all', zh: '办结占比' },
    definition: {
      en: 'Served, of all who came.',
      zh: '办结客户占到厅客户的比例。',
    },
  },
  'hall.abandoned.share': {
    label: { en: 'Left while waiting, of all', zh: '中途离队占比' },
    definition: {
      en: 'Left while waiting, of all who came.',
      zh: '中途离队客户占到厅客户的比例。',
    },
  },
  'hall.balked.share': {
    label: { en: 'Turned round before waiting, of all', zh: '止步占比' },
    definition: {
      en: 'Left on what they saw, of all who came.',
      zh: '止步客户占到厅客户的比例。',
    },
  },
  'hall.unserved.share': {
    label: { en: 'Refused, of all', zh: '未受理占比' },
    definition: {
      en: 'Refused or turned away, of all who came.',
      zh: '未受理客户占到厅客户的比例。',
    },
  },
  'hall.serviceLevel.served': {
    label: { en: 'In time, of the served', zh: '达标率（办结客户）' },
    definition: {
      en: 'Of those served at a kiosk or counter, the share whose waits in the kiosk line and the counter line together were at most the target; who held a ticket at the start of the day has waited from then.',
      zh: '办结客户中，自助排队与窗口排队等候合计不超过目标时长的比例；开始时已持号者自取号时起计。',
    },
  },
  'hall.serviceLevel.everyone': {
    label: { en: 'In time, of everyone', zh: '达标率（全部到厅客户）' },
    definition: {
      en: 'Customers served in time, of everyone who came: leaving does not improve it.',
      zh: '按时办结的客户占全部到厅客户的比例；客户离开不会使其变好。',
    },
  },
  'counter.joined': {
    label: { en: 'Joined a counter line', zh: '进入人工队列人数' },
    definition: {
      en: 'Customers a day who joined a counter line, sent on by a kiosk included.',
      zh: '每天进入人工队列的客户数，含自助失败后转入者。',
    },
  },
  'counter.wait.mean': {
    label: { en: 'Counter wait, mean', zh: '人工平均等候' },
    definition: {
      en: 'From joining the counter line (after a failed kiosk try: from then, or from the first ticket where the rule keeps the place; who held a ticket at the start of the day: from that) to start of service, of those served at a counter.',
      zh: '从进入人工队列（自助失败者自转入时起，规则保留号位者自首次取号起；开始时已持号者自取号时起）到开始办理，按窗口办结客户平均。',
    },
  },
  'counter.wait.p50': {
    label: { en: 'Counter wait, P50', zh: '人工等候 P50' },
    definition: {
      en: 'The wait that 50 % of those served at a counter did not exceed.',
      zh: '窗口办结客户中 50% 的等候时长不超过该值。',
    },
  },
  'counter.wait.p90': {
    label: { en: 'Counter wait, P90', zh: '人工等候 P90' },
    definition: {
      en: 'The wait that 90 % of those served at a counter did not exceed.',
      zh: '窗口办结客户中 90% 的等候时长不超过该值。',
    },
  },
  'counter.wait.p95': {
    label: { en: 'Counter wait, P95', zh: '人工等候 P95' },
    definition: {
      en: 'The wait that 95 % of those served at a counter did not exceed.',
      zh: '窗口办结客户中 95% 的等候时长不超过该值。',
    },
  },
  'counter.wait.max': {
    label: { en: 'Longest counter wait of a day', zh: '当日最长人工等候' },
    definition: {
      en: "Mean over days of the day's longest counter wait of those served; days on which nobody was served at a counter are left out.",
      zh: '每天窗口办结客户最长等候的日均值；窗口无人办结的日子不计入。',
    },
  },
  'counter.within': {
    label: { en: 'Served at a counter in time', zh: '窗口按时办理率' },
    definition: {
      en: 'Served at a counter within the target, of all who joined a counter line.',
      zh: '在目标时长内得到窗口服务的客户占进入人工队列客户的比例。',
    },
  },
  'counter.abandoned': {
    label: { en: 'Left the counter line', zh: '人工队列离队率' },
    definition: {
      en: 'Left while waiting for a counter, of all who joined a counter line.',
      zh: '等候窗口时离开的客户占进入人工队列客户的比例。',
    },
  },
  'counter.utilisation': {
    label: { en: 'Counters busy', zh: '窗口利用率' },
    definition: {
      en: 'Minutes of work for customers, of the minutes counters are open and the overtime. A broken counter does no work.',
      zh: '窗口为客户工作的时间占开放时间与加班时间之和的比例；设备故障期间不算工作。',
    },
  },
  'counter.open': {
    label: { en: 'Counters staffed', zh: '窗口在岗时长' },
    definition: {
      en: 'Clerk-minutes a day at counters: open by the roster, clerks on their shift, and counters opened beyond the roster; broken ones too, breaks not. With the overtime it is what the counters cost.',
      zh: '每天窗口在岗的人·分钟数：按排班开放、按班次在岗与弹性增开之和；含设备故障期间，不含休息。与加班时长相加即窗口的人力成本。',
    },
  },
  'counter.overtime': {
    label: { en: 'Overtime', zh: '加班时长' },
    definition: {
      en: 'Clerk-minutes a day with a customer beyond the roster: after closing, or after the counter should have closed.',
      zh: '每天超出排班仍在办理的人·分钟数（关门后或窗口应关闭后）。',
    },
  },
  'counter.queue.mean': {
    label: { en: 'People waiting, mean', zh: '平均等候人数' },
    definition: {
      en: 'People in counter lines, averaged over time from opening to closing.',
      zh: '从开门到关门，人工队列人数的时间平均。',
    },
  },
  'counter.queue.max': {
    label: { en: 'Most people waiting', zh: '最多等候人数' },
    definition: {
      en: "Mean over days of the day's largest number of people in counter lines.",
      zh: '每天人工队列最多人数的日均值。',
    },
  },
  'kiosk.share': {
    label: { en: 'Finished at a kiosk', zh: '自助办结占比' },
    definition: {
      en: 'Finished at a kiosk, of all who came.',
      zh: '在自助终端办结的客户占到厅客户的比例。',
    },
  },
  'kiosk.wait.mean': {
    label: { en: 'Kiosk wait, mean', zh: '自助平均等候' },
    definition: {
      en: 'Wait in the kiosk line of all who started at a kiosk, zeros included.',
      zh: '所有开始使用自助终端的客户的排队时长，含无需等候者。',
    },
  },
  'kiosk.failed': {
    label: { en: 'Kiosk tries that failed', zh: '自助失败率' },
    definition: {
      en: 'Tries that failed, of those who started at a kiosk.',
      zh: '自助办理失败占开始自助办理的比例。',
    },
  },
  'kiosk.utilisation': {
    label: { en: 'Kiosks busy', zh: '自助终端利用率' },
    definition: {
      en: 'Minutes in use until closing, of the minutes the kiosks are open and not broken.',
      zh: '关门前使用时间占自助终端可用（开放且无故障）时间的比例。',
    },
  },
  'hall.lastDeparture': {
    label: { en: 'Last departure', zh: '最后离厅时间' },
    definition: {
      en: 'Minutes after opening at which the last customer left, mean over days; days on which nobody came are left out.',
      zh: '最后一位客户离厅距开门的分钟数，按日平均；无客户的日子不计入。',
    },
  },
};
