import { expect, test } from '@playwright/test';
import { answer, openStudio, settled } from './page.js';

const small = {
  format: 'service-hall/1',
  day: { opens: '09:00', closes: '10:00' },
  demand: { arrivals: { '09:00': '30 per hour' } },
  customers: { all: { share: '100%' } },
  services: { one: { share: '100%', time: { fixed: '3 min' } } },
  counters: { all: { count: 2, skills: ['one'], open: { usual: { '09:00': 2 } } } },
};

const halls: Record<string, { hall: object; says: RegExp }> = {
  'a hall with the least a file may say': { hall: small, says: /Served within 10 min/ },
  'a single day, of which no interval can be given': {
    hall: { ...small, run: { replications: 1 } },
    says: /Average number in each stretch of this one day/,
  },
  'a teaching queue without a clock': {
    hall: {
      ...small,
      day: { lasts: '100 h', warmUp: '10 h' },
      demand: { arrivals: { '00:00': '30 per hour' } },
      counters: { all: { count: 2, skills: ['one'], open: { usual: { '00:00': 2 } } } },
      run: { replications: 4 },
    },
    says: /People waiting for a counter/,
  },
  'a hall with no counter open': {
    hall: {
      ...small,
      counters: { all: { ...small.counters.all, open: { usual: { '09:00': 0 } } } },
    },
    says: /Counters, 09:00 to 10:00: people wait, and none is open/,
  },
  'a day on which nobody comes': {
    hall: { ...small, demand: { arrivals: { '09:00': '0 per hour' } } },
    says: /Nobody is expected on this day/,
  },
};

for (const [name, { hall, says }] of Object.entries(halls))
  test(`${name} is shown`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await openStudio(page);
    await page.locator('input[type=file]').setInputFiles({
      name: 'odd.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(hall)),
    });
    await expect(page.locator('#hall option:checked')).toHaveText('Your file: odd.json');
    await settled(page);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByText(says).first()).toBeVisible();
    await expect(answer(page, 'hours')).toBeVisible();
    expect(await page.locator('body').ariaSnapshot()).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(errors).toEqual([]);
  });
