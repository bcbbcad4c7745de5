import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './sources.js';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** `[name, version]` of everything a package.json asks for from outside the workspace. */
function asked(path: string): [string, string][] {
  const { dependencies, devDependencies } = JSON.parse(read(path)) as Manifest;
  return Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !version.startsWith('workspace:'),
  );
}

const catalog = new Map(
  [...read('pnpm-workspace.yaml').matchAll(/^ {2}"?([@\w/.-]+)"?: (\d\S*)$/gm)].map(
    ([, name = '', version = '']) => [name, version],
  ),
);
const below = [
  'docs/package.json',
  'examples/package.json',
  'tests/package.json',
  ...readdirSync(join(root, 'packages')).map((folder) => `packages/${folder}/package.json`),
].flatMap(asked);

test('one version of each dependency holds for the whole workspace', () => {
  expect(below.filter(([, version]) => version !== 'catalog:')).toEqual([]);
  const rootDiffers = asked('package.json').filter(
    ([name, version]) => version !== (catalog.get(name) ?? version),
  );
  expect(rootDiffers).toEqual([]);
});

test('the catalog lists nothing that nobody uses', () => {
  const used = new Set(below.map(([name]) => name));
  expect([...catalog.keys()].filter((name) => !used.has(name))).toEqual([]);
});

test('every dependency has a line that says why it is here', () => {
  const reasons = read('docs/decisions/0001-toolchain.md');
  const names = [...asked('package.json'), ...below].map(([name]) => name);
  const unexplained = names.filter(
    (name) => !name.startsWith('@types/') && !reasons.includes(`\`${name}\``),
  );
  expect([...new Set(unexplained)]).toEqual([]);
});

test('the lock file names no host to fetch from', () => {
  expect(read('pnpm-lock.yaml').match(/https?:\/\/\S+/g)).toBeNull();
});
