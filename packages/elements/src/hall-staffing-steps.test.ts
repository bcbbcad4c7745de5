import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type HallStaffingSteps, StaffingChangeEvent, type StaffingLabels } from './index.js';
import { inside, mount, settled, slots, words } from './test-page.js';

const labels: StaffingLabels = {
  ...words,
  counters: (count) => `${count} counters`,
  readout: (slot, count, base) => `${slot.from}: ${count}${base === undefined ? '' : ` (${base})`}`,
  hint: 'Drag a step.',
  earlier: 'Earlier',
  later: 'Later',
  fewer: 'Fewer',
  more: 'More',
};

async function steps(more: Partial<HallStaffingSteps> = {}) {
  const element = await mount<HallStaffingSteps>('hall-staffing-steps', {
    slots,
    values: [2, 3, 5, 4],
    max: 6,
    start: 540,
    end: 660,
    labels,
    ...more,
  });
  const edits: { values: readonly number[]; gesture: number }[] = [];
  element.addEventListener(StaffingChangeEvent.type, (event) =>
    edits.push((event as StaffingChangeEvent).detail),
  );
  const slider = (i: number) => inside<SVGGElement>(element, `[data-index="${i}"]`);
  return { element, edits, slider };
}

test('arrows change a step by one, the page keys by three, Home and End go to the bounds', async () => {
  const { element, edits, slider } = await steps();
  slider(0).focus();
  await userEvent.keyboard('{ArrowUp}');
  expect(edits.at(-1)?.values).toEqual([3, 3, 5, 4]);
  await userEvent.keyboard('{PageUp}');
  expect(edits.at(-1)?.values).toEqual([6, 3, 5, 4]);
  await userEvent.keyboard('{PageDown}{ArrowDown}');
  expect(edits.at(-1)?.values).toEqual([2, 3, 5, 4]);
  await userEvent.keyboard('{Home}');
  expect(edits.at(-1)?.values).toEqual([0, 3, 5, 4]);
  await userEvent.keyboard('{End}');
  expect(edits.at(-1)?.values).toEqual([6, 3, 5, 4]);
  await settled(element);
  expect(slider(0).getAttribute('aria-valuenow')).toBe('6');
  expect(slider(0).getAttribute('aria-valuetext')).toBe('6 counters');
});

test('a step never leaves 0 to the number of counters, and an edit that changes nothing is silent', async () => {
  const { edits, slider } = await steps();
  slider(2).focus();
  await userEvent.keyboard('{PageUp}');
  expect(edits.at(-1)?.values).toEqual([2, 3, 6, 4]);
  await userEvent.keyboard('{ArrowUp}{End}');
  expect(edits).toHaveLength(1);
});

test('there is one Tab stop, and left and right move it', async () => {
  const { element, slider } = await steps();
  const stops = () => [...element.renderRoot.querySelectorAll('.slot[tabindex="0"]')];
  expect(stops()).toEqual([slider(0)]);
  slider(0).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await settled(element);
  expect(stops()).toEqual([slider(2)]);
  expect(element.renderRoot instanceof ShadowRoot && element.renderRoot.activeElement).toBe(
    slider(2),
  );
});

test('dragging sideways paints, and one drag is one gesture', async () => {
  const { element, edits } = await steps();
  const svg = inside<SVGSVGElement>(element, 'svg.steps');
  const box = svg.getBoundingClientRect();
  const at = (share: number, y: number) => ({
    clientX: box.left + 40 + (box.width - 54) * share,
    clientY: box.top + y,
    pointerId: 1,
    bubbles: true,
    button: 0,
  });
  svg.setPointerCapture = () => undefined; // a made-up pointer cannot be captured
  svg.dispatchEvent(new PointerEvent('pointerdown', at(0.1, 16)));
  svg.dispatchEvent(new PointerEvent('pointermove', at(0.4, 16)));
  svg.dispatchEvent(new PointerEvent('pointerup', at(0.4, 16)));
  svg.dispatchEvent(new PointerEvent('pointermove', at(0.9, 16)));
  expect(edits.map((edit) => edit.values)).toEqual([
    [6, 3, 5, 4],
    [6, 6, 5, 4],
  ]);
  expect(new Set(edits.map((edit) => edit.gesture)).size).toBe(1);
  expect(element.values).toEqual([6, 6, 5, 4]);
});

test('a finger chooses a step, and only the buttons change it', async () => {
  const { element, edits } = await steps();
  const svg = inside<SVGSVGElement>(element, 'svg.steps');
  const box = svg.getBoundingClientRect();
  const touch = { clientX: box.right - 20, clientY: box.top + 20, pointerType: 'touch' };
  svg.dispatchEvent(new PointerEvent('pointerdown', { ...touch, bubbles: true, button: 0 }));
  await settled(element);
  expect(edits).toEqual([]);
  inside(element, '.stepper [aria-label=Fewer]').click();
  expect(edits.at(-1)?.values).toEqual([2, 3, 5, 3]);
});

test('the base stands behind as an outline and in the sentence', async () => {
  const { element, slider } = await steps({
    base: [2, 2, 5, 4],
    labels: { ...labels, base: { letter: 'A', name: 'Base' } },
  });
  expect(inside(element, '.outline').getAttribute('d')).not.toBe('');
  slider(1).focus();
  await settled(element);
  expect(inside(element, '.finding').textContent).toBe('570: 3 (2)');
});

test('without labels an element renders nothing', async () => {
  const element = await mount<HallStaffingSteps>('hall-staffing-steps', { slots, values: [1] });
  expect(element.renderRoot.querySelector('svg')).toBeNull();
});

test('how steps are dragged is said to those who can, and only while nothing is pointed at', async () => {
  const { element, slider } = await steps();
  element.style.width = '800px';
  await settled(element);
  expect(getComputedStyle(inside(element, '.hint')).display).not.toBe('none');
  slider(0).focus();
  await settled(element);
  expect(element.renderRoot.querySelector('.hint')).toBeNull();
  const narrow = await steps();
  narrow.element.style.width = '360px';
  await settled(narrow.element);
  expect(getComputedStyle(inside(narrow.element, '.hint')).display).toBe('none');
});
