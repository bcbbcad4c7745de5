import { open } from 'node:fs/promises';
import { type Issue, parseScenario, type Scenario } from '@hallsim/scenario';
import type { Context } from '../context.js';
import { InputError } from '../errors.js';
import { en } from '../words/en.js';
import type { Words } from '../words/words.js';
import { zh } from '../words/zh.js';

/** A scenario as it was read. */
export interface Loaded {
  readonly scenario: Scenario;
  /** What is worth knowing about the file, such as what is not simulated yet. */
  readonly notes: readonly Issue[];
  /** What to call the file. */
  readonly name: string;
}

/** What a file is read for. */
type FileKind = keyof Words['file']['folderFix'];

/** One byte more than `parseScenario` takes: enough for it to say that the file is too large. */
const MOST_BYTES = 20_000_001;

/**
 * Reads a scenario file; `-` is standard input.
 * @throws InputError with every issue of the file, or the one that it cannot be read
 */
export async function readScenario(file: string, context: Context): Promise<Loaded> {
  const { name, bytes } = await readSource(file, 'scenario', context);
  const parsed = parseScenario(bytes);
  if (!parsed.ok) throw new InputError(parsed.issues, name);
  return { scenario: parsed.scenario, notes: parsed.notes, name };
}

/**
 * The bytes of a file, at most one more than any of ours may have; `-` is standard input.
 *
 * @param kind what the file should hold, for the way out where it is a folder
 * @throws InputError with the one issue that it cannot be read
 */
export async function readSource(
  file: string,
  kind: FileKind,
  { io, words }: Context,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const name = file === '-' ? words.file.standardInput : file;
  return { name, bytes: file === '-' ? await readStream(io.stdin) : await readFile(file, kind) };
}

async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= MOST_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES);
}

async function readFile(file: string, kind: FileKind): Promise<Uint8Array> {
  try {
    const handle = await open(file);
    try {
      return await readStream(handle.createReadStream({ end: MOST_BYTES - 1, autoClose: false }));
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new InputError([unreadable(file, kind, error)], file);
  }
}

function unreadable(file: string, kind: FileKind, error: unknown): Issue {
  const { code = 'EIO' } = error as NodeJS.ErrnoException;
  const issue = (name: string, say: (words: Words) => [string, string]): Issue => {
    const [messageEn, fixEn] = say(en);
    const [messageZh, fixZh] = say(zh);
    return {
      code: name,
      path: '',
      line: null,
      value: file,
      message: { en: messageEn, zh: messageZh },
      fix: { en: fixEn, zh: fixZh },
    };
  };
  if (code === 'ENOENT') {
    return issue('file-missing', ({ file: say }) => [
      say.missing(file, process.cwd()),
      say.missingFix,
    ]);
  }
  if (code === 'EISDIR') {
    return issue('file-is-folder', ({ file: say }) => [say.folder(file), say.folderFix[kind]]);
  }
  return issue('file-unreadable', ({ file: say, wrong }) => [
    say.unreadable(file, wrong.reasons[code] ?? code),
    say.unreadableFix,
  ]);
}
