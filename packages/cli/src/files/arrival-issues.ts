import { type ArrivalFault, type HallModel, openStretches } from '@hallsim/hall';
import { type Bilingual, clockText, type Issue, nearest } from '@hallsim/scenario';
import { ARRIVAL_COLUMNS, type ArrivalColumn } from './arrival-columns.js';

const NAMES = Object.keys(ARRIVAL_COLUMNS).join(', ');

const issue = (
  code: string,
  at: { readonly path: string; readonly line: number | null; readonly value: string | number },
  message: Bilingual,
  fix: Bilingual,
): Issue => ({ code, ...at, message, fix });

/** The file is no text. */
export function noText(): Issue {
  return issue(
    'not-text',
    { path: '', line: null, value: '' },
    { en: 'The file holds no text.', zh: '该文件不是文本文件。' },
    { en: 'Save it as CSV in UTF-8.', zh: '请另存为 UTF-8 编码的 CSV。' },
  );
}

/** Something is wrong with the names of the columns. */
export function headingIssue(
  what: 'unknown' | 'twice' | 'missing',
  name: string,
  line: number,
): Issue {
  const at = { path: name, line, value: name };
  if (what === 'missing') {
    return issue(
      'column-missing',
      at,
      { en: `There is no column "${name}".`, zh: `缺少列 “${name}”。` },
      {
        en: `Name the columns in the first line: ${NAMES}, separated by commas.`,
        zh: `请在首行写列名：${NAMES}，以英文逗号分隔。`,
      },
    );
  }
  if (what === 'twice') {
    return issue(
      'listed-twice',
      at,
      { en: `The column "${name}" is there twice.`, zh: `列 “${name}” 重复。` },
      { en: 'Keep one.', zh: '请只保留一列。' },
    );
  }
  if (name.includes(';')) {
    return issue(
      'semicolons',
      at,
      { en: 'The columns are separated by semicolons.', zh: '各列以分号分隔。' },
      { en: 'Separate them by commas.', zh: '请改用英文逗号分隔。' },
    );
  }
  const meant = nearest(name, Object.keys(ARRIVAL_COLUMNS));
  return issue(
    'unknown-column',
    at,
    { en: `"${name}" is no column of arrivals.`, zh: `“${name}” 不是到达记录的列。` },
    {
      en: `${meant === null ? '' : `Did you mean "${meant}"? `}There are: ${NAMES}. Delete the others.`,
      zh: `${meant === null ? '' : `是否指 “${meant}”？`}可用的列：${NAMES}；请删除其他列。`,
    },
  );
}

/** A cell cannot be read; `null` for one beyond the columns. */
export function cellIssue(cell: string, column: ArrivalColumn | null, line: number): Issue {
  const at = { path: column ?? '', line, value: cell };
  const isNo = { en: `"${cell}" is no number of minutes.`, zh: `“${cell}” 不是分钟数。` };
  switch (column) {
    case null:
      return issue(
        'cell-too-many',
        at,
        { en: `"${cell}" stands in no column.`, zh: `“${cell}” 不属于任何列。` },
        { en: 'Give as many cells as the first line names.', zh: '单元格数应与首行列数一致。' },
      );
    case 'arrived':
      return issue(
        'bad-time',
        at,
        { en: `"${cell}" is no time of day.`, zh: `“${cell}” 不是时刻。` },
        {
          en: 'Write it as 09:05, 09:05:30 or minutes since midnight.',
          zh: '请写成 09:05、09:05:30，或自零点起的分钟数。',
        },
      );
    case 'service':
    case 'customer':
    case 'counter_time':
    case 'patience':
      return issue('bad-number', at, isNo, {
        en: 'Write a number such as 4.5, or nothing where it is to be drawn.',
        zh: '请写数字，如 4.5；留空则随机抽取。',
      });
  }
}

/** A cell that the hall cannot have. */
export function faultIssue(
  fault: Exclude<ArrivalFault, { kind: 'length' }>,
  column: ArrivalColumn,
  line: number,
  model: HallModel,
): Issue {
  const { kind, value } = fault;
  const hours = openStretches(model).map(({ from, to }) => [clockText(from), clockText(to)]);
  const at = { path: column, line, value };
  switch (kind) {
    case 'outside-day':
      return issue(
        'outside-day',
        { ...at, value: Number(value) },
        { en: 'The hall is not open then.', zh: '此时营业厅未营业。' },
        {
          en: `Give a time ${hours.map(([from, to]) => `from ${from} to before ${to}`).join(' or ')}.`,
          zh: `应在 ${hours.map(([from, to]) => `${from} 至 ${to} 之前`).join('或 ')}。`,
        },
      );
    case 'unknown': {
      const known = (column === 'service' ? model.services : model.customers).map(({ id }) => id);
      const meant = nearest(String(value), known);
      const list = known.join(', ');
      return issue(
        'unknown-id',
        at,
        { en: `There is no ${column} "${value}".`, zh: `没有 “${value}”。` },
        {
          en: `${meant === null ? '' : `Did you mean "${meant}"? `}There are: ${list}.`,
          zh: `${meant === null ? '' : `是否指 “${meant}”？`}已定义：${list}。`,
        },
      );
    }
    case 'negative':
    case 'endless':
      return issue(
        'out-of-range',
        at,
        { en: `${value} minutes cannot be.`, zh: `${value} 分钟不成立。` },
        { en: 'Give at least 0 minutes.', zh: '应不小于 0 分钟。' },
      );
  }
}
