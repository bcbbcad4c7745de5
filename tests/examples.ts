import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './sources.js';

/** A fenced block of a Markdown file that is meant to be run. */
export interface Example {
  /** Where it stands, such as `README.md:12`. */
  place: string;
  language: 'ts' | 'sh';
  code: string;
  /** The ```text fence right after it, if there is one: what the block must print. */
  output: string | undefined;
}

function markdownFiles(): string[] {
  const packages = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`);
  const docs = readdirSync(join(root, 'docs'), { recursive: true })
    .map((name) => `docs/${String(name).replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && !/\/(node_modules|api|\.vitepress)\//.test(path));
  return ['README.md', 'README.zh.md', 'CONTRIBUTING.md', ...packages, ...docs].filter((path) =>
    existsSync(join(root, path)),
  );
}

function examplesIn(path: string): Example[] {
  const text = readFileSync(join(root, path), 'utf8');
  const fences = /^```(ts|sh)\n(.*?)^```$(?:\n+```text\n(.*?)^```$)?/gms;
  return [...text.matchAll(fences)].map((match) => ({
    place: `${path}:${text.slice(0, match.index).split('\n').length}`,
    language: match[1] === 'ts' ? 'ts' : 'sh',
    code: match[2] ?? '',
    output: match[3],
  }));
}

/** Every ```ts and ```sh fence of the repository's own Markdown. */
export function readExamples(): Example[] {
  return markdownFiles().flatMap(examplesIn);
}
