import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { openStudio, settled } from './page.js';

const root = join(import.meta.dirname, '../../..');

/** What a command of the page prints with `--json`, run by Node. */
async function printed(command: string): Promise<string> {
  const [before, words] = command.split(' -- ');
  expect(before).toBe('npm run --silent hallsim');
  const args = ['scripts/hallsim.mjs', ...(words ?? '').split(' '), '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: root,
    maxBuffer: 64e6,
  });
  return stdout;
}

async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Results JSON' }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

const command = (page: Page): Promise<string> => page.locator('code').innerText();

test('200 billing days of seed "first" are the same bytes here and on the command line', async ({
  page,
}) => {
  await openStudio(page);
  const shown = await command(page);
  expect(shown).toBe(
    'npm run --silent hallsim -- run examples/halls/flagship-telecom.json --day billing-day --replications 200 --seed first',
  );
  const [studio, node] = [await exported(page), await printed(shown)];
  expect(JSON.parse(studio)).toEqual(JSON.parse(node));
  expect(studio).toBe(node);
});

test('so is a comparison: the page names the command that gives its numbers', async ({ page }) => {
  await openStudio(page);
  await page.getByRole('radio', { name: 'Two more kiosks' }).check();
  await page.getByLabel('Days').selectOption('60');
  await settled(page);
  const [studio, node] = [await exported(page), await printed(await command(page))];
  expect(JSON.parse(studio)).toEqual(JSON.parse(node));
  expect(studio).toBe(node);
});
