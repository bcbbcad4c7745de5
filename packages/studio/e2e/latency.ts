import { test } from '@playwright/test';
import { openStudio, settled, step } from './page.js';

// Prints the time from an edit to the first painted picture; not a test, since machines differ.
test('edit to picture', async ({ page }) => {
  await openStudio(page);
  for (let round = 0; round < 20; round++) {
    await step(page, round % 18).focus();
    await page.keyboard.press(round % 2 === 0 ? 'ArrowUp' : 'ArrowDown');
    await settled(page);
  }
  const took = await page.evaluate(() =>
    performance.getEntriesByName('edit to picture').map(({ duration }) => duration),
  );
  const [first = 0, ...edits] = took.map(Math.round);
  const sorted = edits.toSorted((a, b) => a - b);
  console.log(`first picture after ${first} ms; edits: ${edits.join(' ')}`);
  console.log(
    `median ${sorted[sorted.length >> 1]} ms, p95 ${sorted[Math.floor(sorted.length * 0.95)]} ms`,
  );
});
