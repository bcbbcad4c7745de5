import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { answer, openStudio, settled, step } from './page.js';

const WITHIN = 'hall.serviceLevel.everyone';

test('the page opens on a running hall: nothing has to be pressed', async ({ page }) => {
  await openStudio(page);
  await expect(page.getByRole('radio', { name: 'Billing day', exact: true })).toBeChecked();
  await expect(answer(page, WITHIN)).toHaveText(/^\d+\.\d%$/);
  await expect(page.locator('hall-queue-fan .median')).toHaveAttribute('d', /^M/);
  await expect(page.locator('studio-status')).toContainText('200 days');
});

test('the results are the document of the command line, and the page names the command', async ({
  page,
}) => {
  await openStudio(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Results JSON' }).click();
  const summary = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as {
    format: string;
    run: Record<string, unknown>;
  };
  expect(summary.format).toBe('hallsim-summary/1');
  expect(summary.run).toMatchObject({ day: 'billing-day', seed: 'first', replications: 200 });
  await expect(page.locator('code')).toHaveText(
    /run examples\/halls\/flagship-telecom\.json --day billing-day --replications 200 --seed first$/,
  );
});

test('a key on a step changes the answer, beside the base and paired with it', async ({ page }) => {
  await openStudio(page);
  const before = await answer(page, WITHIN).textContent();
  await step(page, 3).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  await expect(step(page, 3)).toHaveAttribute('aria-valuenow', '4');
  await settled(page);
  await expect(answer(page, WITHIN)).not.toHaveText(before ?? '');
  const change = page.locator(`hall-measure[data-measure="${WITHIN}"] [part=change]`);
  await expect(change).toHaveText(/−\d+\.\d+ points \(−.* to −.*\)\s+Worse, beyond chance\./);
  await expect(page.getByRole('radio', { name: 'My plan' })).toBeChecked();
});

test('undo, redo and reset go through the edits', async ({ page }) => {
  await openStudio(page);
  await step(page, 0).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(step(page, 0)).toHaveAttribute('aria-valuenow', '7');
  await page.keyboard.press('Control+z');
  await expect(step(page, 0)).toHaveAttribute('aria-valuenow', '6');
  await page.keyboard.press('Control+Shift+z');
  await expect(step(page, 0)).toHaveAttribute('aria-valuenow', '7');
  await page.getByRole('button', { name: 'Back to the hall as it was opened' }).click();
  await expect(step(page, 0)).toHaveAttribute('aria-valuenow', '5');
  await expect(page.getByRole('radio', { name: 'My plan' })).toHaveCount(0);
});

test('a drag of several steps is painted at once and undone at once', async ({ page }) => {
  await openStudio(page);
  const box = await page.locator('hall-staffing-steps svg.steps').boundingBox();
  if (!box) throw new Error('the chart is not on the page');
  const at = (index: number): [number, number] => [
    box.x + 40 + ((box.width - 54) * (index + 0.5)) / 18,
    box.y + 20,
  ];
  await page.mouse.move(...at(5));
  await page.mouse.down();
  await page.mouse.move(...at(6));
  await page.mouse.move(...at(7));
  await page.mouse.up();
  for (const index of [5, 6, 7])
    await expect(step(page, index)).toHaveAttribute('aria-valuenow', '10');
  await page.keyboard.press('Control+z');
  await expect(step(page, 6)).toHaveAttribute('aria-valuenow', '6');
  await expect(page.getByRole('radio', { name: 'My plan' })).toHaveCount(0);
});

test('a what-if of the file stands beside the base, and brackets walk through them', async ({
  page,
}) => {
  await openStudio(page);
  await page.getByRole('radio', { name: 'No kiosks' }).check();
  await settled(page);
  await expect(page.locator('studio-answers h2')).toHaveText('No kiosks, against the base');
  await expect(page.locator('hall-queue-fan .outline').first()).toHaveAttribute('d', /^M/);
  await page.keyboard.press('[');
  await expect(page.getByRole('radio', { name: 'No greeter' })).toBeChecked();
});

test('an overloaded hall says where, and one press opens one more counter there', async ({
  page,
}) => {
  await openStudio(page);
  for (let index = 2; index < 6; index++) {
    await step(page, index).focus();
    await page.keyboard.press('Home');
  }
  await settled(page);
  const banner = page.locator('studio-pressure p');
  await expect(banner).toHaveText(/^General counters, 10:00 to \d\d:\d\d: .* none is open/);
  const hours = await answer(page, 'hours').textContent();
  await page.getByRole('button', { name: /^\+1 counter \d\d:\d\d–\d\d:\d\d: / }).click();
  await settled(page);
  const more = answer(page, 'hours');
  await expect(more).not.toHaveText(hours ?? '');
  expect(parseFloat((await more.textContent()) ?? '')).toBeGreaterThan(parseFloat(hours ?? ''));
  await page.keyboard.press('Control+z');
  await expect(more).toHaveText(hours ?? '');
});

test('on paper nothing lies on anything else, and the heading names hall and day', async ({
  page,
}) => {
  await openStudio(page);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'City flagship telecom hall · Billing day',
  );
  const status = await page.locator('studio-status').boundingBox();
  const main = await page.locator('main').boundingBox();
  expect(status?.y).toBeGreaterThanOrEqual((main?.y ?? 0) + (main?.height ?? Infinity));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(794);
});

