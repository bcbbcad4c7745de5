import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const folder = join(import.meta.dirname, '../dist/assets');
const worker = /^run\.worker-.*\.js$/;

const files = (pattern: RegExp): Buffer[] =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((name) => readFileSync(join(folder, name)));
const kilobytes = (pattern: RegExp): number =>
  files(pattern).reduce((sum, file) => sum + gzipSync(file).length / 1000, 0);

test('the first load stays small', () => {
  expect(kilobytes(/^index-.*\.js$/)).toBeLessThan(130);
  expect(kilobytes(worker)).toBeLessThan(63); // 5 of them tell halls without rules in half the time
  expect(kilobytes(/\.css$/)).toBeLessThan(5);
});

test('the worker gets what the page has checked: neither checks nor their words come with it', () => {
  const [page = '', runs = ''] = [/^index-.*\.js$/, worker].map((one) => files(one).join(''));
  for (const words of ['never-served', 'Did you mean', '是否应为']) {
    expect(page).toContain(words);
    expect(runs).not.toContain(words);
  }
});
