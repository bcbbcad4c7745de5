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
    hint: '调整“开放窗口数”图中的台阶，即可做出自己的方案。',
  },

  run: {
    heading: '仿真',
    seed: '随机种子',
    seedHint: '同一种子产生同一批客户，命令行结果也相同。',
    reroll: '换一批客户（R）',
    days: '天数',
  },

  file: {
    heading: '文件',
    open: '打开文件…',
    drop: '或将文件拖放到页面任意位置。',
    stays: '数据不会离开您的浏览器。',
    dropHere: '松开鼠标即可打开营业厅文件',
    save: '保存营业厅',
    keeps: '保存的营业厅会以当前的日期类型、种子与天数打开。',
    answers: '结论 CSV',
    halfHours: '半小时 CSV',
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
    worthKnowing: '关于此文件的提示',
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
      `共 ${count} 个窗口，开放 ${least}–${most} 个，合计 ${hours} 窗口小时。`,
    same: (most: string, count: string, hours: string) =>
      `共 ${count} 个窗口，全天开放 ${most} 个，合计 ${hours} 窗口小时。`,
    elastic: (more: string) => `排队长时最多再增开 ${more} 个。`,
    hint: '可拖动台阶或用方向键调整。',
    counters: (count: number) => `开放 ${count} 个窗口`,
    readout: (slot: string, counters: string) => `${slot}：${counters}。`,
    against: (count: string) => `基准：${count} 个。`,
    column: '开放',
    earlier: '上一个半小时',
    later: '下一个半小时',
    fewer: '减少一个窗口',
    more: '增加一个窗口',
    byShifts: '该营业厅按班次排班，班次在营业厅文件中设定。只有按时段开放的窗口组可在此调整。',
  },

  queue: {
    title: '窗口等候人数',
    finding: (from: string, to: string, median: string, low: string, high: string) =>
      `${from}–${to} 人数最多：一般的日子 ${median} 人，十天中有九天在 ${low} 到 ${high} 人之间。`,
    oneDay: (from: string, to: string, people: string) =>
      `${from}–${to} 人数最多：${people} 人。仅一天说明不了什么，多仿真几天才能看出日间差异。`,
    none: '无论哪一天，几乎都无人需要等候窗口。',
    readout: (slot: string, median: string, p25: string, p75: string, p05: string, p95: string) =>
      `${slot}：中位数 ${median} 人；半数日子 ${p25}–${p75} 人，九成日子 ${p05}–${p95} 人。`,
    against: (median: string) => `基准：中位数 ${median} 人。`,
    pending: '正在仿真最初几天。',
    caption: (days: string) =>
      `各时段的平均人数，共仿真 ${days} 天。线：中位数；深色带：居中的半数日子；浅色带：居中的九成日子。`,
    captionOneDay: '这一天各时段的平均人数。',
    captionBase: '虚线：基准的中位数；点线：基准九成日子的上限。',
    columns: ['5%', '25%', '中位数', '75%', '95%'],
    baseColumn: 'A 中位数',
  },

  answer: {
    heading: '结论',
    against: (name: string) => `${name}，与基准相比`,
    paired: (percent: string) => `差值按同一批客户逐日配对计算，括号内为其 ${percent} 区间。`,
    sameDay: '在这一日期类型下与基准相同：它只改动其他日期类型。请在上方另选日期类型。',
    marks: '刻度条上：圆点为数值，浅色条为区间，长竖线为目标。',
    marksBase: '短竖线为基准。',
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
      same: '没有差别。',
    },
    moreDays: (days: string) => `尚不能确定：约需再仿真 ${days} 天才能判断。`,
    nothing: '无人到来，因此没有数值。',
    within: {
      name: (target: string) => `${target}内开始办理`,
      sentence: (served: string) => `占全部到厅客户；若只计已办理的客户，为 ${served}。`,
      meets: (target: string) => `达到 ${target} 的目标。`,
      misses: (target: string) => `未达到 ${target} 的目标。`,
      unclear: (target: string) => `接近 ${target} 的目标，需要更多天数才能判断。`,
      oneDay: (target: string) => `仅凭一天无法判断是否达到 ${target} 的目标。`,
    },
    left: {
      name: '未办理离开',
      sentence: (abandoned: string, balked: string, unserved: string) =>
        `占全部到厅客户：中途离队 ${abandoned}，见队长止步 ${balked}，未受理 ${unserved}。`,
    },
    p90: {
      name: '九成客户等候少于',
      sentence: (mean: string) => `指在窗口办理的客户；平均等候 ${mean}。`,
      nothing: '无人在窗口办理，因此没有等候时长。',
    },
    busy: {
      name: '窗口利用率',
      sentence: (share: string) => `占有人值守的时间；全部到厅客户中有 ${share} 在自助终端办结。`,
      alone: '占有人值守的时间。',
      nothing: '没有窗口有人值守。',
    },
    hours: {
      name: '窗口小时',
      sentence: '各窗口组全天开放时长合计。',
      value: (hours: string) => `${hours} 小时`,
      known: (change: string) => `各窗口组合计；每天比基准 ${change}。`,
    },
  },

  status: {
    days: (done: string, of: string) => (done === of ? `${of} 天` : `${done} / ${of} 天`),
    milliseconds: (ms: string) => `用时 ${ms} 毫秒`,
    seed: (seed: string) => `种子 ${seed}`,
    precision: (target: string, points: string) => `${target}内开始办理：±${points} 个百分点`,
    glance: (target: string, within: string) => `${target}内：${within}`,
    computing: '正在计算…',
    settled: (target: string, within: string, left: string, p90: string) =>
      `${target}内开始办理：${within}；未办理离开：${left}；九成客户等候少于：${p90}。`,
  },

  pressure: {
    counters: '窗口',
    byShifts: '按班次值守的窗口',
    closed: (counters: string, from: string, to: string) =>
      `${counters}：${from}–${to} 有人等候，却一个也未开放。`,
    shrinks: (counters: string, from: string, to: string, until: string) =>
      `${counters}：${from}–${to} 几乎一直有人排队，${until} 起队伍才开始缩短。`,
    stays: (counters: string, from: string, to: string) =>
      `${counters}：${from}–${to} 几乎一直有人排队，其间队伍未见缩短。`,
    allOpen: '这些窗口届时已全部开放。',
    look: '查看这些窗口',
    remedy: (counters: string | null, from: string, to: string) =>
      `${from}–${to} 加开 1 个窗口${counters === null ? '' : `：${counters}`}`,
  },

  trouble: {
    stopped: '这次仿真中断了。营业厅与方案均完好。',
    plan: '此方案无法运行；撤销可退回上一步。',
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
      ['R', '换一批客户'],
      ['Ctrl+Z、Ctrl+Shift+Z', '撤销、重做'],
      ['Ctrl +、Ctrl −', '放大、缩小文字（浏览器缩放，投影时适用）'],
      ['?', '本说明'],
    ],
  },
} satisfies Catalog;