test('another hall is opened without losing the plan: undo brings it back', async ({ page }) => {
  await openStudio(page);
  await step(page, 0).focus();
  await page.keyboard.press('ArrowUp');
  await page.getByLabel('Hall', { exact: true }).selectOption('bank-branch');
  await expect(page.locator('#hall option:checked')).toHaveText('Bank branch');
  const undo = page.getByRole('button', { name: 'Undo (Ctrl+Z)' });
  await undo.click();
  await expect(page.locator('#hall option:checked')).toHaveText('City flagship telecom hall');
  await expect(page.getByRole('radio', { name: 'My plan' })).toBeChecked();
});

test('another seed is other customers, and the same seed the same ones', async ({ page }) => {
  await openStudio(page);
  const before = await answer(page, 'counter.wait.p90').textContent();
  await page.keyboard.press('r');
  await expect(page.getByLabel('Seed')).not.toHaveValue('first');
  await settled(page);
  await page.getByLabel('Seed').fill('first');
  await page.getByLabel('Seed').blur();
  await settled(page);
  await expect(answer(page, 'counter.wait.p90')).toHaveText(before ?? '');
});

test('an emptied seed field shows the seed that still holds', async ({ page }) => {
  await openStudio(page);
  const seed = page.getByLabel('Seed', { exact: true });
  await seed.fill('  ');
  await seed.press('Enter');
  await expect(seed).toHaveValue('first');
  await seed.fill('s'.repeat(250));
  await seed.press('Enter');
  await expect(seed).toHaveValue('s'.repeat(200));
  await settled(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a plan made on another kind of day says that it changes nothing on this one', async ({
  page,
}) => {
  await openStudio(page);
  await page.getByRole('radio', { name: 'No greeter' }).check();
  await step(page, 4).focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('radio', { name: 'My plan (from No greeter)' })).toBeChecked();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await step(page, 4).focus();
  await page.keyboard.press('ArrowUp');
  const note = page.getByText('On this kind of day it is the same as the base');
  await expect(note).toBeHidden();
  await page.getByRole('radio', { name: 'Normal day' }).check();
  await expect(note).toBeVisible();
});

test('the other halls run, also one that is staffed by shifts', async ({ page }) => {
  await openStudio(page);
  for (const [id, day, pressure] of [
    ['bank-branch', 'Pension day', []],
    // closed at midday, which is no matter: the counters of one group do not keep up before
    [
      'gov-hall',
      'Tax deadline day',
      [/^Tax counters, 09:00 to 1[01]:.*All of these are open then/],
    ],
    ['riverside-telecom', 'Billing day', [/^Counters, 09:30 to /]],
  ] as const) {
    await page.getByLabel('Hall', { exact: true }).selectOption(id);
    await expect(page.getByRole('radio', { name: day, exact: true })).toBeChecked();
    await settled(page);
    await expect(answer(page, WITHIN)).toHaveText(/%$/);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.locator('studio-pressure p')).toHaveText([...pressure]);
    if (id === 'gov-hall') {
      await page.getByRole('button', { name: 'Show them' }).click();
      const tab = page.getByRole('button', { name: 'Tax counters', exact: true });
      await expect(tab).toHaveAttribute('aria-pressed', 'true');
      await expect(page.getByRole('button', { name: 'Show them' })).toBeHidden();
    }
  }
  await expect(page.locator('studio-day')).toContainText('This hall is staffed by shifts');
});

test('the language switches live, is kept, and a link may name it', async ({ page }) => {
  await openStudio(page);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(page.locator('studio-answers h2')).toHaveText('结论');
  await expect(page).toHaveTitle(/城市旗舰营业厅/);
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.goto('/?lang=en');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the page works where the browser refuses to keep anything', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await openStudio(page);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.locator('studio-answers h2')).toHaveText('结论');
});

test('nothing is asked of any other host', async ({ page, baseURL }) => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) foreign.push(url);
  });
  await openStudio(page);
  await page.getByLabel('Hall', { exact: true }).selectOption('county-telecom');
  await settled(page);
  expect(foreign).toEqual([]);
});

test('a run that stops says so, and runs again in a fresh worker', async ({ page }) => {
  let broken = true;
  await page.route(/run\.worker-.*\.js$/, (route) =>
    broken
      ? route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken");' })
      : route.continue(),
  );
  await page.goto('/?lang=en');
  await expect(page.getByRole('alert')).toContainText('Your hall and your plan are safe');
  broken = false;
  await page.getByRole('button', { name: 'Run again' }).click();
  await settled(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(answer(page, WITHIN)).toHaveText(/%$/);
});

test('the help lists the keys', async ({ page }) => {
  await openStudio(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});
