import { compare } from '@hallsim/experiment';
import { expect, test } from 'vitest';
import { firstDocument } from '../src/document/built-in-halls.js';
import { viewsOf } from '../src/document/hall-view.js';
import { openings } from '../src/document/openings.js';
import { editStaffing, type StudioDocument } from '../src/document/studio-document.js';
import { answerCards } from '../src/view/answer-cards.js';
import { WORDS } from '../src/words/words.js';

const flagship = firstDocument();

/** The card of the counter hours of what a document shows. */
async function hours(document: StudioDocument) {
  const shown = document.shown!;
  const { base, variants } = await compare(document.scenario, {
    variants: [shown],
    day: 'billing-day',
    replications: 20,
  });
  const picture = { base, variant: variants[shown]!, days: 20, complete: true };
  const card = answerCards(WORDS.en, picture, viewsOf(document)).find(({ id }) => id === 'hours');
  return { ...card!, open: variants[shown]!.summary.measures['counter.open']!.value! / 60 };
}

test('counters that open when the line is long cost hours, which differ from day to day', async () => {
  const elastic = Object.entries(flagship.scenario.variants ?? {}).find(([, { change }]) =>
    JSON.stringify(change).includes('"elastic"'),
  );
  const { estimate, change, open } = await hours({ ...flagship, shown: elastic![0] });
  expect(estimate?.value).toBeCloseTo(open, 9);
  expect(estimate?.high).toBeGreaterThan(estimate!.value);
  expect(change?.low).toBeGreaterThan(0.5);
});

test('a plan by the clock costs what it says, without an interval', async () => {
  const [general] = openings(flagship.scenario, flagship.day);
  const plan = editStaffing(flagship, 'gen', general!.values.with(3, general!.values[3]! + 1));
  const { estimate, change, labels, open } = await hours(plan);
  expect(estimate).toEqual({ value: 106, low: null, high: null });
  expect(open).toBeCloseTo(106, 9);
  expect(change).toBeNull();
  expect(labels.sentence).toContain('+0.5 h a day');
});
