import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { CrosshairEvent, type FanLabels, type FanPoint, type HallQueueFan } from './index.js';
import { inside, mount, settled, slots, words } from './test-page.js';

const points: FanPoint[] = slots.map((slot, i) => ({
  ...slot,
  p05: i,
  p25: i + 1,
  p50: i + 2,
  p75: i + 4,
  p95: i + 8,
}));
const labels: FanLabels = {
  ...words,
  columns: ['Time', '5 %', '25 %', '50 %', '75 %', '95 %'],
  readout: (point, base) => `${point.from}: ${point.p50}${base ? ` against ${base.p50}` : ''}`,
};
const fan = (more: Partial<HallQueueFan> = {}) =>
  mount<HallQueueFan>('hall-queue-fan', { points, start: 540, end: 660, labels, ...more });

test('median and both bands are drawn', async () => {
  const element = await fan();
  for (const name of ['.wide', '.narrow', '.median'])
    expect(inside(element, name).getAttribute('d')).toMatch(/^M/);
  expect(inside(element, '.outline').getAttribute('d')).toBe('');
});

test('it is one Tab stop whose value is the sentence of the stretch pointed at', async () => {
  const element = await fan();
  const slider = inside<SVGSVGElement>(element, '[role=slider]');
  expect(slider.getAttribute('aria-valuetext')).toBe(labels.finding);
  slider.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await settled(element);
  expect(slider.getAttribute('aria-valuetext')).toBe('570: 3');
  expect(slider.getAttribute('aria-valuenow')).toBe('1');
  expect(inside(element, '.finding').textContent).toBe('570: 3');
});

test('walking asks the page to move the crosshair of every chart', async () => {
  const element = await fan();
  const minutes: (number | null)[] = [];
  element.addEventListener(CrosshairEvent.type, (event) =>
    minutes.push((event as CrosshairEvent).detail.minute),
  );
  inside<SVGSVGElement>(element, '[role=slider]').focus();
  await userEvent.keyboard('{End}{ArrowLeft}{Home}');
  expect(minutes).toEqual([645, 615, 555]);
});

test('a crosshair set by the page is drawn and read out beside the base', async () => {
  const element = await fan({
    base: points,
    crosshair: 605,
    labels: { ...labels, base: { letter: 'A', name: 'Base' } },
  });
  expect(inside(element, '.finding').textContent).toBe('600: 4 against 4');
  expect(element.renderRoot.querySelectorAll('.dot')).toHaveLength(2);
});

test('the table holds every number of the drawing', async () => {
  const element = await fan();
  inside(element, '[part=table-button]').click();
  await settled(element);
  const rows = [...element.renderRoot.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows[0]).toEqual(['09:00 to 09:30', '0', '1', '2', '4', '8']);
  expect(rows).toHaveLength(4);
  inside<SVGSVGElement>(element, '[role=slider]').focus();
  await userEvent.keyboard('t');
  await settled(element);
  expect(element.renderRoot.querySelector('table')).toBeNull();
});
