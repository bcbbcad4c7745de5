import type { Said } from './say.js';
import { didYouMean, forCustomers, forCustomersZh, say } from './say.js';

const kinds = {
  service: ['a service', '业务'],
  customer: ['a customer class', '客户类别'],
  'day-type': ['a day type', '日类型'],
  roster: ['a roster of every counter group', '各窗口组都有的排班'],
  variant: ['a variant', '方案'],
  server: ['a counter group or kind of clerks', '窗口组或营业员'],
  group: ['a counter group of the base', '窗口组'],
} as const;

/** What an id can refer to. */
export type IdKind = keyof typeof kinds;

const wholes = {
  customers: ['The shares of the customer classes', '各类客户占比'],
  services: ['The shares of the services', '各项业务占比'],
  mix: ['The shares of the services on this day type', '该日类型的各项业务占比'],
  rushMix: ['The shares of the services in this rush', '该突发客流的各项业务占比'],
  classMix: ['The shares of the services of this class', '该类客户的各项业务占比'],
  profile: ['The shares of the day', '全天各时段占比'],
  classProfile: ["The shares of this class's day", '该类客户的各时段占比'],
  sizes: ['The shares of the party sizes', '同行人数各档占比'],
} as const;

/** What is cut into shares of 100%. */
export type Whole = keyof typeof wholes;

