import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { commandLine } from 'hallsim';
import { root } from './sources.js';

/** How a call of the command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as a process of its own, in English unless told otherwise; no terminal. */
export function start(
  args: readonly string[],
  input = '',
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(root, 'scripts/hallsim.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, LC_ALL: 'C' },
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  // A program that reads no input may be gone before all of it is written.
  child.stdin.on('error', () => undefined).end(input);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stdout: out.join(''), stderr: err.join('') });
    });
  });
  return { child, ended };
}

/** The same without a process, which saves its start: what `main.ts` calls. The root folder is the current one. */
export async function hallsim(args: readonly string[], input = ''): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  const code = await commandLine(args, {
    stdin: (async function* () {
      yield await Promise.resolve(Buffer.from(input));
    })(),
    print: (text) => (stdout += text),
    say: (text) => (stderr += text),
    live: false,
    now: () => performance.now(),
    today: () => '2026-10-15',
    env: {},
    interrupted: new AbortController().signal,
  });
  return { code, stdout, stderr };
}
