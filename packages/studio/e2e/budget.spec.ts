import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const kilobytes = (pattern: RegExp): number => {
  const folder = join(import.meta.dirname, '../dist/assets');
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length / 1000, 0);
};

test('the first load stays small', () => {
  expect(kilobytes(/^index-.*\.js$/)).toBeLessThan(130);
  expect(kilobytes(/^run\.worker-.*\.js$/)).toBeLessThan(90);
  expect(kilobytes(/\.css$/)).toBeLessThan(5);
});
