import type { Said } from './say.js';
import { forCustomers, forCustomersZh, say } from './say.js';

// On which day types something holds; `null` for every day.
const onDays = (ids: readonly string[] | null): string =>
  ids === null ? '' : ` on ${ids.map((id) => `"${id}"`).join(', ')}`;
const onDaysZh = (ids: readonly string[] | null): string =>
  ids === null ? '全天' : `${ids.map((id) => `“${id}”`).join('、')} 全天`;

/** What is worth knowing about a file that is valid. */
export const noteMessages = {
  'not-simulated': (p: { key: string }): Said =>
    say(
      `"${p.key}" is kept but not simulated yet.`,
      `“${p.key}” 已保留，但尚未参与仿真。`,
      'Nothing to do: the results do not depend on it.',
      '无需处理：结果不受其影响。',
    ),
  'never-open': (p: { days: readonly string[] | null }): Said =>
    say(
      `No counter is ever open${onDays(p.days)}: who needs one waits in vain.`,
      `${onDaysZh(p.days)}没有任何窗口开放，需要窗口的客户只能空等。`,
      'Open some in the roster ("open"), or give clerks ("staff") a shift while the hall is open.',
      '请在排班（“open”）中开放窗口，或为营业员（“staff”）安排营业时间内的班次。',
    ),
  'never-open-for': (p: {
    service: string;
    customers: readonly string[] | null;
    days: readonly string[] | null;
    able: readonly string[];
  }): Said =>
    say(
      `No counter for "${p.service}"${forCustomers(p.customers)} is ever open${onDays(p.days)}: who needs one waits in vain.`,
      `${onDaysZh(p.days)}没有办理 “${p.service}”${forCustomersZh(p.customers)} 的窗口开放，相关客户只能空等。`,
      p.able.length > 0
        ? `Open or staff ${p.able.join(' or ')}, or add "${p.service}" to the skills of others.`
        : `Raise "kiosks.count", or add "${p.service}" to the skills of a group or clerk.`,
      p.able.length > 0
        ? `请为 ${p.able.join(' 或 ')} 开放窗口或排班，或将 “${p.service}” 加入其他组的技能。`
        : `请增大 “kiosks.count”，或将 “${p.service}” 加入某窗口组或营业员的技能。`,
    ),
  'far-too-few': (p: { needed: number; open: number; days: readonly string[] | null }): Said =>
    say(
      `The work that comes${onDays(p.days)} would keep ${p.needed} counters busy on average; at most ${p.open} ${p.open === 1 ? 'is' : 'are'} ever open.`,
      `${onDaysZh(p.days)}来客的业务平均需占用 ${p.needed} 个窗口，而同时开放的最多只有 ${p.open} 个。`,
      'Look at the units of the times (min or h?) and of the arrivals (per hour or per min?), or open more counters.',
      '请检查时间的单位（min 还是 h）和到达的单位（per hour 还是 per min），或多开窗口。',
    ),
  'more-clerks-than-counters': (p: { clerks: number; count: number; time: string }): Said =>
    say(
      `From ${p.time} on ${p.clerks} clerks are on duty for ${p.count} ${p.count === 1 ? 'counter' : 'counters'}: ${p.clerks - p.count} ${p.clerks - p.count === 1 ? 'has' : 'have'} no place to serve at, unless others have a break.`,
      `${p.time} 起有 ${p.clerks} 名营业员在岗，却只有 ${p.count} 个窗口：除非他人休息，其中 ${p.clerks - p.count} 名无窗口可用。`,
      'Raise "count", give fewer clerks, or let their shifts overlap less.',
      '请增大 “count”、减少人数，或减少班次的重叠。',
    ),
  'breaks-of-nobody': (p: { key: string }): Said =>
    say(
      `"${p.key}" says what breaks keep to, and no clerk there has one.`,
      `“${p.key}” 规定了休息须遵守的限制，但那里没有营业员安排休息。`,
      'Give clerks ("staff") their "breaks", or take it out: nothing depends on it.',
      '请为营业员（“staff”）添加 “breaks”，或删去此项：结果不受其影响。',
    ),
  'rule-of-host': (p: { kind: string; id: string }): Said =>
    say(
      `The rule "${p.id}" is not in the file: a module brings it.`,
      `规则 “${p.id}” 不在文件中，须由模块提供。`,
      `Name the module with --rules FILE.mjs; it has export const ${p.kind} = { ${JSON.stringify(p.id)}: … }.`,
      `请用 --rules FILE.mjs 指明模块，其中应有 export const ${p.kind} = { ${JSON.stringify(p.id)}: … }。`,
    ),
};
