import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ArrivalLabels, HallArrivalsProfile } from './index.js';
import { inside, mount, settled, slots, words } from './test-page.js';

const bars = slots.map((slot, i) => ({ ...slot, customers: 10 * (i + 1) }));
const labels: ArrivalLabels = {
  ...words,
  readout: (bar, base) => `${bar.customers}${base ? ` against ${base.customers}` : ''}`,
};

test('each half hour is one bar, as tall as its customers', async () => {
  const element = await mount<HallArrivalsProfile>('hall-arrivals-profile', {
    bars,
    start: 540,
    end: 660,
    labels,
  });
  const heights = [...element.renderRoot.querySelectorAll('.bar')].map((bar) =>
    Number(bar.getAttribute('height')),
  );
  expect(heights).toHaveLength(4);
  const [first = 0, , , fourth = 0] = heights;
  expect(fourth / first).toBeCloseTo(4, 6);
});

test('arrows walk the bars and say the base beside them', async () => {
  const element = await mount<HallArrivalsProfile>('hall-arrivals-profile', {
    bars,
    base: bars.map((bar) => ({ ...bar, customers: 5 })),
    start: 540,
    end: 660,
    labels,
  });
  inside<SVGSVGElement>(element, '[role=slider]').focus();
  await userEvent.keyboard('{End}');
  await settled(element);
  expect(inside(element, '.finding').textContent).toBe('40 against 5');
});
