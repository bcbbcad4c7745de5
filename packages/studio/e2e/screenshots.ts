import { expect, test } from '@playwright/test';

const sizes = [
  { name: '1440', width: 1440, height: 900 },
  { name: '390', width: 390, height: 844 },
];

for (const lang of ['en', 'zh'] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const { name, width, height } of sizes) {
      const shot = `${lang}-${colorScheme}-${name}`;
      test(shot, async ({ browser, baseURL }) => {
        const context = await browser.newContext({ colorScheme, viewport: { width, height } });
        const page = await context.newPage();
        await page.goto(`${baseURL}/?lang=${lang}`);
        await expect(page.locator('[data-part=milliseconds]')).toBeVisible();
        await page.waitForTimeout(800);
        await page.screenshot({ path: `e2e/screenshots/${shot}.png` });
        const step = page.locator('hall-staffing-steps [data-index="4"]');
        await step.focus();
        await page.keyboard.press('ArrowUp');
        await page.waitForTimeout(800);
        // as tall as the page, so that what sticks to its edges covers nothing
        const tall = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height: tall });
        await page.screenshot({ path: `e2e/screenshots/${shot}-plan.png` });
        await context.close();
      });
    }
