import { expect, test } from 'vitest';
import { type HallMeasure, type MeasureLabels, verdict } from './index.js';
import { inside, mount } from './test-page.js';

const labels: MeasureLabels = {
  name: 'Within 10 min',
  sentence: 'Nine of ten.',
  value: (value) => `${value} %`,
  end: (value) => `${value}`,
  interval: (low, high) => `${low} to ${high}`,
  change: (change) => `by ${change.value}`,
  verdict: (means) => means,
  nothing: 'Nothing observed.',
};
const estimate = { value: 90, low: 88, high: 92 };
const card = (more: Partial<HallMeasure>) =>
  mount<HallMeasure>('hall-measure', { estimate, labels, better: 'up', ...more });

test('a value never stands without its interval and its sentence', async () => {
  const element = await card({});
  expect(inside(element, '[part=value]').textContent).toBe('90 %');
  expect(inside(element, '[part=interval]').textContent).toBe('88 to 92');
  expect(inside(element, '[part=sentence]').textContent).toBe('Nine of ten.');
});

test('a scale says where it begins and ends', async () => {
  const element = await card({ domain: [0, 100], target: 85 });
  const scale = inside(element, '[part=scale]');
  expect(scale.textContent.match(/\S+/g)).toEqual(['0', '100']);
  expect(inside(element, '.target').style.left).toBe('85%');
});

test('nothing observed is said, never shown as zero', async () => {
  const element = await card({ estimate: null });
  expect(element.renderRoot.querySelector('[part=value]')).toBeNull();
  expect(inside(element, '[part=sentence]').textContent).toBe('Nothing observed.');
});

test.each([
  ['up', { value: 2, low: 1, high: 3 }, 'better'],
  ['down', { value: 2, low: 1, high: 3 }, 'worse'],
  ['down', { value: -2, low: -3, high: -1 }, 'better'],
  ['up', { value: 2, low: -1, high: 5 }, 'uncertain'],
  ['up', { value: 2, low: null, high: null }, 'uncertain'],
  ['neither', { value: 2, low: 1, high: 3 }, 'different'],
  ['up', { value: 0, low: 0, high: 0 }, 'same'],
] as const)('where %s is better a change of %o is %s', async (better, change, means) => {
  expect(verdict(change, better)).toBe(means);
  const element = await card({ better, change });
  expect(inside(element, '[part=change]').dataset['verdict']).toBe(means);
});
