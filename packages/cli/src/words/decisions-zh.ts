import type { decisionsEn } from './decisions-en.js';

/** 用于权衡方案的命令（sweep）的全部中文。 */
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
} satisfies typeof decisionsEn;
