import type { Issue } from '@hallsim/scenario';

/** What a setting can be wrong in by itself. */
export type SettingFault =
  | 'setting-path'
  | 'setting-place'
  | 'setting-id'
  | 'setting-run'
  | 'setting-twice'
  | 'setting-empty'
  | 'setting-many';

type Say = (text: string) => Pick<Issue, 'message' | 'fix'>;

const WORDS: Readonly<Record<SettingFault, Say>> = {
  'setting-path': (path) => ({
    message: {
      en: `${JSON.stringify(path)} is not a place in a scenario.`,
      zh: `${JSON.stringify(path)} 不是场景中的位置。`,
    },
    fix: {
      en: 'Write keys with dots, such as kiosks.count or staff.trainee.skills[0].',
      zh: '请用点号连接各键，例如 kiosks.count 或 staff.trainee.skills[0]。',
    },
  }),
  'setting-place': (path) => ({
    message: {
      en: `There is no place ${path} in this scenario: something on the way is a value, or the list has no such entry.`,
      zh: `此场景中没有位置 ${path}：途中某处是单个值，或列表中没有这一项。`,
    },
    fix: {
      en: 'Check each part of the path against the file.',
      zh: '请对照文件检查路径的每一段。',
    },
  }),
  'setting-id': (path) => ({
    message: {
      en: `${path} would be something new: the scenario has nothing of that id.`,
      zh: `${path} 所指的标识在场景中不存在。`,
    },
    fix: {
      en: 'Write an id that the scenario has; what is new is made in the file.',
      zh: '请写场景中已有的标识；新增内容请写入文件。',
    },
  }),
  'setting-run': (path) => ({
    message: {
      en: `${path} says how days are run, not what the hall is: it is the same for all values.`,
      zh: `${path} 是运行方式，而不是营业厅本身：所有取值共用同一个。`,
    },
    fix: {
      en: 'Give it once, as an option: --seed, --replications, --confidence.',
      zh: '请用选项给定一次：--seed、--replications、--confidence。',
    },
  }),
  'setting-twice': (path) => ({
    message: { en: `${path} is set twice.`, zh: `${path} 设置了两次。` },
    fix: {
      en: 'Put all its values into one list.',
      zh: '请把它的全部取值写在同一个列表中。',
    },
  }),
  'setting-empty': (path) => ({
    message: { en: `${path} has no values.`, zh: `${path} 没有取值。` },
    fix: {
      en: 'Write at least one value, such as 2,3,4.',
      zh: '请至少写一个取值，例如 2,3,4。',
    },
  }),
  'setting-many': (cells) => ({
    message: {
      en: `The grid has ${cells} cells; at most 10000 can be simulated at a time.`,
      zh: `网格共有 ${cells} 格，一次最多仿真 10000 格。`,
    },
    fix: { en: 'Leave out some values.', zh: '请减少取值。' },
  }),
};

/** What is wrong with a setting itself, before the scenario with it is looked at. */
export function settingIssue(code: SettingFault, path: string, value: unknown): Issue {
  const place = code === 'setting-path' || code === 'setting-many' ? '' : path;
  return { code, path: place, line: null, value, ...WORDS[code](path) };
}
