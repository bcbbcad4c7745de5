import { expect, test } from '@playwright/test';
import { openStudio, settled, step } from './page.js';

// Takes the pictures of the README again: one more counter from 10:00 to 12:00, beside the base.
test.use({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });

for (const [lang, name] of [
  ['en', 'studio'],
  ['zh', 'studio.zh'],
])
  test(`${name}.png`, async ({ page }) => {
    await openStudio(page, `?lang=${lang}`);
    for (const index of [2, 3, 4, 5]) {
      await step(page, index).focus();
      await page.keyboard.press('ArrowUp');
    }
    await settled(page);
    // nothing is pointed at: the charts say what they show
    await page.evaluate(() => {
      const deep = (root: DocumentOrShadowRoot): Element | null =>
        root.activeElement?.shadowRoot ? deep(root.activeElement.shadowRoot) : root.activeElement;
      (deep(document) as SVGElement | null)?.blur();
    });
    const box = await page.locator('hall-queue-fan').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 120);
    await page.mouse.move(5, 5);
    await expect(page.locator('hall-queue-fan .crosshair')).toHaveCount(0);
    const picture = await page.screenshot({ path: `../../docs/public/${name}.png` });
    expect(picture.length).toBeLessThan(260_000);
  });
