import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HallStudio } from '../src/view/hall-studio.js';
import '../src/view/hall-studio.js';

/** The parts of the page, through all shadows. */
function deep(root: ParentNode, selector: string): Element[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? deep(shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll(selector), ...inner];
}

const find = (selector: string): Element | undefined => deep(document, selector)[0];
const within = (): string | undefined =>
  find('hall-measure[data-measure="hall.serviceLevel.everyone"]')
    ?.shadowRoot?.querySelector('[part=value]')
    ?.textContent.trim();

test('the page computes as it opens, and follows an edit', async () => {
  document.body.innerHTML = '<hall-studio></hall-studio>';
  const studio = document.querySelector<HallStudio>('hall-studio');
  await studio?.updateComplete;
  const settled = () =>
    expect.poll(() => find('studio-status')?.getAttribute('data-state'), { timeout: 10_000 });
  await settled().toBe('settled');
  const before = within();
  expect(before).toMatch(/%$/);
  (find('[data-index="3"]') as SVGGElement).focus();
  await userEvent.keyboard('{PageDown}');
  // the handle moves at once; the answer follows
  expect(find('[data-index="3"]')?.getAttribute('aria-valuenow')).toBe('5');
  await settled().toBe('settled');
  await expect.poll(within).not.toBe(before);
  await expect.element(page.getByRole('radio', { name: /My plan|我的方案/ })).toBeChecked();
});
