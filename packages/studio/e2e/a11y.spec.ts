import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openStudio, settled, step } from './page.js';

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

for (const lang of ['en', 'zh'])
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${lang}, ${colorScheme}`, () => {
      test.use({ colorScheme });

      test('the page with a plan and a table has no accessibility violation', async ({ page }) => {
        await openStudio(page, `?lang=${lang}`);
        await step(page, 2).focus();
        await page.keyboard.press('ArrowUp');
        await page.locator('hall-queue-fan [part=table-button]').click();
        await settled(page);
        expect(await violations(page)).toEqual([]);
      });

      test('the dialogs have no accessibility violation', async ({ page }) => {
        await openStudio(page, `?lang=${lang}`);
        await page.keyboard.press('?');
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press('Escape');
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: 'x.json', mimeType: '', buffer: Buffer.from('{') });
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    });
  }

test('a narrow page scrolls down only, and its buttons are large enough for fingers', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openStudio(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  for (const button of await page.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(box?.height ?? 0, await button.innerText()).toBeGreaterThanOrEqual(44);
  }
  expect(await violations(page)).toEqual([]);
});
