import { type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { openStudio, settled, step } from './page.js';

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
const languages = ['en', 'zh'] as const;

function picture(
  name: string,
  lang: string,
  options: BrowserContextOptions,
  act: (page: Page) => Promise<void>,
): void {
  test(`${name}-${lang}`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      ...options,
      ...(baseURL === undefined ? {} : { baseURL }),
    });
    const page = await context.newPage();
    await openStudio(page, `?lang=${lang}`);
    await act(page);
    await settled(page);
    await page.screenshot({ path: `e2e/screenshots/${name}-${lang}.png` });
    await context.close();
  });
}

/** As tall as the page, so that what sticks to its edges covers nothing. */
async function wholePage(page: Page): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const width = page.viewportSize()?.width ?? 1440;
  await page.setViewportSize({ width, height });
}

async function plan(page: Page): Promise<void> {
  await step(page, 4).focus();
  await page.keyboard.press('ArrowUp');
  await settled(page);
  await wholePage(page);
}

for (const lang of languages)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of sizes) {
      const name = `${viewport.width}-${colorScheme}`;
      picture(`first-${name}`, lang, { colorScheme, viewport }, () => Promise.resolve());
      picture(`plan-${name}`, lang, { colorScheme, viewport }, plan);
    }

for (const lang of languages)
  for (const viewport of sizes) {
    for (const hall of ['county-telecom', 'bank-branch', 'gov-hall', 'riverside-telecom'])
      picture(`${hall}-${viewport.width}`, lang, { viewport }, async (page) => {
        await page.locator('#hall').selectOption(hall);
        await settled(page);
        await wholePage(page);
      });
    picture(`keys-${viewport.width}`, lang, { viewport }, (page) => page.keyboard.press('?'));
    picture(`issues-${viewport.width}`, lang, { viewport }, async (page) => {
      const buffer = Buffer.from(
        '{ "format": "service-hall/1", "day": { "opens": 9 }, "typo": 1 }',
      );
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'hall.json', mimeType: 'application/json', buffer });
      await expect(page.getByRole('dialog')).toBeVisible();
    });
    picture(`tables-${viewport.width}`, lang, { viewport }, async (page) => {
      await plan(page);
      for (const button of await page.locator('[part=table-button]').all()) await button.click();
      await wholePage(page);
    });
  }

picture('tablet', 'en', { viewport: { width: 1024, height: 1300 } }, () => Promise.resolve());
picture('projector', 'zh', { viewport: { width: 1920, height: 1080 } }, plan);
picture('forced-colours', 'en', { viewport: sizes[0] ?? null, forcedColors: 'active' }, plan);
picture('print', 'en', { viewport: { width: 794, height: 1123 } }, async (page) => {
  await plan(page);
  await page.emulateMedia({ media: 'print' });
  await wholePage(page);
});
