import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { answer, openStudio, settled, step } from './page.js';

const open = (page: Page, name: string, text: string): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

async function save(page: Page, button: string): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('a bad file shows every issue with its line and its way out, and changes nothing', async ({
  page,
}) => {
  await openStudio(page);
  const { text } = await save(page, 'Save the hall');
  const hall = JSON.parse(text) as { day: Record<string, string>; counters: object };
  hall.day['opens'] = '9 o’clock';
  const bad = JSON.stringify({ ...hall, counterz: {} }, null, 2);
  const before = await answer(page, 'counter.wait.p90').textContent();
  await open(page, 'bad.json', bad);
  const dialog = page.getByRole('dialog', { name: 'bad.json was not opened' });
  await expect(dialog).toContainText('day.opens');
  await expect(dialog).toContainText('counterz');
  await expect(dialog).toContainText(/line \d+/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Hall', { exact: true })).toHaveValue('flagship-telecom');
  await expect(answer(page, 'counter.wait.p90')).toHaveText(before ?? '');
});

test('the issues speak Chinese to a Chinese reader, and the same bad file may come twice', async ({
  page,
}) => {
  await openStudio(page, '?lang=zh');
  for (let i = 0; i < 2; i++) {
    await open(page, '坏.json', '{ "format": ');
    const dialog = page.getByRole('dialog', { name: '未能打开 坏.json' });
    await expect(dialog.getByRole('listitem').first()).toContainText(/[\u4e00-\u9fff]/);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
});

test('a saved plan opens again and gives the same answer', async ({ page }) => {
  await openStudio(page);
  await step(page, 3).focus();
  await page.keyboard.press('PageDown');
  await settled(page);
  const planned = await answer(page, 'counter.wait.p90').textContent();
  const saved = await save(page, 'Save the hall');
  expect(saved.name).toBe('flagship-telecom.json');

  await openStudio(page);
  await open(page, 'mine.json', saved.text);
  await expect(page.getByLabel('Hall', { exact: true }).locator('option:checked')).toHaveText(
    'Your file: mine.json',
  );
  await page.getByRole('radio', { name: 'My plan' }).check();
  await settled(page);
  await expect(answer(page, 'counter.wait.p90')).toHaveText(planned ?? '');
});

test('a plan in no file is not lost by closing the page, a saved one need not be asked about', async ({
  page,
}) => {
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked++;
    void dialog.accept();
  });
  await openStudio(page);
  await step(page, 3).focus();
  await page.keyboard.press('ArrowUp');
  await settled(page);
  await save(page, 'Save the hall');
  await page.reload();
  await settled(page);
  expect(asked).toBe(0);
  await step(page, 3).focus();
  await page.keyboard.press('ArrowUp');
  await page.reload();
  await settled(page);
  expect(asked).toBe(1);
});

test('a file may be dropped on the page', async ({ page }) => {
  await openStudio(page);
  const { text } = await save(page, 'Save the hall');
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
    return transfer;
  }, text);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Drop the hall file to open it')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(page.getByLabel('Hall', { exact: true }).locator('option:checked')).toHaveText(
    'Your file: dropped.json',
  );
});

test('results leave as tables of the answers and of the half hours and as the document of the command line', async ({
  page,
}) => {
  await openStudio(page);
  await page.getByRole('radio', { name: 'Two more kiosks' }).check();
  await settled(page);
  const csv = await save(page, 'Half hours CSV');
  const lines = csv.text.trim().split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFF?variant,from,to,/);
  expect(lines.filter((line) => line.startsWith('base,'))).toHaveLength(
    lines.filter((line) => line.startsWith('two-more-kiosks,')).length,
  );
  const answers = await save(page, 'Answers CSV');
  expect(answers.name).toBe('flagship-telecom-answers.csv');
  expect(answers.text).toMatch(/^two-more-kiosks,hall,,kiosk\.share,/m);
  const json = JSON.parse((await save(page, 'Results JSON')).text) as {
    format: string;
    variants: object;
  };
  expect(json.format).toBe('hallsim-comparison/1');
  expect(Object.keys(json.variants)).toEqual(['two-more-kiosks']);
});

test('customers who wait in vain are said at once, with the way out', async ({ page }) => {
  await openStudio(page);
  const { text } = await save(page, 'Save the hall');
  const hall = JSON.parse(text) as { counters: Record<string, object>; services: object };
  for (const group of Object.values(hall.counters)) {
    Object.assign(group, { open: { normal: { '09:00': 0 }, peak: { '09:00': 0 } } });
  }
  await open(page, 'closed.json', JSON.stringify({ ...hall, variants: {} }));
  const notes = page.getByRole('list', { name: 'Worth knowing about this file' });
  await expect(notes.getByRole('listitem')).toHaveText([/No counter is ever open.*Open some/]);
});

test('what is not simulated yet is said, quietly', async ({ page }) => {
  await openStudio(page);
  await page.getByText(/parts are not simulated yet/).click();
  await expect(page.locator('studio-file li').first()).toBeVisible();
});
