import { type Issue, parseScenario } from '@hallsim/scenario';
import { openDocument, type StudioDocument } from './studio-document.js';

/** What became of a file: a document, or every reason why not. */
export type Opened =
  | { readonly ok: true; readonly document: StudioDocument }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Enough of a file to see that it is too large: a scenario is refused from 20 MB on. */
const MOST_BYTES = 32_000_000;

const UNREADABLE: Issue = {
  code: 'unreadable-file',
  path: '',
  line: null,
  value: null,
  message: { en: 'The browser cannot read it.', zh: '浏览器无法读取。' },
  fix: {
    en: 'Choose a file, not a folder, and one that is still where it was.',
    zh: '请选择文件而不是文件夹，并确认文件仍在原处。',
  },
};

/** Reads a file of the reader's own, in this browser; nothing is sent anywhere. */
export async function openFile(file: File): Promise<Opened> {
  let bytes: ArrayBuffer;
  try {
    bytes = await file.slice(0, MOST_BYTES).arrayBuffer();
  } catch {
    return { ok: false, issues: [UNREADABLE] };
  }
  const parsed = parseScenario(new Uint8Array(bytes));
  if (!parsed.ok) return parsed;
  const { scenario, notes } = parsed;
  return { ok: true, document: openDocument(scenario, { name: file.name, notes }) };
}
