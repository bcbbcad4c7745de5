import type { Said } from './say.js';
import { say } from './say.js';

// Quotation marks are not put into quotation marks.
const isQuote = (mark: string): boolean => /["\u201c\u201d\uff02]/.test(mark);

/** Faults of the file as a file. */
export const fileMessages = {
  'file-too-large': (p: { most: number }): Said =>
    say(
      `The file is larger than ${p.most / 1e6} MB; a scenario has a few kB.`,
      `文件超过 ${p.most / 1e6} MB，而场景文件通常只有几 kB。`,
      'Choose the scenario file; it is not a ticket log.',
      '请选择场景文件，而不是叫号记录。',
    ),
  'empty-file': (_: object): Said =>
    say(
      'The file is empty.',
      '文件是空的。',
      'Start from one of the example halls.',
      '请从某个示例营业厅开始。',
    ),
  'not-text': (_: object): Said =>
    say(
      'The file is not text in UTF-8, UTF-16 or GB18030.',
      '文件不是 UTF-8、UTF-16 或 GB18030 编码的文本。',
      'Save it as UTF-8.',
      '请另存为 UTF-8 编码。',
    ),
  'not-json': (p: { expected: { en: string; zh: string }; found: string }): Said => {
    const wide = p.found !== p.found.normalize('NFKC');
    const [en, zh] =
      p.found === ''
        ? ['the end of the file', '文件结尾']
        : wide
          ? [`the full-width ${JSON.stringify(p.found)}`, `全角的 “${p.found}”`]
          : [JSON.stringify(p.found), ` ${JSON.stringify(p.found)}`];
    return say(
      `This is not JSON: expected ${p.expected.en}, found ${en}.`,
      `不是有效的 JSON：此处应为${p.expected.zh}，却是${zh}。`,
      `${wide ? 'Switch the keyboard to English (half-width) and correct' : 'Correct'} this place; nothing after it was read.`,
      `${wide ? '请切换到英文（半角）输入，改正此处' : '请改正此处'}；其后的内容尚未读取。`,
    );
  },
  'full-width': (p: { found: string; wanted: string }): Said => {
    const en = (mark: string): string => (isQuote(mark) ? mark : `"${mark}"`);
    const zh = (mark: string): string => (isQuote(mark) ? mark : `“${mark}”`);
    return say(
      `The full-width ${en(p.found)} stands here in place of ${en(p.wanted)}.`,
      `此处是全角的 ${zh(p.found)}，应为半角的 ${zh(p.wanted)}。`,
      'Switch the keyboard to English (half-width) and type it again.',
      '请切换到英文（半角）输入后重新输入。',
    );
  },
  'json-comment': (_: object): Said =>
    say(
      'JSON has no comments.',
      'JSON 不支持注释。',
      'Delete it, or put the words under "note".',
      '请删除，或写入 “note”。',
    ),
  'json-trailing-comma': (p: { close: string }): Said =>
    say(
      `A comma stands before "${p.close}".`,
      `“${p.close}” 之前多了一个逗号。`,
      'Delete the comma.',
      '请删除该逗号。',
    ),
  'too-deep': (p: { most: number }): Said =>
    say(
      `Brackets are nested more than ${p.most} deep.`,
      `括号嵌套超过 ${p.most} 层。`,
      'Check that this is a scenario file.',
      '请确认这是场景文件。',
    ),
  'too-many-values': (p: { most: number }): Said =>
    say(
      `The file holds more than ${p.most} values.`,
      `文件中的值超过 ${p.most} 个。`,
      'Shorten the longest list, usually "measured".',
      '请缩短最长的列表，通常是 “measured”。',
    ),
  'number-too-large': (p: { text: string }): Said =>
    say(
      `The number ${p.text} is too large.`,
      `数值 ${p.text} 过大。`,
      'Write a smaller number.',
      '请写较小的数。',
    ),
  'broken-text': (_: object): Said =>
    say(
      'The text contains half of a character.',
      '文本中含有不完整的字符。',
      'Write the text again.',
      '请重新输入该文本。',
    ),
  'duplicate-key': (p: { key: string; first: number; second: number }): Said =>
    say(
      `The key "${p.key}" stands here twice: lines ${p.first} and ${p.second}.`,
      `键 “${p.key}” 重复：第 ${p.first} 行和第 ${p.second} 行。`,
      'Keep one of them.',
      '请只保留一个。',
    ),
  'reserved-key': (p: { key: string }): Said =>
    say(
      `"${p.key}" cannot be a key here.`,
      `“${p.key}” 不能用作键名。`,
      'Rename or delete it.',
      '请改名或删除。',
    ),
  'not-an-object': (_: object): Said =>
    say(
      'The file does not hold a scenario: it should begin with "{".',
      '文件内容不是场景：应以 “{” 开头。',
      'Choose a scenario file, or start from an example hall.',
      '请选择场景文件，或从示例营业厅开始。',
    ),
  'missing-format': (_: object): Said =>
    say(
      'The key "format" is missing, so this may not be a scenario file.',
      '缺少 “format”，可能不是场景文件。',
      'Add "format": "service-hall/1".',
      '请添加 "format": "service-hall/1"。',
    ),
  'unknown-format': (p: { found: string }): Said =>
    say(
      `${p.found} is not a format this program knows.`,
      `${p.found} 不是本程序支持的格式。`,
      'Write "format": "service-hall/1".',
      '请写 "format": "service-hall/1"。',
    ),
  'newer-format': (p: { found: string }): Said =>
    say(
      `The file was made by a newer version of the program (${p.found}; this one reads service-hall/1).`,
      `该文件由更新版本的程序生成（${p.found}；本程序支持 service-hall/1）。`,
      'Update the program, or export the file as service-hall/1.',
      '请更新程序，或将文件导出为 service-hall/1。',
    ),
  'more-problems': (p: { listed: number }): Said =>
    say(
      `There are more than ${p.listed} problems; the others are not listed.`,
      `问题超过 ${p.listed} 个，其余未列出。`,
      'Correct these first and check again.',
      '请先改正以上问题，再检查一次。',
    ),
};
