import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { root } from './sources.js';

const folder = join(root, 'examples');
const programs = readdirSync(folder).filter((name) => name.endsWith('.mjs'));

test.each(programs)('examples/%s prints what stands in its .out file', async (program) => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await import(/* @vite-ignore */ join(folder, program));
    const printed = log.mock.calls.map((words) => `${words.map(String).join(' ')}\n`).join('');
    const expected = readFileSync(join(folder, program.replace(/\.mjs$/, '.out')), 'utf8');
    expect(printed).toBe(expected);
  } finally {
    log.mockRestore();
  }
});
