import { type Issue, type Label, parseScenario } from '@hallsim/scenario';
import flagship from '../../../../examples/halls/flagship-telecom.json?raw';
import type { Opened } from './open-file.js';
import { openDocument, type StudioDocument } from './studio-document.js';

interface BuiltInHall {
  readonly id: string;
  readonly label: Label;
  /** Day type it opens on. */
  readonly day: string;
  read(): Promise<string>;
}

/** The halls that come with the studio; the first is on the screen at once, the others load when asked for. */
export const BUILT_IN: readonly BuiltInHall[] = [
  {
    id: 'flagship-telecom',
    label: { en: 'City flagship telecom hall', zh: '城市旗舰营业厅' },
    day: 'billing-day',
    read: () => Promise.resolve(flagship),
  },
  {
    id: 'county-telecom',
    label: { en: 'Small county telecom hall', zh: '县城小型营业厅' },
    day: 'billing-day',
    read: async () => (await import('../../../../examples/halls/county-telecom.json?raw')).default,
  },
  {
    id: 'bank-branch',
    label: { en: 'Bank branch', zh: '银行综合网点' },
    day: 'pension-day',
    read: async () => (await import('../../../../examples/halls/bank-branch.json?raw')).default,
  },
  {
    id: 'gov-hall',
    label: { en: 'District government service hall', zh: '区级政务服务大厅' },
    day: 'tax-day',
    read: async () => (await import('../../../../examples/halls/gov-hall.json?raw')).default,
  },
  {
    id: 'riverside-telecom',
    label: { en: 'Riverside telecom hall', zh: '滨江营业厅' },
    day: 'billing-day',
    read: async () =>
      (await import('../../../../examples/halls/riverside-telecom.json?raw')).default,
  },
];

/** The hall the studio opens on. */
export function firstDocument(): StudioDocument {
  const [hall] = BUILT_IN;
  if (!hall) throw new Error('the studio has no built-in hall');
  return opened(hall, flagship);
}

/** A built-in hall as a fresh document; an issue when it cannot be fetched. */
export async function builtInDocument(id: string): Promise<Opened> {
  const hall = BUILT_IN.find((one) => one.id === id);
  if (!hall) throw new Error(`there is no built-in hall "${id}"`);
  try {
    return { ok: true, document: opened(hall, await hall.read()) };
  } catch {
    return { ok: false, issues: [NOT_FETCHED] };
  }
}

const NOT_FETCHED: Issue = {
  code: 'not-fetched',
  path: '',
  line: null,
  value: null,
  message: {
    en: 'The hall could not be fetched: the studio may have stopped or been renewed.',
    zh: '未能取得该营业厅：工作台可能已停止或已更新。',
  },
  fix: {
    en: 'Save your plan, then load the page again.',
    zh: '请先保存方案，再重新载入页面。',
  },
};

function opened(hall: BuiltInHall, text: string): StudioDocument {
  const parsed = parseScenario(text);
  if (!parsed.ok) {
    const [issue] = parsed.issues;
    throw new Error(`built-in hall ${hall.id}: ${issue?.path} ${issue?.message.en}`);
  }
  const { scenario, notes } = parsed;
  return openDocument(scenario, {
    name: `${hall.id}.json`,
    builtIn: hall.id,
    notes,
    day: hall.day,
  });
}