/** Faults of meaning: every value is well written, but they do not fit together. */
export const meaningMessages = {
  'unknown-id': (p: { id: string; kind: IdKind; known: readonly string[] }): Said => ({
    message: {
      en: `"${p.id}" is not ${kinds[p.kind][0]}.`,
      zh: `“${p.id}” 不是已定义的${kinds[p.kind][1]}。`,
    },
    fix: didYouMean(p.id, p.known),
  }),
  'reserved-id': (p: { id: string }): Said =>
    say(
      `The id "${p.id}" is taken.`,
      `标识 “${p.id}” 已被占用。`,
      'Choose another id.',
      '请换一个标识。',
    ),
  'listed-twice': (p: { id: string }): Said =>
    say(`"${p.id}" is listed twice.`, `“${p.id}” 重复列出。`, 'Keep one.', '请只保留一个。'),
  'shares-sum': (p: { whole: Whole; sum: string }): Said =>
    say(
      `${wholes[p.whole][0]} add up to ${p.sum}; they should add up to 100%.`,
      `${wholes[p.whole][1]}合计 ${p.sum}，应为 100%。`,
      'Change them so that they add up to 100% (0.01% more or less is accepted).',
      '请调整，使合计为 100%（允许误差 0.01%）。',
    ),
  'closed-share': (p: { share: string; from: string; to: string }): Said =>
    say(
      `${p.share} of the day would come between ${p.from} and ${p.to}, while the hall is closed.`,
      `${p.from} 至 ${p.to} 营业厅关闭，却有全天 ${p.share} 的客户在此时段到达。`,
      'Move the share to a time when the hall is open, or write 0%.',
      '请将该占比移到营业时段，或写 0%。',
    ),
  'out-of-range': (
    p: { value: string; most: string } & ({ least: string } | { above: string }),
  ): Said =>
    say(
      `${p.value} is out of range.`,
      `${p.value} 超出范围。`,
      'above' in p
        ? `Give more than ${p.above}, up to ${p.most}.`
        : `Give ${p.least} to ${p.most}.`,
      'above' in p
        ? `应大于 ${p.above}，不超过 ${p.most}。`
        : `应在 ${p.least} 至 ${p.most} 之间。`,
    ),
  'zero-time': (p: { value: string }): Said =>
    say(
      `${p.value} is no time at all; it has to be more than zero.`,
      `${p.value} 为零，此处时长必须大于零。`,
      'Write a longer time.',
      '请写大于零的时长。',
    ),
  'one-spread': (p: { found: readonly string[]; known: readonly string[] }): Said => {
    const all = p.known.map((k) => `"${k}"`);
    const fix = {
      en: `Keep exactly one of ${all.join(', ')}.`,
      zh: `请只写其中一个：${all.join('、')}。`,
    };
    if (p.found.length === 0) {
      return { message: { en: 'No spread is named.', zh: '未指定分布。' }, fix };
    }
    const found = p.found.map((k) => `"${k}"`);
    return {
      message: {
        en: `${found.join(' and ')} are both named; a time has one spread.`,
        zh: `同时写了 ${found.join('和')}，时长只能有一种分布。`,
      },
      fix,
    };
  },
  'from-after-to': (p: { from: string; to: string }): Said =>
    say(
      `It starts at ${p.from}, which is not before its end ${p.to}.`,
      `开始 ${p.from} 不早于结束 ${p.to}。`,
      'Let it end later than it starts.',
      '请让结束晚于开始。',
    ),
  'hours-order': (p: { from: string; before: string }): Said =>
    say(
      `This period starts at ${p.from}, before the one above ends (${p.before}).`,
      `该时段于 ${p.from} 开始，早于上一时段的结束 ${p.before}。`,
      'Put the periods in order, without overlap.',
      '请按先后排列，且不重叠。',
    ),
  'hours-disagree': (p: { key: string; value: string; hours: string }): Said =>
    say(
      `"${p.key}" says ${p.value}, but "hours" says ${p.hours}.`,
      `“${p.key}” 为 ${p.value}，而 “hours” 为 ${p.hours}。`,
      `Delete "${p.key}" or let them agree.`,
      `请删除 “${p.key}” 或使两者一致。`,
    ),
  'outside-day': (p: { time: string; from: string; to: string }): Said =>
    say(
      `${p.time} lies outside the day, which runs from ${p.from} to ${p.to}.`,
      `${p.time} 不在当日 ${p.from} 至 ${p.to} 之内。`,
      `Give a time from ${p.from} to ${p.to}.`,
      `请写 ${p.from} 至 ${p.to} 之间的时刻。`,
    ),
  'break-outside-shift': (p: { end: string; shift: string }): Said =>
    say(
      `The break ends at ${p.end}, the shift is ${p.shift}.`,
      `休息到 ${p.end} 结束，班次为 ${p.shift}。`,
      'Move or shorten the break; with "oneAtATime" it lasts its length for each clerk.',
      '请调整或缩短休息；“oneAtATime” 时按每人依次计算。',
    ),
  'choose-one': (p: { keys: readonly string[]; given: readonly string[] }): Said => {
    const all = p.keys.join(' / ');
    return p.given.length === 0
      ? say(
          `One of these is missing: ${all}.`,
          `缺少其中之一：${all}。`,
          'Give one of them.',
          '请填写其中一个。',
        )
      : say(
          `These exclude each other: ${p.given.join(', ')}.`,
          `以下不能同时使用：${p.given.join('、')}。`,
          `Keep one of: ${all}.`,
          `请只保留其中之一：${all}。`,
        );
  },
  'needs-key': (p: { key: string; needs: string }): Said =>
    say(
      `"${p.key}" has no meaning without "${p.needs}".`,
      `“${p.key}” 需要与 “${p.needs}” 一起使用。`,
      `Add "${p.needs}" or delete "${p.key}".`,
      `请添加 “${p.needs}”，或删除 “${p.key}”。`,
    ),
  'no-effect': (p: { key: string; beside: string }): Said =>
    say(
      `"${p.key}" has no effect together with "${p.beside}".`,
      `“${p.key}” 与 “${p.beside}” 同用时不起作用。`,
      'Delete one of the two.',
      '请删除其中之一。',
    ),
  'time-never-used': (p: { service: string; server: string }): Said =>
    say(
      `"${p.server}" never serves "${p.service}", so this time is never used.`,
      `“${p.server}” 从不办理 “${p.service}”，此时长不会用到。`,
      `Add "${p.service}" to the skills of "${p.server}", or delete the time.`,
      `请将 “${p.service}” 加入 “${p.server}” 的技能，或删除该时长。`,
    ),
  'helps-itself': (p: { id: string }): Said =>
    say(
      `The group serves "${p.id}" anyway, so it cannot help there.`,
      `该窗口组本来就办理 “${p.id}”，无需支援。`,
      'Name what is not its own, or delete it.',
      '请填写不属于本组的内容，或删除此项。',
    ),
  'head-start-falls': (p: { credit: string; before: string }): Said =>
    say(
      `The head start falls from ${p.before} to ${p.credit} with longer waiting.`,
      `等候越久，提前量却从 ${p.before} 降到 ${p.credit}。`,
      'Let it stay or grow.',
      '请让其保持不变或递增。',
    ),
  'floor-too-high': (p: { keepOpen: number; headcount: number }): Said =>
    say(
      `${p.keepOpen} of ${p.headcount} clerks would have to stay, so nobody could ever go.`,
      `共 ${p.headcount} 名营业员，要求留岗 ${p.keepOpen} 名，无人能休息。`,
      `Give at most ${Math.max(0, p.headcount - 1)}.`,
      `最多为 ${Math.max(0, p.headcount - 1)}。`,
    ),
  'elastic-beyond-count': (p: { more: number; least: number; count: number }): Said =>
    say(
      `${p.more === 1 ? '1 more counter never finds' : `${p.more} more counters never find`} room: at least ${p.least} of ${p.count} are open anyway.`,
      `增开 ${p.more} 个窗口无法实现：${p.count} 个窗口中至少已开 ${p.least} 个。`,
      'Raise "count", or give fewer.',
      '请增大 “count” 或减少增开数。',
    ),
  'closes-above-opens': (p: { opens: number; closes: number }): Said =>
    say(
      `A counter opens from ${p.opens} on and closes up to ${p.closes}: it would close as soon as it opens.`,
      `达到 ${p.opens} 即增开，不超过 ${p.closes} 即关闭：增开后会立即关闭。`,
      `Give less than ${p.opens}.`,
      `应小于 ${p.opens}。`,
    ),
  'too-many-events': (p: { events: number; most: number }): Said =>
    say(
      `This would happen about ${Math.round(p.events)} times a day; at most ${p.most} can be simulated.`,
      `每日约发生 ${Math.round(p.events)} 次，最多可模拟 ${p.most} 次。`,
      'Write a longer time.',
      '请写更长的时间。',
    ),
  'more-than-count': (p: { open: number; count: number }): Said =>
    say(
      `${p.open} counters are open, but the group has ${p.count}.`,
      `开放 ${p.open} 个窗口，但该组只有 ${p.count} 个。`,
      `Open at most ${p.count}, or raise "count".`,
      `最多开放 ${p.count} 个，或增大 “count”。`,
    ),
  'no-roster': (_: object): Said =>
    say(
      'No roster is given.',
      '没有排班。',
      'Add one, such as "normal": { "09:00": 4 }.',
      '请添加，如 "normal": { "09:00": 4 }。',
    ),
  'never-served': (p: { service: string; customers: readonly string[] | null }): Said =>
    say(
      `No counter and no kiosk can ever serve "${p.service}"${forCustomers(p.customers)}.`,
      `没有任何窗口或自助终端能办理 “${p.service}”${forCustomersZh(p.customers)}。`,
      `Add "${p.service}" to the skills of a group or clerk, or to the kiosks.`,
      `请将 “${p.service}” 加入某窗口组或营业员的技能，或加入自助终端。`,
    ),
  'too-many-customers': (p: { customers: number; most: number }): Said =>
    say(
      `About ${Math.round(p.customers)} customers come in a day; at most ${p.most} can be simulated.`,
      `每日约 ${Math.round(p.customers)} 名客户，最多可模拟 ${p.most} 名。`,
      'Lower the arrivals, the volume or the length of the day.',
      '请降低到达率、客流倍数或缩短时长。',
    ),
  'too-many-intervals': (p: { intervals: number; most: number }): Said =>
    say(
      `The day has ${p.intervals} intervals of this length; at most ${p.most} are kept.`,
      `按此步长全天有 ${p.intervals} 个时段，最多 ${p.most} 个。`,
      'Choose a longer bucket.',
      '请选择更长的步长。',
    ),
  'too-many-entries': (p: { entries: number; most: number }): Said =>
    say(
      `There are ${p.entries} entries; at most ${p.most} can be read.`,
      `共有 ${p.entries} 项，最多 ${p.most} 项。`,
      'Check that this is a scenario file, or put them together.',
      '请确认这是场景文件，或将其合并。',
    ),
  'no-such-date': (p: { date: string }): Said =>
    say(
      `There is no day ${p.date}.`,
      `不存在 ${p.date} 这一天。`,
      'Correct the date.',
      '请改正日期。',
    ),
  'change-not-allowed': (p: { key: string }): Said =>
    say(
      `A variant cannot change "${p.key}".`,
      `方案不能更改 “${p.key}”。`,
      'Delete it from the change.',
      '请从该方案中删除。',
    ),
};
