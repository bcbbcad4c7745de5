import type { decisionsEn } from './decisions-en.js';

/** 用于权衡方案的命令（sweep、month）的全部中文。 */
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
