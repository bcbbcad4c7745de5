import { writeFileSync, readFileSync } from 'node:fs';
import { test } from '@playwright/test';
import { openStudio, step, settled } from './page.js';
test('dbg', async ({ page }) => {
  await openStudio(page);
  let d = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Results JSON' }).click();
  writeFileSync('/tmp/studio-run.json', readFileSync(await (await d).path()));
  await step(page, 3).focus(); await page.keyboard.press('ArrowUp'); await settled(page);
  d = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Results JSON' }).click();
  writeFileSync('/tmp/studio-compare.json', readFileSync(await (await d).path()));
  d = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the hall' }).click();
  writeFileSync('/tmp/flagship-telecom.json', readFileSync(await (await d).path()));
  console.log(await page.locator('studio-file code').innerText());
});
