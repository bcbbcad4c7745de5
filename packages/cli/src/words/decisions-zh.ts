import type { decisionsEn } from './decisions-en.js';

/** 用于权衡方案的命令（sweep、staff、month）的全部中文。 */
export const decisionsZh = {
  sweep: {
    grid: (cells: number) => `${cells} 种组合`,
    writeSet: (text: string) => `--set ${text}：请写路径及取值，例如 --set kiosks.count=2,3,4。`,
    interrupted: (done: number, of: number) =>
      `已中断：结果含 ${of} 种组合中的 ${done} 种；最后一种的天数可能较少。`,
    columns: {
      inTime: '达标率',
      interval: '区间',
      mean: '平均等候（分）',
      p90: 'P90（分）',
      left: '中途离队',
      busy: '利用率',
    },
    how: '各种组合面对同一批客户。',
  },
  staff: {
    searching: (days: number) => `已试算各方案共 ${days.toLocaleString('en-US')} 天`,
    interrupted: '已中断：以下为目前找到的最好方案。',
    level: (share: string, within: string) => `全部到厅客户中 ${share} 在 ${within} 内办理`,
    abandoned: (share: string) => `全部到厅客户中途离队不超过 ${share}`,
    target: '承诺',
    deciding: (days: number, search: number, seed: string) =>
      `${days} 天用于判定，此前搜索 ${search} 天，随机种子 “${seed}”`,
    counters: '开放窗口',
    half: '半小时',
    sum: '窗口小时',
    reached: (value: string, low: string, high: string) => `${value}（${low} 至 ${high}）`,
    plan: '本方案',
    file: '文件中的排班',
    outcome: {
      met: '承诺达到：区间下限不低于目标。',
      'within-indifference': (points: string) =>
        `承诺在 ${points} 个百分点以内达到，小于此差别视为相等。`,
      missed: '无论开多少窗口都达不到承诺。此方案是用现有窗口最接近承诺的方案。',
    },
    less: '少开一个窗口',
    lessColumns: { group: '窗口组', from: '起始', value: '达到', interval: '区间' },
    verdict: {
      fails: '达不到',
      tie: '难分：与承诺没有可辨的差别',
      'only-counter': '保持开放：是部分客户唯一的窗口',
    },
    fails: (fails: number, of: number, nearest: string) =>
      `${of} 个相邻方案中有 ${fails} 个达不到，最接近的为 ${nearest}。其余：`,
    noneFails: (of: number) => `${of} 个相邻方案均未判定为达不到，如下：`,
    allFail: (of: number, nearest: string) => `${of} 个相邻方案全部达不到，最接近的为 ${nearest}。`,
    gain: (factor: string) => `已知预计客流量，相当于多仿真到 ${factor} 倍的天数。`,
  },
  month: {
    noCalendar: (file: string) =>
      `${file} 中没有日历：每一天都营业，且均为通常的日期类型。可在 “calendar” 下写明星期、每月几日和具体日期。`,
    interrupted: (done: number, of: number) =>
      `已中断：以下为整月 ${of} 次重复中 ${done} 次的结果。`,
    dates: '日期',
    fromTo: (from: string, to: string, open: number, of: number) =>
      `${from} 至 ${to}，共 ${of} 天，营业 ${open} 天`,
    replications: '重复次数',
    weekdays: {
      mon: '周一',
      tue: '周二',
      wed: '周三',
      thu: '周四',
      fri: '周五',
      sat: '周六',
      sun: '周日',
    },
    closed: '不营业',
    columns: {
      date: '日期',
      weekday: '',
      day: '日期类型',
      factor: '系数',
      came: '到厅',
      inTime: '达标率',
      interval: '区间',
      mean: '平均等候（分）',
      p90: 'P90（分）',
      left: '中途离队',
      busy: '利用率',
    },
    totals: '各日合计',
    whole: '全部营业日',
    units: { customers: '人', 'clerk-min': '人分钟' },
  },
} satisfies typeof decisionsEn;
