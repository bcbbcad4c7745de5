import type { Catalog } from './en.js';

/** 界面的全部中文。数字传入时已按读者语言写好。 */
export const zh = {
  language: '中文',
  title: 'hallsim：营业厅排队仿真',

  bar: {
    hall: '营业厅',
    ownFile: (name: string) => `我的文件：${name}`,
    day: '日期类型',
    plainDay: '普通日',
    undo: '撤销（Ctrl+Z）',
    redo: '重做（Ctrl+Shift+Z）',
    reset: '恢复到打开时的样子',
    help: '按键说明（?）',
    theme: { auto: '配色：跟随系统', light: '配色：浅色', dark: '配色：深色' },
    otherLanguage: 'English',
    settings: '语言、配色与帮助',
    edits: '编辑',
  },

  whatIf: {
    heading: '假设分析',
    base: '基准',
    asOpened: '基准：营业厅现状',
    hint: '拖动开放窗口图中的台阶，即可做出自己的方案。',
  },

  run: {
    heading: '仿真',
    seed: '随机种子',
    seedHint: '同一种子产生同一批顾客，命令行结果也相同。',
    reroll: '换一批顾客（R）',
    days: '天数',
  },

  file: {
    heading: '文件',
    open: '打开文件…',
    drop: '或将文件拖放到页面任意位置。',
    stays: '数据不会离开您的浏览器。',
    dropHere: '松开鼠标即可打开营业厅文件',
    save: '保存营业厅',
    csv: '结果 CSV',
    json: '结果 JSON',
    print: '打印',
    command: '在命令行得到同样的数字',
    commandAfterSaving: '请先保存营业厅，再在命令行得到同样的数字：',
    copy: '复制',
    copied: '已复制',
    opened: (name: string) => `已打开 ${name}。`,
    badHeading: (name: string) => `未能打开 ${name}`,
    badLead: (count: number) => `文件中有 ${count} 处需要修改。屏幕上的营业厅保持不变。`,
    line: (line: number) => `第 ${line} 行`,
    wholeFile: '整个文件',
    more: (count: number) => `……另有 ${count} 处。`,
    close: '关闭',
    notes: (count: number) => `有 ${count} 项内容暂未参与仿真`,
  },

  day: {
    heading: '全天走势',
    slot: (from: string, to: string) => `${from}–${to}`,
    showTable: '表格',
    hideTable: '收起表格',
    time: '时段',
    baseColumn: (name: string) => `A ${name}`,
  },

  arrivals: {
    title: '每半小时预计客流量',
    finding: (total: string, from: string, to: string, most: string) =>
      `全天预计 ${total} 人；高峰在 ${from}–${to}，半小时 ${most} 人。`,
    readout: (slot: string, customers: string) => `${slot}：预计 ${customers} 人。`,
    against: (customers: string) => `基准：${customers} 人。`,
    column: '客流量',
    none: '当天预计无人到来。',
  },

  staffing: {
    title: '开放窗口数',
    titleOf: (group: string) => `开放窗口数：${group}`,
    tabs: '窗口组',
    finding: (least: string, most: string, count: string, hours: string) =>
      `共 ${count} 个窗口，开放 ${least}–${most} 个，合计 ${hours} 窗口小时。可拖动台阶或用方向键调整。`,
    same: (most: string, count: string, hours: string) =>
      `共 ${count} 个窗口，全天开放 ${most} 个，合计 ${hours} 窗口小时。可拖动台阶或用方向键调整。`,
    counters: (count: number) => `开放 ${count} 个窗口`,
    readout: (slot: string, counters: string) => `${slot}：${counters}。`,
    against: (count: string) => `基准：${count} 个。`,
    column: '开放',
    earlier: '上一个半小时',
    later: '下一个半小时',
    fewer: '减少一个窗口',
    more: '增加一个窗口',
    byShifts: '该营业厅按班次排班。只有带 open 计划的窗口组可以在此调整。',
  },

  queue: {
    title: '等候人数',
    finding: (from: string, to: string, median: string, low: string, high: string) =>
      `${from}–${to} 最长：一般的日子有 ${median} 人等候，十天中有九天在 ${low} 到 ${high} 人之间。`,
    none: '几乎没有人需要等候。',
    allBusy: (from: string, to: string) => `${from}–${to} 窗口几乎一直在忙。`,
    readout: (slot: string, median: string, p25: string, p75: string, p05: string, p95: string) =>
      `${slot}：中位数 ${median} 人；半数日子 ${p25}–${p75} 人，九成日子 ${p05}–${p95} 人。`,
    against: (median: string) => `基准：中位数 ${median} 人。`,
    pending: '正在仿真最初几天。',
    caption: '线：中位数；深色带：半数日子；浅色带：九成日子。均为该时刻的情形。',
    columns: ['5%', '25%', '中位数', '75%', '95%'],
    baseColumn: 'A 中位数',
  },

  answer: {
    heading: '结论',
    against: (name: string) => `${name}，与基准相比`,
    interval: (percent: string, low: string, high: string) => `${percent} 区间 ${low}–${high}`,
    points: (value: string) => `${value} 个百分点`,
    minutes: (value: string) => `${value} 分钟`,
    hoursChange: (value: string) => `${value} 小时`,
    change: (value: string, low: string, high: string) => `${value}（${low} 至 ${high}）`,
    verdict: {
      better: '确有改善，并非偶然。',
      worse: '确有恶化，并非偶然。',
      different: '确有差别，并非偶然。',
      uncertain: '尚不能确定。',
      same: '每位顾客的情形都相同。',
    },
    moreDays: (days: string) => `尚不能确定：约需 ${days} 天才能判断。`,
    nothing: '没有观测到，因此没有数值。',
    within: {
      name: (target: string) => `等候不超过 ${target}`,
      sentence: (served: string) => `占全部到厅顾客；占已办理顾客的 ${served}。`,
      meets: (target: string) => `达到 ${target} 的目标。`,
      misses: (target: string) => `未达到 ${target} 的目标。`,
      unclear: (target: string) => `接近 ${target} 的目标，需要更多天数才能判断。`,
    },
    left: {
      name: '未办理离开',
      sentence: (abandoned: string, balked: string, unserved: string) =>
        `等候中弃号 ${abandoned}，见队长止步 ${balked}，来晚未取到号 ${unserved}。`,
    },
    p90: {
      name: '九成顾客等候少于',
      sentence: (mean: string) => `指在窗口办理的顾客；平均等候 ${mean}。`,
    },
    busy: {
      name: '窗口利用率',
      sentence: (share: string) => `占有人值守的时间；自助终端办理 ${share} 的顾客。`,
      alone: '占有人值守的时间。',
    },
    hours: {
      name: '窗口小时',
      sentence: '全天开放窗口的合计时长。',
      value: (hours: string) => `${hours} 小时`,
      known: (change: string) => `每天 ${change}，由方案决定。`,
    },
  },

  status: {
    days: (done: string, of: string) => (done === of ? `${of} 天` : `${done} / ${of} 天`),
    milliseconds: (ms: string) => `${ms} 毫秒`,
    seed: (seed: string) => `种子 ${seed}`,
    precision: (points: string) => `±${points} 个百分点`,
    glance: (within: string) => `按时 ${within}`,
    computing: '正在计算…',
    settled: (within: string, left: string, p90: string) =>
      `按时 ${within}，未办理离开 ${left}，九成顾客等候少于 ${p90}。`,
  },

  trouble: {
    stopped: '这次仿真中断了。营业厅与方案均完好。',
    again: '重新运行',
    details: '详情',
  },

  keys: {
    heading: '按键说明',
    rows: [
      ['↑ ↓', '在台阶上：增加或减少一个窗口'],
      ['Page Up、Page Down', '增加或减少三个窗口'],
      ['Home、End', '全部关闭、全部开放'],
      ['← →', '下一个台阶；沿图表移动'],
      ['T', '显示图表的数据表'],
      ['[ ]', '上一个或下一个方案'],
      ['R', '换一批顾客'],
      ['Ctrl+Z、Ctrl+Shift+Z', '撤销、重做'],
      ['?', '本说明'],
    ],
  },
} satisfies Catalog;
