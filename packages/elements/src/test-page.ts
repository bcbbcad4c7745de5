import './index.js'; // registers the elements
import type { LitElement } from 'lit';
import type { ChartLabels, LegendLabels } from './chart-labels.js';
import { clockText, type DaySlot } from './day-slot.js';

/** Test data: four half hours from 09:00. */
export const slots: readonly DaySlot[] = [540, 570, 600, 630].map((from) => ({
  from,
  to: from + 30,
}));

/** Words that a test can recognise. */
export const words: ChartLabels & LegendLabels = {
  title: 'A title',
  finding: 'What it shows.',
  showTable: 'Show as table',
  hideTable: 'Hide table',
  columns: ['Time', 'Value'],
  shown: { letter: 'A', name: 'Base' },
  slot: (from, to) => `${clockText(from)} to ${clockText(to)}`,
  tick: (value) => String(value),
  number: (value) => String(value),
};

/** Puts an element with its properties on the page and waits until it is drawn. */
export async function mount<E extends LitElement>(tag: string, properties: Partial<E>): Promise<E> {
  document.body.replaceChildren();
  const element = Object.assign(document.createElement(tag) as E, properties);
  document.body.append(element);
  await settled(element);
  return element;
}

export async function settled(element: LitElement): Promise<void> {
  await element.updateComplete;
  await new Promise(requestAnimationFrame);
  await element.updateComplete;
}

/** The part of an element's shadow that a selector finds; fails when there is none. */
export function inside<E extends Element = HTMLElement>(element: LitElement, selector: string): E {
  const found = element.renderRoot.querySelector<E>(selector);
  if (!found) throw new Error(`no ${selector} in <${element.localName}>`);
  return found;
}
