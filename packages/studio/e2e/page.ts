import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the built page and waits for the first complete run. */
export async function openStudio(page: Page, query = '?lang=en'): Promise<void> {
  await page.goto(`/${query}`);
  await settled(page);
}

/** Waits until all days of the newest run are in the picture. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('studio-status')).toHaveAttribute('data-state', 'settled', {
    timeout: 15_000,
  });
}

/** The value of an answer card. */
export function answer(page: Page, id: string): Locator {
  return page.locator(`hall-measure[data-measure="${id}"] [part=value]`);
}

/** One step of the staffing chart. */
export function step(page: Page, index: number): Locator {
  return page.locator(`hall-staffing-steps [data-index="${index}"]`);
}
