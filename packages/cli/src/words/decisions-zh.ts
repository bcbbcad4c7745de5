import type { decisionsEn, NearlyKept, Undecided } from './decisions-en.js';
import { timeZh } from './zh-units.js';

/** 用于权衡方案的命令（sweep、staff、month）的全部中文。 */
export const decisionsZh = {
  sweep: {
    grid: (cells: number) => `${cells} 种组合`,
    writeSet: (text: string) => `--set ${text}：请写路径及取值，例如 --set kiosks.count=2,3,4。`,
    interrupted: (done: number, of: number) =>
      `已中断：结果含 ${of} 种组合中的 ${done} 种；最后一种的天数可能较少。`,
    columns: {
      days: '天数',
      inTime: '达标率',
      interval: '区间',
      mean: '平均等候（分）',
      p90: 'P90（分）',
      left: '中途离队',
      busy: '利用率',
    },
    all: '以上并不完整。完整的网格：',
    how: '各种组合面对同一批客户。',
  },
  staff: {
    searching: (days: number) => `已试算各方案共 ${days.toLocaleString('en-US')} 天`,
    interrupted: '已中断：以下为目前找到的最好方案。',
    level: (share: string, within: string, per: 'day' | 'half-hour') =>
      `${per === 'day' ? '' : '每个半小时的'}全部到厅客户中 ${share} 在 ${timeZh(within)}内办理`,
    control: (times: string) => `因已知预期客流，这些天数相当于 ${times} 倍的天数（控制变量）。`,
    worst: '所列达标率为最差的半小时。',
    outOfReach: (halfHours: string) =>
      `以下半小时即使开放全部窗口也达不到承诺，方案不计入：${halfHours}。`,
    outOfReachOne: (from: string, to: string, reached: string) =>
      `${from}–${to}（最多 ${reached}）`,
    abandoned: (share: string) => `全部到厅客户中途离队不超过 ${share}`,
    target: '承诺',
    equal: (promise: string, points: string) => `${promise}（相差 ${points} 个百分点以内视为相等）`,
    deciding: (days: number, search: number, seed: string) =>
      `${days} 天用于判定，此前搜索 ${search} 天，随机种子 “${seed}”`,
    counters: '开放窗口',
    half: '半小时',
    sum: '窗口小时',
    reached: (value: string, low: string, high: string) => `${value}（${low} 至 ${high}）`,
    warmUp: (until: string) =>
      `${until} 之前为预热时段，按文件开放窗口；这段时间的窗口和到厅客户均不计入。`,
    nothing: '无人到厅',
    notJudged: '尚未判定',
    offShift: '* 在文件的班次之外：该岗位这半小时内无人全程当班',
    plan: '本方案',
    file: '文件中的排班',
    already: (share: string, hours: string, plan: string) =>
      `文件中的排班已经达到承诺：${share}，${hours} 窗口小时；本方案也需 ${plan} 窗口小时。没有理由更换。`,
    outcome: {
      met: '承诺达到：区间下限不低于目标。',
      'within-indifference': ({ end, share, points }: NearlyKept) =>
        `承诺达到：区间${end.is} ${end.value} 与目标 ${share} 相差不到 ${points} 个百分点，视为相等。`,
      missed:
        '承诺未达到：整个区间都未达到目标。现有窗口中再开哪一个都无帮助；在试过的方案中，此方案最接近承诺。',
      undecided: ({ interval, share, days }: Undecided) =>
        `这些天数还不足以判定：区间 ${interval} 包含目标 ${share}，而现有窗口中再开哪一个都无帮助。请增加天数，例如 --replications ${days}。`,
      stopped: '尚未判定：在判定承诺是否达到之前已被中断。所列窗口为搜索到此为止的结果。',
      'nobody-came': '这些天没有客户到厅，承诺无从谈起。',
    },
    ends: { low: '下限', high: '上限' },
    noneLessFails:
      '按这些天数不能确定少开一个窗口就达不到承诺：少开一个窗口的方案都不能判定为达不到。',
    notFewest: (ties: number, of: number) =>
      `按这些天数不能确定这些窗口缺一不可：少开一个窗口的 ${of} 个方案中，${ties} 个也可能达到承诺。`,
    whole: '完整结果：',
    moreDays: '不写 --replications 时天数按需要取。',
    beside: {
      title: (days: number) => `其他变化（同一批客户，${days} 天）`,
      service: (name: string, loses: boolean) =>
        `达标率：${name}（${loses ? '下降最多' : '提高最少'}的业务）`,
      customer: (name: string, loses: boolean) =>
        `达标率：${name}（${loses ? '下降最多' : '提高最少'}的客群）`,
      overtime: (name: string) => `${name}，不含在窗口小时内`,
      fell: (name: string, file: string, plan: string) => `${name}由 ${file} 降至 ${plan}`,
      fallen: (whom: string) => `此方案使部分客户明显受损。其全部客户的达标率：${whom}。`,
      and: '；',
    },
    defaults: {
      both: (promise: string) =>
        `文件未写服务水平目标，此处采用缺省值：${promise}。请在 targets.service-level 下写明，例如 { "within": "10 min", "atLeast": "85%" }。`,
      share: (share: string) =>
        `文件未写目标比例，此处采用缺省值 ${share}。请在 targets.service-level.atLeast 写明。`,
      within: (within: string) =>
        `文件未写目标时间，此处采用缺省值 ${timeZh(within)}。请在 targets.service-level.within 写明。`,
    },
    noneAsked: '不写 --target 时按服务水平排班，缺省为 10 分钟内办理 80%。',
    leftOut: (what: string) => `文件中有而本方案未考虑：${what}。`,
    andSo: '、',
    left: {
      elastic: '排队时临时加开的窗口',
      shifts: '营业员的班次（每半小时各岗位人数以编制为限）',
      breaks: '休息',
      absence: '缺勤',
      errors: '返工',
      breakdowns: '营业员共用窗口的故障',
    },
    wholeFile: '“文件中的排班”一行则与 `hallsim run` 一样全部计入。',
    longDay: {
      message: (halfHours: number, most: number) =>
        `这一天有 ${halfHours.toLocaleString('en-US')} 个计入统计的半小时，最多只能为其中 ${most} 个（两天）排窗口。`,
      fix: '请用营业时间（“opens” 和 “closes”）代替 “lasts”，或使 “lasts” 不超过 48 h。',
    },
    less: '少开一个窗口',
    lessColumns: { group: '窗口组', from: '起始', value: '达到', interval: '区间' },
    verdict: {
      fails: '达不到承诺',
      tie: '未能判定：区间包含承诺',
      'only-counter': '保持开放：是部分客户唯一的窗口',
    },
    fails: (fails: number, of: number) =>
      `少开一个窗口的 ${of} 个方案中，${fails} 个达不到承诺。其余：`,
    noneFails: (of: number) => `少开一个窗口的 ${of} 个方案都不能判定为达不到承诺：`,
    allFail: (of: number, nearest: string) =>
      `少开一个窗口的 ${of} 个方案全部达不到承诺，最接近的为 ${nearest}。`,
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
    missed: (missed: number, open: number, share: string) =>
      `! 确定未达到目标 ${share}（整个区间都低于目标）：${open} 个营业日中的 ${missed} 个。`,
    undecided: (undecided: number, open: number, share: string) =>
      `? 这些次数尚不能判定是否达到目标 ${share}：${open} 个营业日中的 ${undecided} 个。`,
    fewMonths: '太少：少于 20 次时，各日的区间包含真值的机会低于所称的置信度',
    allClosed: '这些日期均不营业，没有客户到厅。',
    same: '每次重复都相同',
    totals: '各日合计',
    whole: '全部营业日',
    units: { customers: '人', 'clerk-min': '人·分钟' },
  },
} satisfies typeof decisionsEn;
